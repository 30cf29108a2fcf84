import { describe, expect, test } from 'vitest';
import { isSameShop, piecesOf, similarity } from '@/utils/match/similar';

const alike = (one: string, other: string) => similarity(piecesOf(one), piecesOf(other));

describe('titles', () => {
  test.each([
    ['羊毛衫女宽松', '2026秋冬新款羊毛衫女宽松显瘦毛衣'], // a note's words, out of the shop's
    ['示例牌 4L 空气炸锅', '示例牌空气炸锅4L大容量家用'],
    ['Nike Air Zoom Pegasus 41', 'nike pegasus 41 男子跑步鞋 air zoom'],
    ['羊毛衫 等多件', '羊毛衫'],
    ['ＡＢＣ保温杯 ５００ｍｌ', 'abc保温杯 500ml'],
  ])('“%s” and “%s” may be one thing', (one, other) => {
    expect(alike(one, other)).toBeGreaterThanOrEqual(0.4);
    expect(alike(one, other)).toBe(alike(other, one));
  });

  test.each([
    ['羊毛衫女宽松', '牛仔裤女高腰'],
    ['示例牌空气炸锅', '示例牌电饭煲'],
    ['保温杯', '保鲜盒'],
    ['新款正品包邮', '正品包邮新款'],
    ['', '羊毛衫'],
    ['毛衣', '毛衣链 项链女'], // one pair in common is chance
  ])('“%s” and “%s” are two', (one, other) => {
    expect(alike(one, other)).toBeLessThan(0.4);
  });

  test('the same title is 1, whatever its length', () => {
    for (const title of ['羊毛衫', 'Nike Air', '示例牌空气炸锅4L']) expect(alike(title, title)).toBeCloseTo(1, 10);
  });
});

describe('shops', () => {
  test.each([
    ['示例旗舰店', '示例旗舰店', true],
    ['示例**店', '示例旗舰店', true],
    ['示例旗舰店', '示例***店', true],
    ['NIKE 官方店', 'nike官方店', true],
    ['示例**店', '示店', false],
    ['别的**店', '示例旗舰店', false],
    ['**店', '示例旗舰店', false], // a mask that hides the beginning tells nothing
    ['', '', false],
    ['示例', '示例旗舰店', false],
  ])('%s, %s: %s', (one, other, same) => expect(isSameShop(one, other)).toBe(same));
});
