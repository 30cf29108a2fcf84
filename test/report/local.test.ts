import { describe, expect, test } from 'vitest';
import type { Estimate, Middle } from '@/utils/core/density-report';
import { categories, categoryOf } from '@/utils/report/categories';
import { localTally } from '@/utils/report/local';
import type { Happening } from '@/utils/export/terms';
import * as made from '../export/made-rows';
import { jdLink } from '../export/simulate';

function reportOf(events: Happening[], titles: Record<string, string> = {}) {
  const tally = localTally((key) => titles[key]);
  for (const event of events) tally.add(event);
  return tally.report();
}

const noteOf = (title: string, kind: 'statutory' | 'none'): Happening => ({
  ...made.sighting(0, 'v'),
  ...{ id: 'n', type: 'note', note: { id: made.note, title, label: { text: kind === 'none' ? '' : '广告', kind } } },
});

test.each([
  ['善存复合维生素片 90 粒', 'healthFood'],
  ['官燕窝礼盒', 'tonics'],
  ['电子血压计家用', 'medical'],
  ['修护精华面霜', 'beauty'],
  ['氨基酸沐浴露', 'care'],
  ['折叠椅 露营户外', 'sports'],
  ['秋天的第一件毛衣', 'clothes'],
  ['手冲咖啡豆', 'food'],
  ['手机壳', undefined],
  ['', undefined],
])('%s is %s', (title, name) => expect(categoryOf(title)?.name).toBe(name));

test('what is said to be open and kept in is by its source, and they disagree', () => {
  const baby = categories.find(({ name }) => name === 'baby');
  expect([baby?.allowedBy, baby?.keptIn]).toEqual([['S3', 'S4'], ['S2']]);
});

/** As many sessions, hours apart, each with the same. */
function sessions(count: number, each: (at: number, session: number) => Happening[]): Happening[] {
  return Array.from({ length: count }, (_session, no) => each(no * 60 * made.minute, no)).flat();
}

const valueOf = (figure: Estimate | Middle) => (figure.state === 'known' ? figure.value : undefined);

describe('categories of ad links', () => {
  const shown = (at: number) => [
    made.sighting(at, 'v', { title: '冲锋衣 男' }),
    made.sighting(at + 5, 'v', { title: undefined as never, link: jdLink('7') }),
    made.sighting(at + 7, 'v', { title: '手机壳' }),
    made.sighting(at + 9, 'v', { surface: 'blue-link', title: '面霜' }),
    made.sighting(at + 11, 'v', { title: '手机膜' }),
  ];

  test('are shares of ad links, those of no known category among them', () => {
    const { categories: found } = reportOf(sessions(8, shown), { 'jd:7': '帐篷 双人' });
    expect(found.map(({ name, share }) => [name, valueOf(share), share.units, share.clusters])).toEqual([
      ['sports', 0.5, 32, 8],
      ['unknown', 0.5, 32, 8],
    ]);
    expect(found[0]).toMatchObject({ firstAt: made.start, keptIn: [], allowedBy: ['S0', 'S1', 'S2', 'S3', 'S4'] });
  });

  test.each([4, 5])('%d sessions, or fewer than twenty links, give no number', (count) => {
    const of = (at: number) => shown(at).slice(0, count === 4 ? 5 : 3);
    for (const { share } of reportOf(sessions(count, of)).categories)
      expect(Object.keys(share).sort()).toEqual(['clusters', 'state', 'units']);
  });
});

describe('health sold on a note that teaches', () => {
  const sold = (at: number) => [0, 1, 2, 3, 4].map((place) => made.sighting(at + place, 'v', { title: '钙片' }));

  test('is a share of links to health goods, with the words that say so', () => {
    const { health } = reportOf([noteOf('营养师科普：怎么补钙', 'none'), ...sessions(5, sold)]);
    expect(health.words).toEqual(['营养师', '科普', '怎么补']);
    expect(health.onKnowledge).toMatchObject({ value: 1, part: 25, units: 25, clusters: 5 });
    expect(health.onKnowledge.state === 'known' && health.onKnowledge.low).toBeLessThan(0.6);
    expect(valueOf(reportOf([noteOf('我的一天', 'none'), ...sessions(5, sold)]).health.onKnowledge)).toBe(0);
  });

  test('is not told of a handful', () =>
    expect(reportOf([noteOf('科普', 'none'), ...sold(0)]).health).toMatchObject({
      links: { state: 'few', units: 5, clusters: 1 },
      onKnowledge: { state: 'few', units: 5, clusters: 1 },
    }));
});

test('ad links out of the site: on notes without a label, and to Taobao', () => {
  const taobao = { ...jdLink('1'), platform: 'taobao' };
  const links = sessions(10, (at) => [made.sighting(at, 'v'), made.sighting(at + 1, 'v', { link: taobao })]);
  const { outside, unlabelled, taobao: there } = reportOf([noteOf('x', 'none'), ...links]).shops;
  expect([outside, unlabelled, there].map(valueOf)).toEqual([1, 1, 0.5]);
  expect(valueOf(reportOf([noteOf('x', 'statutory'), ...links]).shops.unlabelled)).toBe(0);
  // Of a note that nobody has a reading of nothing is said.
  expect(reportOf(links).shops.unlabelled).toEqual({ state: 'few', units: 0, clusters: 0 });
});

