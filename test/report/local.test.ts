import { describe, expect, test } from 'vitest';
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

describe('categories of ad links', () => {
  test('count links whose title is known, and say which are not', () => {
    const { categories: found } = reportOf(
      [
        made.sighting(0, 'v', { title: '冲锋衣 男' }),
        made.sighting(5, 'v', { title: undefined as never, link: jdLink('7') }),
        made.sighting(9, 'v', { surface: 'blue-link', title: '面霜' }),
      ],
      { 'jd:7': '帐篷 双人' },
    );
    expect(found).toEqual([
      {
        ...{ name: 'sports', links: 2, firstAt: made.start, keptIn: [] },
        allowedBy: ['S0', 'S1', 'S2', 'S3', 'S4'],
      },
    ]);
    expect(reportOf([made.sighting(0, 'v', { title: '手机壳' })]).categories).toMatchObject([{ name: 'unknown' }]);
  });

  test('health sold on a note that teaches is counted, with the words that say so', () => {
    const { health } = reportOf([noteOf('营养师科普：怎么补钙', 'none'), made.sighting(0, 'v', { title: '钙片' })]);
    expect(health).toEqual({ links: 1, onKnowledge: 1, words: ['营养师', '科普', '怎么补'] });
    expect(reportOf([noteOf('我的一天', 'none'), made.sighting(0, 'v', { title: '钙片' })]).health).toMatchObject({
      onKnowledge: 0,
    });
  });
});

test('an ad link on a note without a label, and one to a Taobao shop, are told', () => {
  const taobao = { ...jdLink('1'), platform: 'taobao' };
  const links = [made.sighting(0, 'v'), made.sighting(1, 'v', { link: taobao })];
  expect(reportOf([noteOf('x', 'none'), ...links]).shops).toEqual({ adLinks: 2, taobao: 1, unlabelled: 2 });
  expect(reportOf([noteOf('x', 'statutory'), ...links]).shops).toMatchObject({ unlabelled: 0 });
  // Of a note that nobody has a reading of nothing is said.
  expect(reportOf(links).shops).toMatchObject({ unlabelled: 0 });
});

describe('from the question to the link', () => {
  const asked = { where: 'thread', time: { text: '2小时前' } } as const;
  const poster = { role: 'author', pinned: false, reply: true, time: { text: '1小时前' } } as const;
  const answers = (count: number) =>
    Array.from({ length: count }, (_answer, place) =>
      made.sighting(place, 'v', { surface: 'blue-link', commentId: `c${String(place)}`, asked, poster }),
    );

  test('is as exact as the page’s own words', () => {
    const { delay } = reportOf(answers(5));
    expect(delay.n).toBe(5);
    expect(delay.least ?? Infinity).toBeLessThanOrEqual(3_600_000);
    expect(delay.most ?? 0).toBeGreaterThanOrEqual(3_600_000);
  });

  test('is not told of a handful', () => expect(reportOf(answers(4)).delay).toEqual({ n: 4, least: null, most: null }));
});

test('how far labels stand from links, each label once', () => {
  const box: [number, number, number, number] = [0, 0, 1, 1];
  const labelled = (place: number, entry = 1) =>
    made.card(place, 'v', {
      entry,
      unit: {
        key: `card:${String(place)}`,
        label: { text: '广告', kind: 'statutory', measured: { box, linkPx: 10 + place } },
      },
    });
  const rows = [0, 1, 2, 3, 4].map((place) => labelled(place));
  expect(reportOf([...rows, labelled(4, 2), made.card(0, 'w')]).distance).toEqual({ n: 5, median: 12, most: 14 });
  expect(reportOf(rows.slice(1)).distance).toEqual({ n: 4, median: null, most: null });
});
