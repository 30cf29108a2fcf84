/**
 * The same metrics a second time, from their definitions and by other means than the project's: simulated ms by ms and
 * drawn pixel by pixel, listed in full, by mass that moves to the right, by bisection. Slow, and only for a test.
 */

const hourMs = 3_600_000;
const ads = ['platform_ad', 'disclosed', 'commercial_link'];
export const isAd = (name: string) => ads.includes(name);
export const isKnown = (name: string) => isAd(name) || name === 'none';
export const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
export const total = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** R's type 7. */
export function quantile7(values: readonly number[], p: number): number | null {
  const sorted = ascending(values);
  const place = p * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low === undefined || high === undefined ? null : low * (1 - (place % 1)) + high * (place % 1);
}

export type Told = { t: number; type: string; unit?: string } & Record<string, unknown>;
export type Limits = Record<string, number | boolean>;

/** What holds in the ms after t: the last word said by then. */
function heldAt<T>(said: readonly Told[], [name, none]: [string, T], t: number): T {
  const before = said.filter((event) => event.t <= t);
  const last = before.reduce<Told | undefined>((best, event) => (best && best.t > event.t ? best : event), undefined);
  return (last?.[name] as T | undefined) ?? none;
}

const ofType = (events: readonly Told[], type: string, unit?: string) =>
  events.filter((event) => event.type === type && event.unit === unit);

export function simulate(events: readonly Told[], limits: Limits) {
  const times = events.map(({ t }) => t);
  const steps =
    events.length === 0
      ? []
      : Array.from({ length: Math.max(...times) - Math.min(...times) }, (_ms, n) => Math.min(...times) + n);
  const active = steps.map((t) => heldAt(ofType(events, 'page'), ['active', false], t));
  const units = events
    .filter(({ type }) => type === 'unit')
    .map((event) => simulateUnit(event, { events, limits, steps, active }));
  const named = <T>(of: (unit: (typeof units)[number]) => T) =>
    Object.fromEntries(units.map((unit) => [unit.id, of(unit)]));
  const known = units.filter((unit) => isKnown(unit.name));
  const ofAds = (of: (unit: (typeof units)[number]) => number) =>
    share(total(known.filter(({ name }) => isAd(name)).map(of)), total(known.map(of)));
  const active_ms = active.filter(Boolean).length;
  const withAd = steps.filter((_t, n) => known.some((unit) => isAd(unit.name) && (unit.ratios[n] ?? 0) >= 0.5)).length;
  return {
    units: named(({ view }) => view),
    shares: {
      visible50_ms: named(({ view }) => view.visible50_ms),
      ad_time_share_units: ofAds(({ view }) => view.visible50_ms),
      active_ms,
      ad_time_share_clock: share(withAd, active_ms),
      pixel_ms: named(({ view }) => view.pixel_ms),
      ad_pixel_time_share: ofAds(({ view }) => view.pixel_ms),
      ad_area_share: ofAds(({ area }) => area),
      viewable_ads_per_active_hour: share(
        known.filter(({ name, view }) => isAd(name) && view.viewable).length * hourMs,
        active_ms,
      ),
    },
  };
}

interface Stage {
  events: readonly Told[];
  limits: Limits;
  steps: readonly number[];
  active: readonly boolean[];
}

function simulateUnit(told: Told, { events, limits, steps, active }: Stage) {
  const id = told.unit ?? '';
  const [, , width = 0, height = 0] = told['rect'] as number[];
  const limit = (name: string) => Number(limits[name]);
  const isVideo = told['media'] === 'video';
  const isLarge = limits['large_rule'] === true && width * height >= limit('large_px2');
  const rule = isVideo ? 'mrc_video_50_2s' : isLarge ? 'mrc_large_30_1s' : 'mrc_display_50_1s';
  const least = limit(isVideo ? 'video_ratio' : isLarge ? 'large_ratio' : 'display_ratio');
  const needed = limit(isVideo ? 'video_ms' : 'display_ms');
  const ratios = steps.map((t, n) => (active[n] ? heldAt(ofType(events, 'vis', id), ['ratio', 0], t) : 0));
  const holds = steps.map(
    (t, n) => (ratios[n] ?? 0) >= least && (!isVideo || heldAt(ofType(events, 'play', id), ['playing', false], t)),
  );
  const start = steps.findIndex((_t, n) => n + needed <= steps.length && holds.slice(n, n + needed).every(Boolean));
  const held = start < 0 ? null : (steps[0] ?? 0) + start + needed;
  const clicks = ofType(events, 'click', id).map(({ t }) => t);
  const click = clicks.length === 0 ? null : Math.min(...clicks);
  const byClick = click !== null && (held === null || click < held);
  const at = byClick ? click : held;
  const runs = ratios
    .map((ratio) => (ratio >= 0.5 ? 'x' : ' '))
    .join('')
    .split(/ +/);
  const view = {
    viewable: at !== null,
    viewable_at: at,
    rule: at === null ? null : byClick ? 'click' : rule,
    visible50_ms: ratios.filter((ratio) => ratio >= 0.5).length,
    max_continuous50_ms: Math.max(0, ...runs.map(({ length }) => length)),
    any_visible_ms: ratios.filter((ratio) => ratio > 0).length,
    pixel_ms: total(ratios) * width * height,
    exposed70_3s:
      width >= limit('alt_min_w') &&
      height >= limit('alt_min_h') &&
      ratios.filter((ratio) => ratio >= limit('alt_ratio')).length >= limit('alt_ms'),
  };
  return { id, name: String(told['class']), area: width * height, ratios, view };
}

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
  sticky?: boolean;
}

