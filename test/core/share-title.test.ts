import { expect, test } from 'vitest';
import { shareTitle } from '@/utils/core/share-title';

test.each([
  ['【淘宝】https://m.tb.cn/h.abc?tk=def HU9196 「羊毛衫女宽松」 点击链接直接打开', '羊毛衫女宽松'],
  [
    '【淘宝】退货运费险 https://e.tb.cn/h.abc?tk=def MF937 「保温杯 500ml」 点击链接直接打开 或者 淘宝搜索直接打开',
    '保温杯 500ml',
  ],
  ['【京东】https://3.cn/2S-KRZ0i?jkl=@P1t2B3MTzq@ MF8555 「床头灯」', '床头灯'],
  ['【淘宝】「【示例】圆形喇叭「小」」 https://m.tb.cn/h.abc', '【示例】圆形喇叭「小」'],
  ['纸巾 10 包 https://mobile.yangkeduo.com/goods.html?ps=AbC 复制这条消息打开拼多多', '纸巾 10 包'],
  ['https://mobile.yangkeduo.com/goods.html?goods_id=1', ''],
  ['￥aBcD1234eFg￥', ''],
  ['¥129 的灯', '¥129 的灯'],
  ['', ''],
  ['一'.repeat(500), '一'.repeat(120)],
])('%s → %s', (text, title) => expect(shareTitle(text)).toBe(title));