describe('from the question to the link', () => {
  const asked = { where: 'thread', time: { text: '2小时前' } } as const;
  const poster = { role: 'author', pinned: false, reply: true, time: { text: '1小时前' } } as const;
  const answers = (count: number) =>
    sessions(count, (at, no) => [
      made.sighting(at, 'v', { surface: 'blue-link', commentId: `c${String(no)}`, asked, poster }),
    ]);

  test('is as exact as the page’s own words', () => {
    const { delay } = reportOf(answers(5));
    expect([delay.least.units, delay.least.clusters]).toEqual([5, 5]);
    expect(valueOf(delay.least) ?? Infinity).toBeLessThanOrEqual(3_600_000);
    expect(valueOf(delay.most) ?? 0).toBeGreaterThanOrEqual(3_600_000);
  });

  test('is not told of a handful', () =>
    expect(reportOf(answers(4)).delay.least).toEqual({ state: 'few', units: 4, clusters: 4 }));
});

test('how far labels stand from links, each label once', () => {
  const box: [number, number, number, number] = [0, 0, 1, 1];
  const labelled = (at: number, place: number, entry = 1) =>
    made.card(at, 'v', {
      entry,
      unit: {
        key: `card:${String(place)}`,
        label: { text: '广告', kind: 'statutory', measured: { box, linkPx: 10 + place } },
      },
    });
  const rows = sessions(5, (at, place) => [labelled(at, place), labelled(at + 1, 40, 2)]);
  const { distance } = reportOf([...rows, made.card(0, 'w')]);
  expect(distance).toMatchObject({ state: 'known', value: 12, units: 5, clusters: 5 });
  expect(distance.state === 'known' && (distance.high ?? 0)).toBeGreaterThan(12);
  expect(reportOf(rows.slice(2)).distance).toEqual({ state: 'few', units: 4, clusters: 4 });
});

describe('ad load by category', () => {
  const stay = (
    at: number,
    visit: string,
    { ms = 1_500, ...unit }: { noteId: string; surfaces?: ['ad-link']; ms?: number },
  ) => made.openNote(at, visit, { durationMs: ms, unit: { key: `open-note:${unit.noteId}`, ...unit } });
  /** Five notes opened in a session: one with a tent, one with what nobody can name, one with a blue link alone. */
  const read = (at: number, no: number): Happening[] => [
    stay(at, `a${String(no)}`, { noteId: 'tent', surfaces: ['ad-link'] }),
    stay(at + 1, `a${String(no)}`, { noteId: 'tent', surfaces: ['ad-link'] }), // again in the same visit: the same note
    stay(at + 2, `b${String(no)}`, { noteId: 'odd', surfaces: ['ad-link'], ms: 200 }),
    stay(at + 3, `c${String(no)}`, { noteId: 'blue' }),
    stay(at + 4, `d${String(no)}`, { noteId: 'plain' }),
    stay(at + 5, `e${String(no)}`, { noteId: 'plain' }),
  ];
  const links = [
    made.sighting(0, 'a0', { noteId: 'tent', title: '帐篷 双人' }),
    made.sighting(0, 'a0', { noteId: 'tent', title: '天幕', surface: 'goods-card' }),
    made.sighting(0, 'c0', { noteId: 'blue', title: '面霜', surface: 'blue-link', commentId: 'c' }),
  ];

  test('is of the notes that were opened, loaded and viewable', () => {
    const { byCategory } = reportOf([...links, ...sessions(10, read)]);
    expect(byCategory.map(({ name }) => name)).toEqual(['sports', 'unknown']);
    const [sports, unknown] = byCategory;
    expect(sports).toMatchObject({
      loaded: { value: 0.2, units: 50, clusters: 10 },
      viewable: { value: 0.25, units: 40, clusters: 10 },
    });
    expect(unknown).toMatchObject({ loaded: { value: 0.2 }, viewable: { value: 0 } });
  });

  test('is of the visits on which the note had its link, and no others', () => {
    const openings = (at: number, no: number): Happening[] => [
      stay(at, `a${String(no)}`, { noteId: 'tent', ...(no === 9 && { surfaces: ['ad-link'] }) }),
      stay(at + 1, `b${String(no)}`, { noteId: 'plain' }),
    ];
    const { byCategory } = reportOf([...links, ...sessions(10, openings)]);
    expect(byCategory).toMatchObject([{ name: 'sports', loaded: { value: 0.05, units: 20 } }]);
  });

  test('is not told of four sessions', () => {
    const { byCategory } = reportOf([...links, ...sessions(4, read)]);
    for (const { loaded, viewable } of byCategory) expect([loaded.state, viewable.state]).toEqual(['few', 'few']);
  });
});
