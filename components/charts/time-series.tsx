import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { Chart, type ChartProps } from './chart';
import { PolicyList, policyWithin } from './policy-list';
import type { TimePlot, TimeSeriesLine } from './time-plot';
import { useDark } from './use-dark';
import { useWidth } from './use-width';

interface TimeSeriesProps extends ChartProps, Pick<TimePlot, 'times' | 'lines' | 'format' | 'formatTime' | 'most'> {
  /** Whether what the platforms did meanwhile can be laid over it. */
  policy?: 'offered';
}

const heightPx = 260;

/** Values over time. uPlot comes with the first chart that needs it. */
export function TimeSeries({ times, lines, format, formatTime, most, policy, ...chart }: TimeSeriesProps) {
  const { place, width } = useWidth<HTMLDivElement>();
  const [marked, setMarked] = useState(true);
  const dates = policyWithin(times[0] ?? 0, times.at(-1) ?? 0);
  const marks = policy && marked ? dates.map(({ at, number }) => ({ at, text: String(number) })) : [];
  const size = { width, height: heightPx };
  const plot = { ...size, times, lines, marks, format, formatTime, ...(most !== undefined && { most }) };
  return (
    <Chart
      {...chart}
      foot={
        <>
          <Names lines={lines} />
          {policy && <PolicyList dates={dates} shown={marked} onShow={setMarked} />}
        </>
      }
    >
      <div ref={place} class="painting" role="img" aria-label={chart.title}>
        <Painting plot={plot} />
      </div>
    </Chart>
  );
}

/** Painted anew when anything it shows has changed; a picture of a few hundred values takes some milliseconds. */
function Painting({ plot }: { plot: TimePlot }) {
  const place = useRef<HTMLDivElement>(null);
  const dark = useDark();
  const [failed, setFailed] = useState(false);
  const { times, lines, marks, width, most } = plot;
  const shown = JSON.stringify([times, lines, marks, width, most, dark]);
  useEffect(() => {
    const stop = new AbortController();
    paintInto(place, plot, stop.signal).catch(() => setFailed(true));
    return () => stop.abort();
  }, [shown]);
  return failed ? <p class="chart__empty">{i18n.t('charts.notPainted')}</p> : <div ref={place} />;
}

async function paintInto(place: RefObject<HTMLDivElement | null>, plot: TimePlot, signal: AbortSignal): Promise<void> {
  const { paintTimes } = await import('./time-plot');
  if (signal.aborted || !place.current) return;
  // uPlot asks for one only after it has returned, where nobody could catch that there is none.
  if (!document.createElement('canvas').getContext('2d')) throw new Error('This browser gives no canvas');
  const painting = paintTimes(plot, place.current);
  signal.addEventListener('abort', () => painting.destroy());
}

function Names({ lines }: { lines: readonly TimeSeriesLine[] }) {
  return (
    <ul class="key" role="list" aria-label={i18n.t('charts.key')}>
      {lines.map(({ name, tone, draw }) => (
        <li key={name} class="key__entry">
          <span class={`key__mark key__mark--${draw} key__mark--${tone}`} aria-hidden="true" />
          {name}
        </li>
      ))}
    </ul>
  );
}
