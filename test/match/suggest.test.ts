import { describe, expect, test } from 'vitest';
import { type Candidate, itemSuggester, type LooseLine } from '@/utils/match/suggest';

const hour = 3_600_000;
const seenAt = 1_000 * hour;

const item = (change: Partial<Candidate> = {}): Candidate => ({
  key: 'ali:1',
  space: 'ali',
  title: '羊毛衫女宽松',
  seenAt,
  touchedAt: [],
  ...change,
});
const line = (change: object = {}): LooseLine => ({
  key: 'ali:0f::羊毛衫',
  space: 'ali',
  title: '2026秋冬羊毛衫女宽松显瘦',
  at: seenAt + hour,
  denied: new Set(),
  ...change,
});
const suggest = (items: Candidate[], loose: object = {}) =>
  itemSuggester(items)(line(loose)).map(({ item: key, method }) => [key, method]);

describe('what a line may be of', () => {
  test.each<[string, Candidate[], object, [string, string][]]>([
    ['a title that is alike', [item()], {}, [['ali:1', 'title']]],
    ['the same shop too', [item({ shop: '示例旗舰店' })], { shop: '示例**店' }, [['ali:1', 'shop-title']]],
    ['another house', [item({ space: 'jd' })], {}, []],
    ['another thing', [item({ title: '牛仔裤女高腰' })], {}, []],
    ['bought before it was seen', [item({ seenAt: seenAt + 2 * hour })], {}, []],
    ['bought nobody knows when', [item()], { at: undefined }, []],
    ['denied before', [item()], { denied: new Set(['ali:1']) }, []],
    ['without a title', [item({ title: '' })], {}, []],
  ])('%s', (...[, items, loose, expected]) => expect(suggest(items, loose)).toEqual(expected));

  test('the likeliest come first, three at most', () => {
    const items = ['羊毛衫女', '羊毛衫女宽松显瘦', '羊毛衫女宽松', '秋冬羊毛衫女宽松'].map((title, n) =>
      item({ key: `ali:${String(n)}`, title, ...(n === 2 && { shop: '示例店' }) }),
    );
    const found = itemSuggester(items)(line({ shop: '示例店' }));
    expect(found).toHaveLength(3);
    expect(found[0]?.item).toBe('ali:2');
    expect(found.map(({ score }) => score)).toEqual([...found.map(({ score }) => score)].sort((a, b) => b - a));
    expect(found.every(({ score }) => score > 0 && score <= 1)).toBe(true);
  });

  describe('by amount and time', () => {
    const looked = item({ title: '', priceFen: 3990, touchedAt: [seenAt + hour] });
    const paid = { title: '', paidFen: 3990, at: seenAt + 2 * hour };
    test.each<[string, Candidate[], object, [string, string][]]>([
      ['looked at within two hours, for its very price', [looked], paid, [['ali:1', 'amount-time']]],
      ['another price', [looked], { ...paid, paidFen: 3980 }, []],
      ['too long after', [looked], { ...paid, at: seenAt + 3 * hour + 1 }, []],
      ['before the look', [looked], { ...paid, at: seenAt + hour - 1 }, []],
      ['two that it could be', [looked, { ...looked, key: 'ali:2' }], paid, []],
      ['for nothing', [{ ...looked, priceFen: 0 }], { ...paid, paidFen: 0 }, []],
      ['seen only', [{ ...looked, touchedAt: [] }], paid, []],
    ])('%s', (...[, items, loose, expected]) => expect(suggest(items, loose)).toEqual(expected));
  });
});
