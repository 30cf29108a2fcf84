import { describe, expect, test } from 'vitest';
import {
  everyLine,
  findToJoin,
  type ItemLine,
  joinedWith,
  type LineQuery,
  lineOf,
  lineStates,
  productOf,
  sameElsewhere,
  selectLines,
} from '@/utils/core/item-lines';
import type { ItemRow } from '@/utils/core/rows';

function row(key: string, change: Partial<ItemRow> = {}): ItemRow {
  return {
    ...{ key, platform: 'jd', kind: 'item', surfaces: ['ad-link'], savedBy: [], state: 'seen' },
    journey: [{ step: 'seen', at: 1, evidence: 'observed' }],
    ...change,
  };
}

const line = (key: string, change: Partial<ItemLine> = {}): ItemLine => ({ ...lineOf(row(key)), ...change });
const ofRow = (given: Partial<ItemRow> & { key: string }, change: Partial<ItemLine>): ItemLine => ({
  ...lineOf(row(given.key, given)),
  ...change,
});
const keysOf = (lines: readonly ItemLine[]) => lines.map(({ key }) => key);

describe('a line', () => {
  test('of a title of a megabyte is short', () => {
    expect(lineOf(row('a', { title: 'x'.repeat(1_000_000) })).title).toHaveLength(160);
  });

  test('leaves out what is not known', () => {
    expect(Object.values(lineOf(row('a'))).includes(undefined)).toBe(false);
  });
});

describe('the same thing by its name', () => {
  test.each([
    ['spaces and dress', '【官方正品】北欧风 落地灯 客厅!', '北欧风落地灯客厅', true],
    ['full-width letters', 'ＩＰＨＯＮＥ 壳子', 'iphone壳子', true],
    ['capitals', 'Folding Chair', 'folding chair', true],
    ['another colour', '北欧风落地灯白色', '北欧风落地灯黑色', false],
    ['another size', 'Kettle 1.5 litres', 'Kettle 2.5 litres', false],
  ])('%s', (_, ...[one, other, same]) => expect(productOf(one) === productOf(other)).toBe(same));

  test.each(['', '灯', '【官方正品】', 'ab cd'])('“%s” says too little', (title) =>
    expect(productOf(title)).toBeUndefined(),
  );

  test('ten thousand names are ten thousand numbers', () => {
    expect(new Set(Array.from({ length: 10_000 }, (_name, at) => productOf(`product ${String(at)}`))).size).toBe(
      10_000,
    );
  });

  test('is found on other platforms, cheapest first', () => {
    const product = 7;
    const lines = [
      line('jd:1', { product }),
      line('ali:1', { platform: 'tmall', product, priceFen: 300 }),
      line('pdd:1', { platform: 'pinduoduo', product, priceFen: 200 }),
      line('jd:2', { product }),
      line('vip:1', { platform: 'vipshop', product: 8 }),
    ];
    expect(keysOf(sameElsewhere(lines, 'jd:1'))).toEqual(['pdd:1', 'ali:1']);
    expect(sameElsewhere(lines, 'gone')).toEqual([]);
    expect(keysOf(selectLines(lines, { ...everyLine, state: 'several' })).sort()).toEqual([
      'ali:1',
      'jd:1',
      'jd:2',
      'pdd:1',
    ]);
  });
});

