import { formatCount } from '../text/format';
import { textWidth } from './text-width';
import { useWidth } from './use-width';

interface WeekProps {
  label: string;
  /** From the first day of the week that `counts` begins with. */
  days: readonly string[];
  /** One for each hour of the week. */
  counts: readonly number[];
  /** What a cell says when it is pointed at. */
  sayCell: (day: string, hour: number, count: string) => string;
}

const hours = 24;
const headPx = 24;
const cellPx = 26;
const narrowest = 8;
const widest = 40;

/** Day against hour, the fuller the darker; too wide, it scrolls by itself. */
export function Week({ label, days, counts, sayCell }: WeekProps) {
  const { place, width } = useWidth<HTMLDivElement>();
  const namePx = 12 + Math.max(0, ...days.map(textWidth));
  const cell = Math.min(widest, Math.max(narrowest, (width - namePx) / hours));
  const most = Math.max(1, ...counts);
  return (
    <div ref={place} class="chart__scroll" role="region" aria-label={label} tabIndex={0}>
      <svg
        class="drawing"
        role="img"
        aria-label={label}
        width={namePx + cell * hours}
        height={headPx + days.length * cellPx}
      >
        {[0, 6, 12, 18].map((hour) => (
          <text key={hour} class="drawing__value" x={namePx + hour * cell + 1} y={15}>
            {hour}
          </text>
        ))}
        {days.map((day, row) => (
          <text key={day} class="drawing__name" x={0} y={headPx + row * cellPx + cellPx / 2 + 4}>
            {day}
          </text>
        ))}
        {counts.map((count, at) => {
          const [row, hour] = [Math.floor(at / hours), at % hours];
          const box = {
            x: namePx + hour * cell + 1,
            y: headPx + row * cellPx + 1,
            width: cell - 2,
            height: cellPx - 2,
          };
          return (
            <g key={at}>
              <rect class="tone-ground" {...box} rx={3} />
              {count > 0 && (
                <rect class="heat" {...box} rx={3} opacity={0.25 + (0.75 * count) / most}>
                  <title>{sayCell(days[row] ?? '', hour, formatCount(count))}</title>
                </rect>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
