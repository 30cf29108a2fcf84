import { formatCount } from '../text/format';
import { Chart, type ChartProps } from './chart';
import { textWidth } from './text-width';
import { useWidth } from './use-width';

interface MatrixRow {
  key: string;
  name: string;
  /** One for each column; absent is unknown, and 0 is none. */
  values: readonly (number | undefined)[];
}

interface MatrixProps extends ChartProps {
  columns: readonly string[];
  rows: readonly MatrixRow[];
}

const headPx = 30;
const cellPx = 40;
const narrowest = 76;
const widest = 132;

/** Row against column; the fuller a cell, the darker, and its number stands in it. Too wide, it scrolls by itself. */
export function Matrix({ columns, rows, ...chart }: MatrixProps) {
  const { place, width } = useWidth<HTMLDivElement>();
  const namePx = 16 + Math.max(0, ...rows.map(({ name }) => textWidth(name)));
  const cell = Math.min(widest, Math.max(narrowest, (width - namePx) / Math.max(1, columns.length)));
  const most = Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const size = { width: namePx + cell * columns.length, height: headPx + rows.length * cellPx };
  return (
    <Chart {...chart}>
      <div ref={place} class="chart__scroll" role="region" aria-label={chart.title} tabIndex={0}>
        <svg class="drawing" role="img" aria-label={chart.title} {...size}>
          {columns.map((name, at) => (
            <text key={at} class="drawing__value" x={namePx + (at + 0.5) * cell} y={18} text-anchor="middle">
              {name}
            </text>
          ))}
          {rows.map((row, at) => (
            <Row key={row.key} row={row} top={headPx + at * cellPx} {...{ cell, most, namePx }} />
          ))}
        </svg>
      </div>
    </Chart>
  );
}

interface RowProps {
  row: MatrixRow;
  top: number;
  cell: number;
  most: number;
  namePx: number;
}

function Row({ row: { name, values }, top, cell, most, namePx }: RowProps) {
  return (
    <>
      <text class="drawing__name" x={0} y={top + cellPx / 2 + 4}>
        {name}
      </text>
      {values.map((value, at) => {
        const box = { x: namePx + at * cell + 1, y: top + 1, width: cell - 2, height: cellPx - 2, rx: 4 };
        const share = (value ?? 0) / most;
        return (
          <g key={at}>
            <rect class="tone-ground" {...box} />
            {/* From a fifth on, so that one is told from none. */}
            {share > 0 && <rect class="heat" {...box} opacity={0.2 + 0.5 * share} />}
            <text class="drawing__cell" x={box.x + box.width / 2} y={top + cellPx / 2 + 5} text-anchor="middle">
              {value === undefined ? '–' : formatCount(value)}
            </text>
          </g>
        );
      })}
    </>
  );
}
