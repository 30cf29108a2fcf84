import type { Scale } from './scale';

export interface Plane {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The room inside a drawing, once there is place for the numbers at its edges. */
export function planeOf(width: number, height: number): Plane {
  return { width, height, left: 44, right: width - 14, top: 12, bottom: height - 26 };
}

interface Axis {
  scale: Scale;
  ticks: readonly number[];
  text: (value: number) => string;
}

/** Numbers below and, where there is such an axis, on the left, with fine lines at them. */
export function Axes({ plane, x, y }: { plane: Plane; x: Axis; y?: Axis }) {
  const { left, right, top, bottom } = plane;
  return (
    <g class="axes">
      {x.ticks.map((tick) => (
        <g key={`x${String(tick)}`}>
          <path class="axes__line" d={`M${String(x.scale(tick))} ${String(top)}V${String(bottom)}`} />
          <text class="axes__text" x={x.scale(tick)} y={bottom + 17} text-anchor="middle">
            {x.text(tick)}
          </text>
        </g>
      ))}
      {y?.ticks.map((tick) => (
        <g key={`y${String(tick)}`}>
          <path class="axes__line" d={`M${String(left)} ${String(y.scale(tick))}H${String(right)}`} />
          <text class="axes__text" x={left - 6} y={y.scale(tick) + 4} text-anchor="end">
            {y.text(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}
