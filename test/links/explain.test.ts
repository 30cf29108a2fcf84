import { expect, test } from 'vitest';
import { resolveLink } from '../../utils/links';
import { explainLink } from '../../utils/links/explain';
import { attributionRows, resolveAny } from './tables';

const explain = (url: string) => {
  const link = resolveLink(url);
  if (!link) throw new Error(`no link: ${url}`);
  const { affiliate, ad, share } = explainLink(link);
  return [affiliate, ad, share].map((group) => group.map(({ name }) => name));
};

test.each([
  ['https://item.taobao.com/item.htm?id=7&pid=mm_1_2_3&tk=abc', [['pid'], [], ['tk']]],
  ['https://item.taobao.com/item.htm?id=7&ali_trackid=2:mm_1_2_3', [['ali_trackid'], [], []]],
  ['https://item.taobao.com/item.htm?id=7&ali_trackid=1_abc&ali_refid=a3', [[], ['ali_trackid', 'ali_refid'], []]],
  ['https://ccc-x.jd.com/dsp/cl?posid=1&pid=2909&union_id=3&to=x', [['union_id'], ['posid', 'pid'], []]],
  ['https://mobile.yangkeduo.com/goods.html?goods_id=7&pid=1_2&refer_share_id=a', [['pid'], [], ['refer_share_id']]],
  ['https://item.taobao.com/item.htm?id=7', [[], [], []]],
])('%s', (url, expected) => {
  expect(explain(url)).toEqual(expected);
});

test.each(attributionRows)('all of $url is explained in three languages', ({ url, names }) => {
  const link = resolveAny(url);
  const explained = Object.values(link ? explainLink(link) : {}).flat();
  expect(explained.map(({ name }) => name).sort()).toEqual(names.split(','));
  for (const { words, value } of explained) {
    expect(Object.keys(words)).toEqual(['zh-CN', 'zh-TW', 'en']);
    expect(Object.values(words).every((text) => text.length > 1)).toBe(true);
    expect(value).not.toBe('');
  }
});

test("a wrapper of another shop is explained in that shop's words", () => {
  const link = resolveLink('https://union-click.jd.com/jdc?d=code&to=https%3A%2F%2Fwww.kaola.com%2F');
  expect(link && explainLink(link).affiliate[0]?.words.en).toContain('JD');
});