describe('the same thing by the person’s word', () => {
  const lines = [
    line('jd:1', { group: 'a', product: 7 }),
    line('ali:1', { platform: 'tmall', group: 'a', product: 7, priceFen: 300 }),
    line('pdd:1', { platform: 'pinduoduo', group: 'a', priceFen: 200 }),
    line('jd:2', { group: 'b' }),
    line('jd:3', { group: 'b' }),
    line('vip:1', { platform: 'vipshop', product: 7 }),
  ];

  test('is beside it, cheapest first, and no likeness any more', () => {
    expect(keysOf(joinedWith(lines, 'jd:1'))).toEqual(['pdd:1', 'ali:1']);
    expect(keysOf(sameElsewhere(lines, 'jd:1'))).toEqual(['vip:1']);
    expect([joinedWith(lines, 'vip:1'), joinedWith(lines, 'gone')]).toEqual([[], []]);
  });

  test('is on several shops where it is, whatever it is called', () => {
    const several = keysOf(selectLines(lines, { ...everyLine, state: 'several' }));
    expect(several.sort()).toEqual(['ali:1', 'jd:1', 'pdd:1', 'vip:1']);
  });

  test('is looked for among all others by their words', () => {
    expect(keysOf(findToJoin(lines, 'jd:1', ' JD: ')).sort()).toEqual(['jd:2', 'jd:3']);
    expect(findToJoin(lines, 'jd:1', '  ')).toEqual([]);
    expect(keysOf(findToJoin(lines, 'vip:1', 'ali:')).sort()).toEqual(['ali:1']);
  });

  test('that was taken back is none', () => {
    expect(lineOf(row('a', { group: { name: '', at: 1 } }))).not.toHaveProperty('group');
    expect(lineOf(row('a', { group: { name: 'g', at: 1 } }))).toMatchObject({ group: 'g' });
  });
});

describe('what is asked for', () => {
  const lines = [
    ofRow(
      { key: 'jd:1', title: 'Folding chair', priceFen: 100, savedAt: 1, state: 'saved' },
      { firstAt: 1, lastAt: 9 },
    ),
    ofRow(
      { key: 'jd:2', title: 'ＫＥＴＴＬＥ', shop: 'CHAIR shop', savedAt: 2, purchasedAt: 2, state: 'bought' },
      { firstAt: 2, lastAt: 2 },
    ),
    ofRow(
      {
        ...{ key: 'ali:3', platform: 'tmall', priceFen: 50, savedAt: 3, state: 'dropped' },
        note: { site: 'xiaohongshu', id: 'n', at: 3, title: 'Camping chairs' },
        tags: [
          { name: '礼物', on: true, at: 3 },
          { name: '旧的', on: false, at: 3 },
        ],
        remark: { text: '等降价', at: 3 },
      },
      { firstAt: 3, lastAt: 3 },
    ),
    ofRow({ key: 'ali:4', platform: 'tmall', state: 'refunded' }, { firstAt: 4, lastAt: 4 }),
  ];

  test.each([
    ['everything', {}, ['ali:4', 'ali:3', 'jd:2', 'jd:1']],
    ['a word of title, shop or note, whatever the case', { text: ' Chair ' }, ['ali:3', 'jd:2', 'jd:1']],
    ['a word in other letters', { text: 'kettle' }, ['jd:2']],
    ['words in different places', { text: 'chair  kettle' }, ['jd:2']],
    ['a tag', { text: '礼物' }, ['ali:3']],
    ['a remark', { text: '降价' }, ['ali:3']],
    ['a tag that was taken off', { text: '旧的' }, []],
    ['a key', { text: 'jd:2' }, ['jd:2']],
    ['nothing that is so named', { text: 'sofa' }, []],
    ['a platform', { platform: 'tmall' }, ['ali:4', 'ali:3']],
    ['what waits', { state: 'waiting' }, ['jd:1']],
    ['what was bought', { state: 'bought' }, ['jd:2']],
    ['what came back', { state: 'refunded' }, ['ali:4']],
    ['what was dropped', { state: 'dropped' }, ['ali:3']],
    ['what was only seen', { state: 'seen' }, []],
    ['the latest change first', { sort: 'latest' }, ['jd:1', 'ali:4', 'ali:3', 'jd:2']],
    ['the cheapest first, the unknown last', { sort: 'cheapest' }, ['ali:3', 'jd:1', 'ali:4', 'jd:2']],
    ['the dearest first, the unknown last', { sort: 'dearest' }, ['jd:1', 'ali:3', 'ali:4', 'jd:2']],
  ] as [string, Partial<LineQuery>, string[]][])('%s', (_, change, keys) =>
    expect(keysOf(selectLines(lines, { ...everyLine, ...change }))).toEqual(keys),
  );

  test('every state is known', () => {
    for (const state of lineStates) expect(Array.isArray(selectLines(lines, { ...everyLine, state }))).toBe(true);
  });
});
