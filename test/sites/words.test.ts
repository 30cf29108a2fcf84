import { expect, test } from 'vitest';
import { asksForLink } from '../../utils/sites/xiaohongshu/comments';
import { readCount, readTotal } from '../../utils/sites/xiaohongshu/counts';
import { labelKind } from '../../utils/sites/xiaohongshu/labels';

test.each([
  ['0', 0],
  ['3358', 3358],
  ['1,234', 1234],
  ['1.2万', 12_000],
  ['10万+', 100_000],
  ['2千', 2000],
  [' 14 ', 14],
  ['赞', undefined],
  ['评论', undefined],
  ['', undefined],
  ['-3', undefined],
  ['1.2.3万', undefined],
  ['12abc', undefined],
])('count %j is %s', (text, count) => expect(readCount(text)).toBe(count));

test.each([
  ['共 14 条评论', 14],
  ['共14条评论', 14],
  ['共 1.2万 条评论', 12_000],
  ['共 0 条评论', 0],
  ['共 几 条评论', undefined],
  ['我数了共 14 条评论', undefined],
  ['展开 14 条回复', undefined],
])('total %j is %s', (text, count) => expect(readTotal(text)).toBe(count));

test.each([
  '求链接！床头那盏灯太好看了',
  '精华是哪一款呀，求个链接',
  '蹲个链接',
  '链接在哪',
  '有链接吗',
  '想要链接',
  '桌上的围巾也想要，哪里买的',
  '怎么买',
  '在哪买呀',
  '店铺叫什么',
  '求同款',
  'Link?',
])('%s asks for a link', (text) => expect(asksForLink(text)).toBe(true));

test.each([
  '链接在评论区',
  '链接放了哦',
  '已经买了，比图里还暖',
  '蹲一个后续反馈',
  '求更新，想看更多细节',
  '同款用了半年，真的耐用',
  '同问同问',
  '没有链接',
  '',
])('%j asks for none', (text) => expect(asksForLink(text)).toBe(false));

test.each([
  ['广告', 'statutory'],
  ['赞助', 'equivalent'],
  ['Sponsored', 'equivalent'],
  ['推广广告', 'statutory'],
  ['品牌合作', 'declared'],
  ['利益相关', 'declared'],
  ['', 'none'],
  ['官方', 'other'],
])('label %j is %s', (text, kind) => expect(labelKind(text)).toBe(kind));
