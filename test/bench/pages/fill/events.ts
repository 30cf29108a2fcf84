import type { LedgerEvent } from '@/utils/core/events';
import type { ResolvedLink } from '@/utils/core/types';

/** 2026-01-01 00:00 UTC; a note every twenty minutes from there. */
const start = Date.UTC(2026, 0, 1);
const noteEveryMs = 20 * 60_000;

/** Each note makes this many events: seen with three links, one followed and landed on, one wanted, some collected and bought. */
const eventsPerNote = 10;

/** Made-up events `from` (included) to `to` of an endless list that is the same in every run. */
export function makeEvents(from: number, to: number): LedgerEvent[] {
  const first = Math.floor(from / eventsPerNote);
  const notes = Array.from({ length: Math.ceil(to / eventsPerNote) - first }, (_, index) => first + index);
  return notes.flatMap(eventsOf).slice(from - first * eventsPerNote, to - first * eventsPerNote);
}

function eventsOf(note: number): LedgerEvent[] {
  const place = placeOf(note);
  const links = [0, 1, 2].map((nth) => linkOf(note * 3 + nth));
  const [clicked, wanted] = links as [ResolvedLink, ResolvedLink];
  return [
    {
      ...place(0),
      type: 'note',
      site,
      note: { id: noteId(note), title: `第${String(note)}篇：租房改造好物分享`, media: 'image' },
    },
    ...links.map((link, nth) => sighting(place(1 + nth), note, link)),
    { ...place(4), type: 'click', site, noteId: noteId(note), surface: 'ad-link', link: clicked, how: 'new-tab' },
    landing(place(5), clicked),
    { ...place(6), type: 'want', key: wanted.key, wanted: true },
    note % 2 === 0
      ? { ...place(7), type: 'collect', site, noteId: noteId(note), collected: true }
      : { ...place(7), type: 'page', where: clicked.platform, kind: 'item', settled: true, unread: [] },
    purchase(place(8), note % 3 === 0 ? clicked : linkOf(-note)),
    { ...place(9), type: 'page', where: site, kind: 'note', settled: true, unread: [] },
  ];
}

const site = 'xiaohongshu';
type Place = ReturnType<ReturnType<typeof placeOf>>;

function placeOf(note: number) {
  return (nth: number) => ({
    id: `bench-${String(note)}-${String(nth)}`,
    at: start + note * noteEveryMs + nth * 1_000,
    zoneMinutes: 480,
    visit: `visit-${String(note)}`,
    url: `https://www.xiaohongshu.com/explore/${noteId(note)}`,
    tab: 1,
  });
}

function noteId(note: number): string {
  return note.toString(16).padStart(24, '6');
}

const shops = [
  { platform: 'taobao', space: 'ali', url: 'https://item.taobao.com/item.htm?id=' },
  { platform: 'tmall', space: 'ali', url: 'https://detail.tmall.com/item.htm?id=' },
  { platform: 'jd', space: 'jd', url: 'https://item.jd.com/' },
  { platform: 'pinduoduo', space: 'pdd', url: 'https://mobile.yangkeduo.com/goods.html?goods_id=' },
  { platform: 'vipshop', space: 'vip', url: 'https://detail.vip.com/detail-1-' },
  { platform: 'xiaohongshu', space: 'xhs', url: 'https://www.xiaohongshu.com/goods-detail/' },
] as const;

function linkOf(item: number): ResolvedLink {
  const shop = shops[Math.abs(item) % shops.length] ?? shops[0];
  const itemId = String(700_000_000_000 + item);
  const key = `${shop.space}:${itemId}`;
  const canonical = shop.url + itemId;
  return { platform: shop.platform, kind: 'item', key, itemId, itemKey: key, canonical, attribution: {}, via: [] };
}

function sighting(place: Place, note: number, link: ResolvedLink): LedgerEvent {
  const found = { layer: 'L1', rule: 'target', verified: false, ruleVersion: 'bench' };
  const id = `s:${site}:${noteId(note)}:ad-link:${link.key}`;
  return { ...place, ...found, id, type: 'sighting', site, noteId: noteId(note), surface: 'ad-link', link };
}

function landing(place: Place, { platform, key, canonical = '' }: ResolvedLink): LedgerEvent {
  const says = { title: '北欧风落地灯 客厅卧室暖光阅读灯', shop: '一盏灯家居旗舰店', priceFen: 19_900 };
  return { ...place, ...says, type: 'landing', platform, itemKey: key, itemUrl: canonical };
}

function purchase({ id, at, zoneMinutes }: Place, { platform, key, itemId = '' }: ResolvedLink): LedgerEvent {
  const orderKey = `${platform}:${id.padEnd(64, '0')}`;
  const line = { title: '北欧风落地灯', orderPaidFen: 18_900, orderedAt: at, status: 'paid', source: 'page' } as const;
  const bought = { platform, itemId, itemKey: key, ...line };
  return { id, at, zoneMinutes, type: 'purchase', evidence: 'observed', orderKey, purchase: bought };
}
