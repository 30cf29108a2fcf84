import type { ClickEvent, LandingEvent, PageEvent, SightingEvent } from '@/utils/core/events';
import { sightingId } from '@/utils/core/sightings';
import type { ResolvedLink } from '@/utils/core/types';
import type { ExposureEvent } from '@/utils/core/units';
import { mulberry32 } from '@/utils/density/intervals';
import type { ExportSource, Happening, OrderLine } from '@/utils/export/terms';

/** A made-up person who reads, with the truth of what they were shown. Everything follows from the seed. */

const minute = 60_000;
const november = Date.UTC(2026, 10, 2, 8);

export interface Plan {
  seed: number;
  sessions: number;
  /** Cards of each list. */
  cards: number;
  comments: number;
  /** Of this person: the share of ads among their cards. */
  adShare: number;
  from?: number;
}

/** What is true of one unit, in the order in which they came. */
interface Truth {
  kind: 'note' | 'open-note' | 'comment';
  adClass: 'platform_ad' | 'disclosed' | 'commercial_link' | 'none' | 'unknown';
  /** From 1; of cards. */
  position?: number;
  viewable: boolean;
  visible50Ms: number;
  pixelMs: number;
  list: string;
}

export interface Simulated {
  happenings: Happening[];
  orders: OrderLine[];
  truth: Truth[];
}

const classes = {
  platform_ad: { label: { text: '赞助', kind: 'equivalent' }, signals: ['L3 label', 'L2 goods_info'] },
  disclosed: { label: { text: '品牌合作', kind: 'declared' }, signals: ['L3 label'] },
  commercial_link: { signals: ['L2 goods_info'] },
  none: {},
  unknown: { label: { text: '', kind: 'unknown' } },
} as const;

const hex = (random: () => number, length: number) =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');

export function jdLink(id: string): ResolvedLink {
  const canonical = `https://item.jd.com/${id}.html`;
  const key = `jd:${id}`;
  return { platform: 'jd', kind: 'item', key, itemId: id, itemKey: key, canonical, attribution: {}, via: [] };
}

/** One person's weeks: a list, an open note with its comments, a click and sometimes an order in each session. */
export function simulate(plan: Plan): Simulated {
  const random = mulberry32(plan.seed);
  const told: Simulated = { happenings: [], orders: [], truth: [] };
  let no = 0;
  const next = (prefix: string) => `${prefix}-${String(plan.seed)}-${String((no += 1))}`;
  let now = plan.from ?? november;
  for (let session = 0; session < plan.sessions; session += 1) {
    now += (60 + Math.floor(random() * 600)) * minute;
    const visit = next('visit');
    now = readList({ plan, random, told, next, visit, now });
    now = readOpenNote({ plan, random, told, next, visit: next('visit'), now });
  }
  told.happenings.sort((a, b) => a.at - b.at);
  return told;
}

interface Scene {
  plan: Plan;
  random: () => number;
  told: Simulated;
  next: (prefix: string) => string;
  visit: string;
  now: number;
}

const base = (at: number, visit: string) => ({
  ...{ at, visit, zoneMinutes: 480, tab: 1 },
  url: 'https://www.xiaohongshu.com/explore',
});

/** Some ads say 广告, as the law asks; most say 赞助, or nothing. */
function marksOf(adClass: Truth['adClass'], random: () => number) {
  const { label, ...marks } = { label: undefined, ...classes[adClass] };
  const isStatutory = adClass === 'platform_ad' && random() < 0.3;
  return { ...marks, ...(label && { label: isStatutory ? { text: '广告', kind: 'statutory' } : { ...label } }) };
}

function classAt({ plan, random }: Scene): Truth['adClass'] {
  if (random() >= plan.adShare) return random() < 0.02 ? 'unknown' : 'none';
  const drawn = random();
  return drawn < 0.6 ? 'platform_ad' : drawn < 0.8 ? 'disclosed' : 'commercial_link';
}

