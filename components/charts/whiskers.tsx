import { Axes, planeOf } from './axes';
import { Chart, type ChartProps } from './chart';
import { linearScale, niceTicks, type Scale } from './scale';
import { linesWithin, textWidth } from './text-width';
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
const linePx = 17;
const footPx = 26;

/** Estimates with their intervals, one under another on one axis. */
export function Whiskers({ rows, format, most, ...chart }: WhiskersProps) {
  const { place, width } = useWidth<HTMLDivElement>();
  // Where a name and its words do not fit beside each other, the words go below it, in as many lines as they take.
  const isNarrow = rows.some(({ name, text }) => textWidth(name) + textWidth(text) + 16 > width);
  const below = isNarrow ? Math.max(...rows.map(({ text }) => linesWithin(text, width).length)) : 0;
  const tall = rowPx + below * linePx;
  const plane = { ...planeOf(width, rows.length * tall + footPx), left: 8, top: 0 };
  const end = most ?? Math.max(0, ...rows.map(({ high, value }) => high ?? value ?? 0));
  const ticks = niceTicks(end, Math.max(2, Math.floor(width / 120)));
  const x = linearScale([0, ticks.at(-1) ?? 1], [plane.left, plane.right]);
  return (
    <Chart {...chart}>
      <div ref={place}>
        <svg class="drawing" role="img" aria-label={chart.title} width={width} height={plane.height}>
          <Axes plane={plane} x={{ scale: x, ticks, text: format }} />
          {rows.map((row, at) => (
            <Row key={row.key} row={row} top={at * tall} x={x} width={width} below={below} />
          ))}
        </svg>
      </div>
    </Chart>
  );
}

interface RowProps {
  row: Whisker;
  top: number;
  x: Scale;
  width: number;
  /** Lines of words below the name; none where they stand beside it. */
  below: number;
}

function Row({ row, top, x, width, below }: RowProps) {
  const { name, text, value, low, high } = row;
  const y = top + 30 + below * linePx;
  return (
    <>
      <text class="drawing__name" x={0} y={top + 15}>
        {name}
      </text>
      {below === 0 ? (
        <text class="drawing__value" x={width} y={top + 15} text-anchor="end">
          {text}
        </text>
      ) : (
        linesWithin(text, width).map((line, at) => (
          <text key={line} class="drawing__value" x={0} y={top + 15 + (at + 1) * linePx}>
            {line}
          </text>
        ))
      )}
      {low !== undefined && high !== undefined && (
        <path class="whisker" d={`M${String(x(low))} ${String(y - 5)}v10m0 -5H${String(x(high))}m0 -5v10`} />
      )}
      {value !== undefined && <circle class="tone-grass" cx={x(value)} cy={y} r={5} />}
    </>
  );
}
