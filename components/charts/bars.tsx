import { Chart, type ChartProps } from './chart';
import { linearScale } from './scale';
import { useWidth } from './use-width';

export type Tone = 'grass' | 'root' | 'soft';

interface Bar {
  /** What it counts, and how much: `种草 12`. It stands at the bar, so that no colour has to be known. */
  text: string;
  /** Absent where nobody knows: there is no bar then, only the text. */
  value: number | undefined;
  tone: Tone;
}

export interface BarRow {
  key: string;
  name: string;
  bars: readonly Bar[];
}

const barPx = 12;
const gapPx = 5;
const headPx = 20;
const footPx = 14;
/** Room for the text at the longest bar. */
const textPx = 110;

/** Lying bars, some for each name. Long names are no trouble to them, nor is a narrow screen. */
export function Bars({ rows, ...chart }: ChartProps & { rows: readonly BarRow[] }) {
  const { place, width } = useWidth<HTMLDivElement>();
  const most = Math.max(0, ...rows.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0)));
  const scale = linearScale([0, most], [0, Math.max(40, width - textPx)]);
  const tops = topsOf(rows);
  const height = Math.max(1, (tops.at(-1) ?? 0) + (rows.length ? heightOf(rows.at(-1)) : 0) - footPx);
  return (
    <Chart {...chart}>
      <div ref={place}>
        <svg class="drawing" role="img" aria-label={chart.title} width={width} height={height}>
          {rows.map((row, at) => (
            <Row key={row.key} row={row} top={tops[at] ?? 0} scale={scale} />
          ))}
        </svg>
      </div>
    </Chart>
  );
}

function heightOf(row: BarRow | undefined): number {
  return headPx + (row?.bars.length ?? 0) * (barPx + gapPx) + footPx;
}

function topsOf(rows: readonly BarRow[]): number[] {
  let top = 0;
  return rows.map((row) => {
    const own = top;
    top += heightOf(row);
    return own;
  });
}

function Row({ row, top, scale }: { row: BarRow; top: number; scale: (value: number) => number }) {
  return (
    <>
      <text class="drawing__name" x={0} y={top + 14}>
        {row.name}
      </text>
      {row.bars.map(({ text, value, tone }, place) => {
        const y = top + headPx + place * (barPx + gapPx);
        const length = value === undefined ? 0 : Math.max(value > 0 ? 2 : 0, scale(value));
        return (
          <g key={place}>
            <rect class={`tone-${tone}`} x={0} y={y} width={length} height={barPx} rx={3} />
            <text class="drawing__value" x={length + (length > 0 ? 6 : 0)} y={y + barPx - 2}>
              {text}
            </text>
          </g>
        );
      })}
    </>
  );
}
