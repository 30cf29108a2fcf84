import uPlot from 'uplot';
import type { Tone } from './bars';
import { tokenOf } from './picture-file';

export interface TimeSeriesLine {
  name: string;
  /** One for each time; null is unknown and leaves a gap. */
  values: readonly (number | null)[];
  tone: Tone;
  draw: 'line' | 'bars' | 'steps';
  /** The interval around each value, drawn as a band. */
  low?: readonly (number | null)[];
  high?: readonly (number | null)[];
}

/** A moment to be marked on the axis, by its number in the list below. */
interface TimeMark {
  at: number;
  text: string;
}

export interface TimePlot {
  width: number;
  height: number;
  /** Epoch ms, rising. */
  times: readonly number[];
  lines: readonly TimeSeriesLine[];
  marks: readonly TimeMark[];
  format: (value: number) => string;
  formatTime: (at: number) => string;
  /** The axis goes at least so far. */
  most?: number;
}

const inks: Record<Tone, [line: `--${string}`, fill: `--${string}`]> = {
  grass: ['--grass', '--grass-bar'],
  root: ['--root', '--root-bar'],
  soft: ['--text-soft', '--line-strong'],
};

/** Room for the half of the last date that hangs over the edge: 2026年12月31日 is some 90 px wide. */
const edgePx = 48;

/** Paints into a place; uPlot wants seconds, and colours that are worked out. */
export function paintTimes(plot: TimePlot, place: HTMLElement): uPlot {
  const bars = plot.lines.filter(({ draw }) => draw === 'bars').length;
  const drawn = plot.lines.map((line, at) => ({ line, series: seriesOf(line, { plot, bars, at }) }));
  const bands = plot.lines.filter(({ low, high }) => low && high);
  const edges = bands.flatMap(({ low = [], high = [] }) => [[...high], [...low]]);
  const options: uPlot.Options = {
    width: plot.width,
    height: plot.height,
    padding: [14, edgePx, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { x: { time: false, range: (_plot, from, to) => rangeOf(plot, from, to) }, y: { range: yRange(plot) } },
    axes: axesOf(plot),
    series: [{}, ...drawn.map(({ series }) => series), ...edges.map(() => ({ stroke: 'transparent', width: 0 }))],
    bands: bands.map(({ tone }, at) => {
      const first = 1 + drawn.length + 2 * at;
      return { series: [first, first + 1], fill: `color-mix(in srgb, ${tokenOf(inks[tone][1])} 28%, transparent)` };
    }),
    hooks: { draw: [(chart) => paintMarks(chart, plot.marks)] },
  };
  const values = [...plot.lines.map((line) => [...line.values]), ...edges];
  return new uPlot(options, [plot.times.map((at) => at / 1000), ...values], place);
}

function seriesOf(
  { name, tone, draw }: TimeSeriesLine,
  { plot, bars, at }: { plot: TimePlot; bars: number; at: number },
) {
  const [line, fill] = inks[tone].map(tokenOf);
  const series: uPlot.Series = { label: name, stroke: line ?? '', width: draw === 'bars' ? 0 : 2, spanGaps: false };
  const paths =
    draw === 'bars' ? barPaths(bars, at) : draw === 'steps' ? uPlot.paths.stepped?.({ align: 1 }) : undefined;
  return {
    ...series,
    ...(draw === 'bars' && { fill: fill ?? '' }),
    ...(paths && { paths }),
    // A line of few values shows each of them; one value alone would be no line.
    points: { show: draw !== 'bars' && plot.times.length <= 60, size: 6, fill: line ?? '' },
  };
}

/** Two kinds of bars stand side by side. */
function barPaths(bars: number, at: number): uPlot.Series.PathBuilder | undefined {
  const align = bars < 2 ? 0 : at === 0 ? -1 : 1;
  return uPlot.paths.bars?.({ size: [bars < 2 ? 0.6 : 0.35, 36], align });
}

/** One moment alone gets room on both sides, and bars at the edges are not cut. */
function rangeOf({ times, lines }: TimePlot, from: number, to: number): [number, number] {
  const dayS = 86_400;
  const step = times.length > 1 ? (to - from) / (times.length - 1) : 30 * dayS;
  const room = lines.some(({ draw }) => draw === 'bars') || from === to ? step * 0.6 : 0;
  return [from - room, to + room];
}

function yRange({ most = 0 }: TimePlot): uPlot.Range.Function {
  return (_plot, _from, to) => [0, Math.max(most, (to || 1) * 1.08)];
}

function axesOf({ times, format, formatTime, width }: TimePlot): uPlot.Axis[] {
  const look = {
    stroke: tokenOf('--text-soft'),
    font: `12px ${getComputedStyle(document.body).fontFamily}`,
    grid: { stroke: tokenOf('--line'), width: 1 },
    ticks: { show: false },
  };
  const room = Math.max(2, Math.floor(width / 90));
  const every = Math.max(1, Math.ceil(times.length / room));
  const shown = times.filter((_at, place) => place % every === 0).map((at) => at / 1000);
  return [
    {
      ...look,
      size: 38,
      gap: 12, // below the lowest value's own name
      grid: { show: false },
      splits: () => shown,
      values: (_plot, at) => at.map((s) => formatTime(s * 1000)),
    },
    { ...look, size: 64, values: (_plot, values) => values.map((value) => format(value)) },
  ];
}

/** Dashed, with its number at the top. */
function paintMarks(chart: uPlot, marks: readonly TimeMark[]): void {
  const { ctx, bbox } = chart;
  const dot = window.devicePixelRatio || 1;
  ctx.save();
  ctx.strokeStyle = tokenOf('--text-soft');
  ctx.fillStyle = tokenOf('--text-soft');
  ctx.font = `${String(11 * dot)}px ${getComputedStyle(document.body).fontFamily}`;
  ctx.textAlign = 'center';
  ctx.lineWidth = dot;
  for (const { at, text } of marks) {
    const x = Math.round(chart.valToPos(at / 1000, 'x', true));
    ctx.setLineDash([3 * dot, 3 * dot]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(text, x, bbox.top - 3 * dot);
  }
  ctx.restore();
}
