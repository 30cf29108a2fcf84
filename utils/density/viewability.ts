import { isNumber } from '../core/numbers';
import type { Thresholds } from './thresholds';

/** What happened on a page, in ms of one clock; a state holds until the next event of its kind. */
export type ScreenEvent =
  | { t: number; type: 'page'; active: boolean }
  | {
      t: number;
      type: 'unit';
      unit: string;
      kind: string;
      media: string;
      rect?: readonly number[] | null;
      class: string;
    }
  | { t: number; type: 'vis'; unit: string; ratio?: number }
  | { t: number; type: 'play'; unit: string; playing: boolean }
  | { t: number; type: 'click'; unit: string }
  | { t: number; type: 'end' };

type ViewRule = 'mrc_display_50_1s' | 'mrc_video_50_2s' | 'mrc_large_30_1s' | 'click';

/** What one unit's time on screen comes to. Times in ms, areas in CSS px². */
export interface UnitView {
  viewable: boolean;
  viewable_at: number | null;
  rule: ViewRule | null;
  visible50_ms: number;
  max_continuous50_ms: number;
  any_visible_ms: number;
  pixel_ms: number;
  exposed70_3s: boolean;
}

/** Time without a break in which something holds. */
interface Run {
  ms: number;
  longest: number;
}

/** The rule that a unit of its kind has to fulfil. */
interface HeldTo {
  rule: ViewRule;
  ratio: number;
  ms: number;
  needsPlay: boolean;
}

interface Watched {
  class: string;
  media: string;
  width: number;
  height: number;
  ratio: number;
  playing: boolean;
  /** Until when the sums below are right. */
  at: number;
  any: number;
  at50: number;
  at70: number;
  pixel: number;
  run50: Run;
  held: HeldTo;
  run: Run;
  seen?: { at: number; rule: ViewRule };
}

function ruleFor(media: string, area: number, limits: Thresholds): HeldTo {
  if (media === 'video')
    return { rule: 'mrc_video_50_2s', ratio: limits.video_ratio, ms: limits.video_ms, needsPlay: true };
  const ms = limits.display_ms;
  return limits.large_rule && area >= limits.large_px2
    ? { rule: 'mrc_large_30_1s', ratio: limits.large_ratio, ms, needsPlay: false }
    : { rule: 'mrc_display_50_1s', ratio: limits.display_ratio, ms, needsPlay: false };
}

/** One that is described again goes on under its new box: what was summed up so far stays. */
function watch(
  event: Extract<ScreenEvent, { type: 'unit' }>,
  before: Watched | undefined,
  limits: Thresholds,
): Watched {
  const [, , width = 0, height = 0] = event.rect ?? [];
  if (before) return Object.assign(before, { class: event.class, width, height });
  // By its names: an export makes one of these for each row, and spreading takes most of its time.
  return {
    class: event.class,
    media: event.media,
    width,
    height,
    ratio: 0,
    playing: false,
    at: event.t,
    any: 0,
    at50: 0,
    at70: 0,
    pixel: 0,
    run50: { ms: 0, longest: 0 },
    held: ruleFor(event.media, width * height, limits),
    run: { ms: 0, longest: 0 },
  };
}

/** Adds a stretch to a run, or ends it. */
function extend(run: Run, holds: boolean, ms: number): void {
  run.ms = holds ? run.ms + ms : 0;
  run.longest = Math.max(run.longest, run.ms);
}

/** Thresholds are inclusive: half of the area for a second exactly is viewable. */
function advance(unit: Watched, { at, active }: { at: number; active: boolean }, limits: Thresholds): void {
  const ms = at - unit.at;
  if (ms <= 0) return;
  const ratio = active ? unit.ratio : 0;
  if (ratio > 0) unit.any += ms;
  if (ratio >= 0.5) unit.at50 += ms;
  if (ratio >= limits.alt_ratio) unit.at70 += ms;
  unit.pixel += ms * ratio * unit.width * unit.height;
  extend(unit.run50, ratio >= 0.5, ms);
  const { held, run } = unit;
  const before = run.ms;
  extend(run, ratio >= held.ratio && (!held.needsPlay || unit.playing), ms);
  if (run.ms >= held.ms) see(unit, unit.at + held.ms - before, held.rule);
  unit.at = at;
}

/** The earliest moment counts. */
function see(unit: Watched, at: number, rule: ViewRule): void {
  if (!unit.seen || at < unit.seen.at) unit.seen = { at, rule };
}