/** Drawn pixel by pixel; whole numbers alone. */
export function raster(
  { top, bottom, left, right }: Record<'top' | 'bottom' | 'left' | 'right', number>,
  boxes: readonly Box[],
) {
  const columns = Array.from({ length: right - left }, (_column, n) => left + n);
  const rows = Array.from({ length: bottom - top }, (_row, n) => top + n);
  const at = (box: Box, x: number) => x >= box.x && x < box.x + box.w;
  const flow = boxes.filter(({ sticky }) => sticky !== true);
  const covered = columns.map(
    (x) => rows.filter((y) => flow.some((box) => at(box, x) && y >= box.y && y < box.y + box.h)).length,
  );
  const stuck = columns.map((x) => total(boxes.filter((box) => box.sticky === true && at(box, x)).map(({ h }) => h)));
  const tallest = Math.max(0, ...columns.map((_x, n) => (covered[n] ?? 0) + (stuck[n] ?? 0)));
  return {
    ad_height_px: tallest,
    content_height_px: rows.length,
    height_density: share(tallest, rows.length),
    area_density: share(total(covered), rows.length * columns.length),
  };
}

/** Efron's: a censored one gives its mass to all after it; events come first among equals. */
export function survival(spells: readonly { t: number; event: boolean }[]) {
  const sorted = [...spells].sort((a, b) => a.t - b.t || Number(b.event) - Number(a.event));
  const mass = sorted.map(() => 1 / sorted.length);
  for (const [n, { event }] of sorted.entries()) {
    const after = sorted.length - n - 1;
    if (event || after === 0) continue;
    for (let later = n + 1; later < sorted.length; later += 1)
      mass[later] = (mass[later] ?? 0) + (mass[n] ?? 0) / after;
    mass[n] = 0;
  }
  const times = ascending([...new Set(spells.filter(({ event }) => event).map(({ t }) => t))]);
  const table = times.map((t) => ({
    t,
    at_risk: spells.filter((spell) => spell.t >= t).length,
    events: spells.filter((spell) => spell.event && spell.t === t).length,
    survival: 1 - total(sorted.map((spell, n) => (spell.event && spell.t <= t ? (mass[n] ?? 0) : 0))),
  }));
  return { table, median: table.find((step) => step.survival <= 0.5 + 1e-9)?.t ?? null };
}

/** Every ordered draw with replacement, one by one. */
export function allResamples(clusters: readonly { ads: number; units: number }[]): number[] {
  const m = clusters.length;
  return Array.from({ length: m ** m }, (_draw, n) => {
    const drawn = Array.from(
      { length: m },
      (_one, place) => clusters[Math.floor(n / m ** place) % m] ?? { ads: 0, units: 0 },
    );
    return share(total(drawn.map((each) => each.ads)), total(drawn.map((each) => each.units)));
  }).filter((value) => value !== null);
}

/** Where the score test just rejects, by bisection. */
export function scoreInterval(k: number, n: number, z: number): [number, number] {
  const observed = k / n;
  const rejects = (p: number) => Math.abs(observed - p) > z * Math.sqrt((p * (1 - p)) / n);
  const edge = (outside: number) => {
    let [inner, outer] = [observed, outside];
    if (!rejects(outer)) return outer;
    for (let round = 0; round < 200; round += 1) {
      const middle = (inner + outer) / 2;
      if (rejects(middle)) outer = middle;
      else inner = middle;
    }
    return inner;
  };
  return [edge(0), edge(1)];
}
