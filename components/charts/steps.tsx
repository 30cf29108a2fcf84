import { formatCount } from '../text/format';
import { formatShare } from '../text/measures';
import { Axes, planeOf } from './axes';
import { Chart, type ChartProps } from './chart';
import { linearScale, niceTicks } from './scale';
import { useWidth } from './use-width';

export interface Step {
  /** From here on it holds. */
  at: number;
  /** 0 to 1. */
  share: number;
  /** Its interval; null or absent where none can be told. */
  low?: number | null;
  high?: number | null;
}

interface StepsProps extends ChartProps {
  steps: readonly Step[];
  /** Where the watching ended: the line goes on so far. */
  until: number;
  /** A value to be marked, with its words: the median. */
  mark?: { at: number; text: string } | undefined;
}

const heightPx = 240;

/** A share that changes at certain times and holds in between, as a Kaplan–Meier estimate does. */
export function Steps({ steps, until, mark, ...chart }: StepsProps) {
  const { place, width } = useWidth<HTMLDivElement>();
  const plane = planeOf(width, heightPx);
  const ticks = niceTicks(Math.max(1, until), Math.max(2, Math.floor(width / 110)));
  const x = linearScale([0, ticks.at(-1) ?? 1], [plane.left, plane.right]);
  const y = linearScale([0, 1], [plane.bottom, plane.top]);
  return (
    <Chart {...chart}>
      <div ref={place}>
        <svg class="drawing" role="img" aria-label={chart.title} width={width} height={heightPx}>
          <Axes
            plane={plane}
            x={{ scale: x, ticks, text: formatCount }}
            y={{ scale: y, ticks: [0, 0.25, 0.5, 0.75, 1], text: formatShare }}
          />
          {(['low', 'high'] as const).map((edge) => (
            <Edge key={edge} {...edgeOf(steps, { edge, until })} x={x} y={y} />
          ))}
          <path class="line line--root" d={pathOf(steps, { x, y, until })} />
          {mark && <Mark at={x(mark.at)} plane={plane} text={mark.text} />}
        </svg>
      </div>
    </Chart>
  );
}

/** An edge of the interval goes as far as it is known. */
function edgeOf(steps: readonly Step[], { edge, until }: { edge: 'low' | 'high'; until: number }) {
  const end = steps.findIndex((step) => typeof step[edge] !== 'number');
  const known = steps.slice(0, end < 0 ? steps.length : end);
  return { steps: known.map((step) => ({ at: step.at, share: step[edge] ?? 0 })), until: steps[end]?.at ?? until };
}

interface EdgeProps {
  steps: readonly Step[];
  until: number;
  x: (at: number) => number;
  y: (share: number) => number;
}

function Edge({ steps, ...scales }: EdgeProps) {
  return steps.length === 0 ? undefined : <path class="whisker" d={pathOf(steps, scales)} />;
}

function pathOf(steps: readonly Step[], { x, y, until }: { x: (at: number) => number; y: typeof x; until: number }) {
  const corners = steps.map(({ at, share }) => `H${x(at).toFixed(1)}V${y(share).toFixed(1)}`);
  const [first] = steps;
  const start = first?.at === 0 ? first.share : 0;
  return `M${x(0).toFixed(1)} ${y(start).toFixed(1)}${corners.join('')}H${x(Math.max(until, steps.at(-1)?.at ?? 0)).toFixed(1)}`;
}

function Mark({ at, plane, text }: { at: number; plane: ReturnType<typeof planeOf>; text: string }) {
  const isRight = at > plane.width / 2;
  return (
    <>
      <path class="mark" d={`M${String(at)} ${String(plane.top)}V${String(plane.bottom)}`} />
      <text
        class="drawing__value"
        x={at + (isRight ? -6 : 6)}
        y={plane.top + 12}
        text-anchor={isRight ? 'end' : 'start'}
      >
        {text}
      </text>
    </>
  );
}
