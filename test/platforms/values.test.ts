import { describe, expect, test } from 'vitest';
import { asCount, asId } from '../../utils/core/decode';
import { assignedJson, jsonAt } from '../../utils/platforms/embedded-json';
import { readerOfUnit, readYuan } from '../../utils/core/money';
import { isServiceLine } from '../../utils/core/service-line';
import { readStatus } from '../../utils/core/status';
import { readTime } from '../../utils/core/time';

describe('money in fen', () => {
  test.each([
    ['￥59.90', 5990],
    ['59.9', 5990],
    ['1,299', 129900],
    ['¥ 1,098.00', 109800],
    ['总额 ¥61.90', 6190],
    ['应付总额：¥0.01', 1],
    ['47.400', 4740],
    ['88元', 8800],
    ['￥１，０９８．００', 109800],
    ['&yen;88.00', 8800],
    ['&#165;&nbsp;1,088.00', 108_800],
    ['&#xFFE5;88', 8800],
    ['实付款：￥47.40', 4740],
    ['人民币 12.50元', 1250],
    ['CNY 12', 1200],
    [19.99, 1999],
    ['0.00', 0],
  ])('%s → %s', (text, fen) => expect(readYuan(text)).toBe(fen));

  test.each([
    ['61,83 сом', 'foreign-currency'],
    ['&euro;5.00', 'foreign-currency'],
    ['HK&#36;5.00', 'foreign-currency'],
    ['US $12.00', 'foreign-currency'],
    ['$12.00', 'foreign-currency'],
    ['HK$20.00', 'foreign-currency'],
    ['12,50 €', 'foreign-currency'],
    ['港币20.00', 'foreign-currency'],
    ['JP¥1200', 'foreign-currency'],
    ['#DIV/0!', 'bad-amount'],
    ['61,83', 'bad-amount'],
    ['1.234', 'bad-amount'],
    ['-5.00', 'bad-amount'],
    ['9.9起', 'bad-amount'],
    ['9.9-19.9', 'bad-amount'],
    ['？', 'bad-amount'],
    ['免费', 'bad-amount'],
    [{}, 'bad-amount'],
    [1e300, 'bad-amount'],
    ['99999999999999999', 'bad-amount'],
    [NaN, 'bad-amount'],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('%s → %s', (text, why) => expect(readYuan(text)).toBe(why));

  test.each([
    [1090, 1090],
    ['1090', 1090],
    [' 1090 ', 1090],
    ['10.90', 1090],
    ['¥10.90', 1090],
    [10.9, 1090],
    ['¥8', 800],
    [-1, 'bad-amount'],
    ['99999999999999999', 'bad-amount'],
    [undefined, undefined],
  ])('yuan or fen: %s alone → %s', (value, fen) => expect(readerOfUnit([value])(value)).toBe(fen));

  test.each<[string, unknown, unknown[], number]>([
    ['a whole number of yuan as text', '20', ['10.90', '20', '814.80'], 2000],
    ['a whole number of yuan beside a sign', '20', ['¥8', '20'], 2000],
    ['a whole number of yuan', 20, [10.9, 20], 2000],
    ['fen as text', '20', ['1090', '20'], 20],
    ['fen', 20, [1090, 20], 20],
    ['fen, and the same as text in yuan', 1090, ['10.90', 1090], 1090],
    ['text that is no amount beside fen', '1090', ['已拼成', '61,83 сом', '1090'], 1090],
  ])('%s has the unit of its neighbours', (...[, value, page, fen]) => {
    expect(readerOfUnit(page)(value)).toBe(fen);
  });
});

describe('time at Asia/Shanghai', () => {
  test.each([
    ['2026-01-05 12:34:56', 1767587696000],
    [' 2026/01/05 12:34 ', 1767587640000],
    ['1767587696', 1767587696000],
    [1767587696, 1767587696000],
    [1767587696000, 1767587696000],
    ['2026/1/5 9:05', 1767575100000],
    ['2026年1月5日　12:34:56', 1767587696000],
    ['2026-01-05T12:34:56.0', 1767587696000],
    ['２０２６－０１－０５　１２：３４：５６', 1767587696000],
    ['2026年01月05日12:34:56', 1767587696000],
    ['下单时间：2026-01-05 12:34:56', 1767587696000],
    ['下单日期 2026-01-05 12:34', 1767587640000],
    ['创建时间\n2026/01/05 12:34:56', 1767587696000],
    // Half days, as table programs write them
    ['2026/1/5 9:05 PM', 1767618300000],
    ['2026/1/5 下午 9:05', 1767618300000],
    ['2026/1/5 上午 9:05:00', 1767575100000],
    ['2026-01-05 12:34:56 pm', 1767587696000],
    ['2026-01-05 12:34:56 AM', 1767544496000],
    // A zone that is told counts
    ['2026-01-05T04:34:56.000Z', 1767587696000],
    ['2026-01-05T12:34:56+08:00', 1767587696000],
    ['2026-01-05 13:34:56 +09:00', 1767587696000],
    ['2026-01-05', undefined],
    ['2026-13-05 12:34:56', undefined],
    ['2026-02-30 12:34:56', undefined],
    ['2028-02-29 12:34:56', 1835411696000],
    ['昨天 12:34', undefined],
    ['176758769', undefined],
    ['17675876960', undefined],
    ['2026-01-05 9', undefined],
    [null, undefined],
  ])('%s → %s', (text, at) => expect(readTime(text)).toBe(at));
});

describe('status words', () => {
  test.each([
    ['退款成功', 'refunded'],
    ['待发货，已退款', 'refunded'],
    ['TRADE_CLOSED', 'refunded'],
    ['待发货 退款中', 'refunding'],
    ['CREATE_CLOSED_OF_TAOBAO', 'cancelled'],
    ['TRADE_CLOSED_BY_TAOBAO', 'cancelled'],
    ['待发货，退款已取消', 'paid'],
    ['退款已取消，订单已取消', 'cancelled'],
    ['交易已取消', 'cancelled'],
    ['当前订单状态：卖家已发货，请查看页面下方物流信息', 'shipped'],
    ['未确认收货', 'shipped'],
    ['待评价', 'completed'],
    ['等待买家付款', 'unpaid'],
    ['正在出库', 'paid'],
    ['部分退款成功', undefined],
    ['部分已退款', undefined],
    ['部分商品退款成功', undefined],
    ['等待买家付尾款', 'unpaid'],
    ['等待对方发货', 'paid'],
    ['等待买家确认收货', 'shipped'],
    ['等待对方确认收货', 'shipped'],
    ['買家已付款', 'paid'],
    ['賣家已發貨', 'shipped'],
    ['等待買家確認收貨', 'shipped'],
    ['待評價', 'completed'],
    ['已簽收', 'completed'],
    ['交易關閉', 'cancelled'],
    ['訂單關閉', 'cancelled'],
    ['正在出庫', 'paid'],
    ['退款處理中', 'refunding'],
    ['已提货', 'completed'],
    ['退款/退货', undefined],
    ['待使用', undefined],
    ['未发货', undefined],
    ['已付定金', undefined],
    ['', undefined],
    [3, undefined],
  ])('%s → %s', (text, status) => expect(readStatus(text)).toBe(status));
});

describe('service lines', () => {
  test.each([
    '运费险',
    '退货运费险',
    '保险服务',
    '增值服务',
    '示例旗舰店购物金充值',
    '买家秀',
    '手机 增值服务',
    '7天无理由退货运费险',
    '七天无理由退换货运费险',
    '联想增值服务 一年延保',
    '示例 增值服务',
  ])('%s is one', (title) => expect(isServiceLine(title)).toBe(true));
  test.each([
    '',
    '示例商品',
    '【送运费险】雨鞋',
    '雨鞋 送运费险',
    '雨鞋 赠退货运费险',
    '运动鞋 含增值服务 43码',
    '雨鞋 7天无理由退货运费险',
    '7天无理由退货运费险 雨鞋',
    '7天无理由退货 雨鞋',
    '联想增值服务版 笔记本',
    '送增值服务 一年延保',
    '手机增值服务 卡套',
    '笔记本电脑 一年延保',
  ])('%s is none', (title) => expect(isServiceLine(title)).toBe(false));
});

describe('ids and pieces', () => {
  test.each([
    ['4000000000000000101', '4000000000000000101'],
    [700000000001, '700000000001'],
    [4000000000000000101, undefined],
    [0, undefined],
    ['0', undefined],
    ['', undefined],
    ['a b', undefined],
    [{}, undefined],
  ])('id %s → %s', (value, id) => expect(asId(value)).toBe(id));

  test.each([
    ['x2', 2],
    [' 6 ', 6],
    [3, 3],
    ['×10', 10],
    ['ｘ１２', 12],
    ['3件', 3],
    ['3件套', undefined],
    ['0', undefined],
    ['1.5', undefined],
    [-1, undefined],
    ['many', undefined],
  ])('pieces %s → %s', (value, count) => expect(asCount(value)).toBe(count));
});

describe('JSON inside other text', () => {
  const data = /\bvar data\s*=/;
  test.each([
    ['a literal', `var data = JSON.parse('{"a":"\\u4E2D\\"\\/\\'"}');`, undefined],
    ['escapes of quotes', `var data = JSON.parse('{\\"a\\":\\"\\u4E2D\\/\\'x\\'\\"}');`, { a: "中/'x'" }],
    ['an object', 'var data = {"a":[1,{"b":"}"}]};var x={}', { a: [1, { b: '}' }] }],
    ['the second assignment', 'var data = load(); var data={"a":1}', { a: 1 }],
    [
      'ids of 19 digits',
      'var data={"id":4000000000000000101,"t":"x:4000000000000000102,"}',
      { id: '4000000000000000101', t: 'x:4000000000000000102,' },
    ],
    ['cut in half', 'var data={"a":[1,2', undefined],
    ['no assignment', 'var other={"a":1}', undefined],
    ['a call', 'var data = f({"a":1})', undefined],
  ])('%s', (_, text, value) => expect(assignedJson(text, data)).toEqual(value));

  test.each([
    ['mtopjsonp3({"a":1})', { a: 1 }],
    ['\n/**/cb([1,2]);', [1, 2]],
    ['{"a":"\\"}"}', { a: '"}' }],
    ['cb()', undefined],
    ['', undefined],
    ['}{', undefined],
  ])('%s', (text, value) => expect(jsonAt(text, 0)).toEqual(value));
});