/** A stay of so many ms at this ratio, then out of view. */
function stay(scene: Scene, unit: ExposureEvent['unit'], shown: { at: number; ms: number; ratio: number }): void {
  scene.told.happenings.push({
    ...base(shown.at, scene.visit),
    id: scene.next('stay'),
    type: 'exposure',
    site: 'xiaohongshu',
    pageKind: unit.kind === 'note' ? 'feed' : 'note',
    ruleVersion: '2026-11-01.1',
    ...(unit.kind === 'note' && { feed: scene.visit }),
    unit,
    entry: 1,
    states: [{ afterMs: 0, ratio: shown.ratio, active: true }],
    durationMs: shown.ms,
  } satisfies ExposureEvent);
}

function readList(scene: Scene): number {
  const { plan, random, told, visit } = scene;
  let { now } = scene;
  for (let place = 0; place < plan.cards; place += 1) {
    const adClass = classAt(scene);
    const [ms, ratio] = [200 + Math.floor(random() * 3_000), random() < 0.8 ? 1 : 0.4];
    const at = now + place * 700;
    stay(
      scene,
      {
        key: `card:${String(place)}`,
        kind: 'note',
        position: place,
        column: place % 2,
        rect: [place % 2 ? 260 : 10, 100 + 420 * Math.floor(place / 2), 240, 400],
        media: 'image',
        noteId: hex(random, 24),
        authorId: hex(random, 24),
        authorRole: random() < 0.2 ? 'merchant' : 'author',
        ...marksOf(adClass, random),
      } as ExposureEvent['unit'],
      { at, ms, ratio },
    );
    told.truth.push({
      kind: 'note',
      adClass,
      position: place + 1,
      viewable: ratio >= 0.5 && ms >= 1_000,
      visible50Ms: ratio >= 0.5 ? ms : 0,
      pixelMs: ms * ratio * 240 * 400,
      list: visit,
    });
  }
  now += plan.cards * 700;
  const reachedPx = 100 + 420 * Math.ceil(plan.cards / 2);
  itself(scene, { from: scene.now, to: now, kind: 'feed', reachedPx });
  return now;
}

function itself(scene: Scene, page: { from: number; to: number; kind: 'feed' | 'note'; reachedPx?: number }): void {
  const { told, next, visit } = scene;
  const { from, to, kind: pageKind, reachedPx } = page;
  told.happenings.push({
    ...base(from, visit),
    ...{ id: next('page'), type: 'exposure', site: 'xiaohongshu', pageKind, ruleVersion: '2026-11-01.1' },
    unit: { key: 'page', kind: 'page', rect: [0, 0, 1280, 720] },
    entry: 1,
    states: [{ afterMs: 0, ratio: 1, active: true }],
    durationMs: to - from,
    ...(reachedPx !== undefined && { reachedPx }),
  } as ExposureEvent);
  told.happenings.push({
    ...base(to, visit),
    ...{ id: `p:${visit}`, type: 'page', where: 'xiaohongshu', kind: pageKind, settled: true, unread: [] },
  } as PageEvent);
}

