import { describe, expect, test } from 'vitest';
import type { ItemRow } from '@/utils/core/rows';
import { everything, isPlain, searchLine, searchLines, searchList, type SearchQuery } from '@/utils/core/search';

const at = 1_000;
const base = { kind: 'item', surfaces: [], journey: [], savedBy: [], state: 'saved' } as const;
const rows: ItemRow[] = [
  {
    ...{ ...base, surfaces: [], journey: [], savedBy: [], key: 'jd:1', platform: 'jd', savedAt: at },
    ...{ title: '粗陶杯 Mug', shop: '某某旗舰店', priceFen: 8_900 },
    note: { site: 'xiaohongshu', id: 'n', at, title: '每天早上' },
    tags: [
      { name: '礼物', on: true, at },
      { name: '旧的', on: false, at },
    ],
    remark: { text: '等降价', at },
  },
  {
    ...{ ...base, surfaces: [], journey: [], savedBy: [], key: 'ali:2', platform: 'tmall', savedAt: at + 1 },
    ...{ title: 'ＭＵＧ with lid', priceFen: 4_900 },
  },
  { ...base, surfaces: [], journey: [], savedBy: [], key: 'jd:3', platform: 'jd', savedAt: at + 2 },
];
const lines = rows.map((row, place) => searchLine(row, 'savedAt', place === 0 ? 'author-7' : undefined));
const list = searchList(lines);
const found = (query: Partial<SearchQuery>) => searchLines(list, { ...everything, ...query }).map(({ key }) => key);

describe('words are found', () => {
  test.each([
    ['in a title, whatever its case and width', 'mug', ['ali:2', 'jd:1']],
    ['in a shop', '旗舰店', ['jd:1']],
    ['in the title of the note', '早上', ['jd:1']],
    ['in the name of an author', 'AUTHOR-7', ['jd:1']],
    ['in a tag', '礼物', ['jd:1']],
    ['in a remark', '降价', ['jd:1']],
    ['in different parts, all of them', ' mug  旗舰 ', ['jd:1']],
    ['not in a tag that was taken off', '旧的', []],
    ['not where one of them is missing', 'mug nothing', []],
    ['everywhere, where there is none', '  ', ['jd:3', 'ali:2', 'jd:1']],
  ])('%s', (_where, text, keys) => expect(found({ text })).toEqual(keys));
});

test.each([
  [{ platform: 'jd' }, ['jd:3', 'jd:1']],
  [{ tag: '礼物' }, ['jd:1']],
  [{ tag: '旧的' }, []],
  [{ sort: 'oldest' }, ['jd:1', 'ali:2', 'jd:3']],
  [{ sort: 'cheapest' }, ['ali:2', 'jd:1', 'jd:3']],
  [{ sort: 'dearest' }, ['jd:1', 'ali:2', 'jd:3']],
  [{ sort: 'cheapest', text: 'mug', platform: 'jd' }, ['jd:1']],
] as const)('%j', (query, keys) => expect(found(query)).toEqual(keys));

test('a title of a megabyte costs no more than its head', () => {
  const long = searchLine({ ...rows[2]!, title: `\ud800needle${'x'.repeat(1e6)}end` }, 'savedAt');
  expect(long.text.length).toBeLessThan(1_000);
  expect(searchLines(searchList([long]), { ...everything, text: 'needle' })).toHaveLength(1);
});

describe('how it stands with an item', () => {
  const cool = { until: at, at };
  const standing = (change: Partial<ItemRow>, by: 'savedAt' | 'purchasedAt' = 'savedAt') =>
    searchLine({ ...rows[2]!, ...change }, by).standings;

  test.each<[string, Partial<ItemRow>, string[]]>([
    ['saved', {}, ['waiting']],
    ['saved, to be asked about again', { cool }, ['waiting', 'asked']],
    ['not to be asked about any more', { cool: { until: 0, at } }, ['waiting']],
    ['bought', { state: 'bought', cool }, ['bought']],
    ['refunded', { state: 'refunded' }, ['refunded']],
    ['dropped', { state: 'dropped' }, ['dropped']],
  ])('among what is saved: %s', (_name, change, expected) => expect(standing(change)).toEqual(expected));

  test.each<[string, Partial<ItemRow>, string[]]>([
    ['kept', { outcome: { as: 'kept', at } }, ['kept']],
    ['regretted', { outcome: { as: 'regretted', at } }, ['regretted']],
    ['given back once, and bought again', { outcome: { as: 'refunded', at } }, ['unsaid']],
    ['nobody said', {}, ['unsaid']],
  ])('among what is bought: %s', (_name, change, expected) =>
    expect(standing(change, 'purchasedAt')).toEqual(expected),
  );

  test('narrows a list', () => {
    const two = searchList([lines[0]!, { ...lines[1]!, standings: ['dropped'] }]);
    const keys = (query: Partial<SearchQuery>) => searchLines(two, { ...everything, ...query }).map(({ key }) => key);
    expect([keys({ standing: 'dropped' }), keys({ standing: 'waiting' }), keys({ standing: 'asked' })]).toEqual([
      ['ali:2'],
      ['jd:3'],
      [],
    ]);
  });
});

test('only what changes nothing is plain', () => {
  expect(isPlain({ ...everything, text: ' ' })).toBe(true);
  expect(
    [{ text: 'a' }, { platform: 'jd' }, { tag: 'a' }, { standing: 'asked' as const }, { sort: 'oldest' as const }].some(
      (change) => isPlain({ ...everything, ...change }),
    ),
  ).toBe(false);
});
