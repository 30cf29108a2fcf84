import { Axes, planeOf } from './axes';
import { Chart, type ChartProps } from './chart';
import { linearScale, niceTicks, type Scale } from './scale';
import { useWidth } from './use-width';

interface Whisker {
  key: string;
  name: string;
  /** Absent where there is no estimate: then the row says so in its text. */
  value: number | undefined;
  /** The interval; absent where none can be told. */
  low?: number | undefined;
  high?: number | undefined;
  /** The estimate, its interval and its n in words. */
  text: string;
}

interface WhiskersProps extends ChartProps {
  rows: readonly Whisker[];
  format: (value: number) => string;
  /** The end of the axis; without it as far as the rows go. */
  most?: number;
}

const rowPx = 44;
const footPx = 26;

/** Estimates with their intervals, one under another on one axis. */
export function Whiskers({ rows, format, most, ...chart }: WhiskersProps) {
  const { place, width } = useWidth<HTMLDivElement>();
  const plane = { ...planeOf(width, rows.length * rowPx + footPx), left: 8, top: 0 };
  const end = most ?? Math.max(0, ...rows.map(({ high, value }) => high ?? value ?? 0));
  const ticks = niceTicks(end, Math.max(2, Math.floor(width / 120)));
  const x = linearScale([0, ticks.at(-1) ?? 1], [plane.left, plane.right]);
  return (
    <Chart {...chart}>
      <div ref={place}>
        <svg class="drawing" role="img" aria-label={chart.title} width={width} height={plane.height}>
          <Axes plane={plane} x={{ scale: x, ticks, text: format }} />
          {rows.map((row, at) => (
            <Row key={row.key} row={row} top={at * rowPx} x={x} width={width} />
          ))}
        </svg>
      </div>
    </Chart>
  );
}

function Row({ row, top, x, width }: { row: Whisker; top: number; x: Scale; width: number }) {
  const { name, text, value, low, high } = row;
  const y = top + 30;
  return (
    <>
      <text class="drawing__name" x={0} y={top + 15}>
        {name}
      </text>
      <text class="drawing__value" x={width} y={top + 15} text-anchor="end">
        {text}
      </text>
      {low !== undefined && high !== undefined && (
        <path class="whisker" d={`M${String(x(low))} ${String(y - 5)}v10m0 -5H${String(x(high))}m0 -5v10`} />
      )}
      {value !== undefined && <circle class="tone-grass" cx={x(value)} cy={y} r={5} />}
    </>
  );
}