function readOpenNote(scene: Scene): number {
  const { plan, random, told, visit, now } = scene;
  const noteId = hex(random, 24);
  const link = jdLink(String(100_000_000_000 + Math.floor(random() * 1e9)));
  const hasLink = random() < 0.5;
  const comments = Array.from({ length: plan.comments }, () => ({ id: hex(random, 24), blue: random() < 0.1 }));
  const ms = 4_000 + Math.floor(random() * 20_000);
  stay(
    scene,
    {
      ...{ key: `open-note:${noteId}`, kind: 'open-note', rect: [100, 50, 900, 600], media: 'image', noteId },
      ...{ authorId: hex(random, 24), authorRole: 'author' },
      ...(hasLink && { surfaces: ['ad-link'] }),
    } as ExposureEvent['unit'],
    { at: now, ms, ratio: 1 },
  );
  told.truth.push({
    ...{ kind: 'open-note', adClass: hasLink ? 'commercial_link' : 'none', viewable: true, list: visit },
    ...{ visible50Ms: ms, pixelMs: ms * 900 * 600 },
  } as Truth);
  const sighting = (surface: 'ad-link' | 'blue-link', commentId?: string): SightingEvent => ({
    ...base(now, visit),
    id: sightingId({ site: 'xiaohongshu', noteId, surface, link, commentId }),
    ...{ type: 'sighting', site: 'xiaohongshu', noteId, surface, link, layer: 'L1', rule: 'target', verified: false },
    ruleVersion: '2026-11-01.1',
    ...(commentId !== undefined && { commentId, poster: { role: 'other_user', pinned: false, reply: false } }),
  });
  if (hasLink) told.happenings.push(sighting('ad-link'));
  for (const [position, { id, blue }] of comments.entries()) {
    stay(
      scene,
      {
        ...{ key: `comment:${id}`, kind: 'comment', position, noteId, commentId: id, authorRole: 'other_user' },
        ...{ rect: [600, 300 + 60 * position, 380, 50] },
        ...(blue && { surfaces: ['blue-link'] }),
      } as ExposureEvent['unit'],
      { at: now + 500, ms: 2_000, ratio: 1 },
    );
    if (blue) told.happenings.push(sighting('blue-link', id));
    told.truth.push({
      ...{ kind: 'comment', adClass: blue ? 'commercial_link' : 'none', viewable: true, list: visit },
      ...{ visible50Ms: 2_000, pixelMs: 2_000 * 380 * 50 },
    } as Truth);
  }
  if (hasLink) follow(scene, { at: now + 3_000, noteId, link });
  itself(scene, { from: now, to: now + ms, kind: 'note' });
  return now + ms;
}

function follow(scene: Scene, { at, noteId, link }: { at: number; noteId: string; link: ResolvedLink }): void {
  const { random, told, next, visit } = scene;
  told.happenings.push({
    ...base(at, visit),
    ...{ id: next('click'), type: 'click', site: 'xiaohongshu', noteId, surface: 'ad-link', link, how: 'new-tab' },
    space: 'jd',
  } as ClickEvent);
  if (random() < 0.7)
    told.happenings.push({
      ...base(at + 900, next('visit')),
      ...{ id: next('landing'), tab: 2, opener: 1, type: 'landing', platform: 'jd', itemKey: link.itemKey },
    } as LandingEvent);
  if (random() < 0.4)
    told.orders.push({
      orderKey: `jd:${hex(random, 64)}`,
      ...{ platform: 'jd', status: 'completed', source: 'page', quantity: 1, orderPaidFen: 1_990 },
      ...(link.itemKey !== undefined && { itemKey: link.itemKey }),
      orderedAt: at + 30 * minute,
      paidAt: at + 31 * minute,
      firstSeenAt: at + 40 * minute,
    });
}

/** The same as a ledger would tell it. */
export function sourceOf({ happenings, orders }: Pick<Simulated, 'happenings' | 'orders'>): ExportSource {
  const pages = async function* <T>(rows: readonly T[]) {
    for (let from = 0; from < rows.length; from += 500) yield rows.slice(from, from + 500);
  };
  const sightings = new Map<string, SightingEvent[]>();
  for (const event of happenings)
    if (event.type === 'sighting' && event.noteId !== undefined)
      sightings.set(event.noteId, [...(sightings.get(event.noteId) ?? []), event]);
  return {
    happenings: pages(happenings),
    orders: pages(orders),
    linksOn: async (_site, noteId) =>
      (sightings.get(noteId) ?? []).map((sighting) => ({ rows: [sighting], isWithheld: false })),
    dropped: () => 0,
    droppedLines: () => 0,
  };
}