function viewOf(unit: Watched, limits: Thresholds): UnitView {
  const isBig = unit.width >= limits.alt_min_w && unit.height >= limits.alt_min_h;
  return {
    viewable: unit.seen !== undefined,
    viewable_at: unit.seen?.at ?? null,
    rule: unit.seen?.rule ?? null,
    visible50_ms: unit.at50,
    max_continuous50_ms: unit.run50.longest,
    any_visible_ms: unit.any,
    pixel_ms: unit.pixel,
    exposed70_3s: isBig && unit.at70 >= limits.alt_ms,
  };
}

interface ScreenView {
  units: Map<string, UnitView & { class: string; area: number }>;
  /** ms in which the document was visible and the window had the focus. */
  active_ms: number;
  /** ms of those in which at least one unit that `counts` was half in view. */
  clock_ms: number;
}

/** Every unit under its first description, from the first moment on. */
function described(inOrder: readonly ScreenEvent[], limits: Thresholds): Map<string, Watched> {
  const units = new Map<string, Watched>();
  const start = inOrder[0]?.t ?? 0;
  for (const event of inOrder)
    if (event.type === 'unit' && !units.has(event.unit))
      units.set(event.unit, Object.assign(watch(event, undefined, limits), { at: start }));
  return units;
}

/** By time, without what has none; of one moment a unit's description comes first, wherever it stands. */
function inTime(events: readonly ScreenEvent[]): ScreenEvent[] {
  const rank = ({ type }: ScreenEvent) => (type === 'unit' ? 0 : 1);
  return events.filter(({ t }) => isNumber(t)).sort((a, b) => a.t - b.t || rank(a) - rank(b));
}

/**
 * Plays the events of one page visit once. The page is inactive and every ratio 0 until an event says otherwise, and all
 * events of one moment apply before the stretch that begins with it. What is told of a unit before anyone describes it
 * holds as well: how it looks on screen does not wait for the words.
 * @param counts which units make the clock of `clock_ms` run
 */
export function playScreen(
  events: readonly ScreenEvent[],
  limits: Thresholds,
  counts: (unit: { class: string }) => boolean = () => true,
): ScreenView {
  const inOrder = inTime(events);
  const units = described(inOrder, limits);
  const half = new Set<Watched>();
  const clock = { active: false, at: 0, active_ms: 0, clock_ms: 0 };
  const tick = (t: number) => {
    if (clock.active) clock.active_ms += t - clock.at;
    if (clock.active && half.size > 0) clock.clock_ms += t - clock.at;
    clock.at = t;
  };
  const weigh = (unit: Watched) => {
    if (counts(unit) && unit.ratio >= 0.5) half.add(unit);
    else half.delete(unit);
  };
  for (const event of inOrder) {
    tick(event.t);
    if (event.type === 'page' || event.type === 'end') {
      for (const unit of units.values()) advance(unit, clock, limits);
      if (event.type === 'page') clock.active = event.active;
    } else if (event.type === 'unit') {
      const before = units.get(event.unit);
      if (!before) continue;
      advance(before, clock, limits);
      weigh(watch(event, before, limits));
    } else {
      const unit = units.get(event.unit);
      if (!unit) continue; // of a unit nobody described nothing can be said
      advance(unit, clock, limits);
      if (event.type === 'vis') unit.ratio = event.ratio ?? 0;
      if (event.type === 'play') unit.playing = event.playing;
      if (event.type === 'click') see(unit, event.t, 'click');
      weigh(unit);
    }
  }
  for (const unit of units.values()) advance(unit, clock, limits);
  const views = new Map<string, UnitView & { class: string; area: number }>();
  for (const [id, unit] of units)
    views.set(id, Object.assign(viewOf(unit, limits), { class: unit.class, area: unit.width * unit.height }));
  return { units: views, active_ms: clock.active_ms, clock_ms: clock.clock_ms };
}

/**
 * One unit alone, told what holds from each moment on, in order: the same as `playScreen`, with nothing to sort or to look
 * up. For who has a hundred thousand of them.
 */
export function playUnit(
  { at, media, rect }: { at: number; media: string; rect: readonly number[] },
  limits: Thresholds,
) {
  const unit = watch({ t: at, type: 'unit', unit: '', kind: '', media, rect, class: '' }, undefined, limits);
  const clock = { at, active: false };
  return {
    look(from: number, active: boolean, ratio: number): void {
      clock.at = from;
      advance(unit, clock, limits);
      clock.active = active;
      unit.ratio = ratio;
    },
    play(playing: boolean): void {
      unit.playing = playing;
    },
    view: (): UnitView => viewOf(unit, limits),
  };
}

/** Each unit's view by its id. */
export function viewUnits(events: readonly ScreenEvent[], limits: Thresholds): { units: Record<string, UnitView> } {
  const { units } = playScreen(events, limits);
  return { units: Object.fromEntries([...units].map(([id, { class: _class, area: _area, ...view }]) => [id, view])) };
}
