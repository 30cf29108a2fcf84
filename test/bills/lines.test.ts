import { describe, expect, test } from 'vitest';
import { readBill } from '@/utils/bills';
import { made, shanghai } from './files';

const at = '2026-01-05 10:00:00';
const found = (bytes: Uint8Array) => readBill(bytes, 'bill.csv').found;
const first = (bytes: Uint8Array) => found(bytes)[0];

/** Lines of one form, each with what it must give; undefined is no purchase. */
describe('Alipay', () => {
  const line = (change: Partial<Record<'who' | 'goods' | 'way' | 'sum' | 'by' | 'word' | 'id' | 'shop', string>>) => {
    const {
      who = '示例**店',
      goods = '示例商品',
      way = '支出',
      sum = '9.90',
      by = '余额宝',
      word = '交易成功',
    } = change;
    const { id = '2026010522000000000000000001', shop = 'T200P4000000000000000101' } = change;
    return `${at},日用百货,${who},a***@b,${goods},${way},${sum},${by},${word},${id}\t,${shop}\t,,`;
  };

  test.each([
    ['a payment', line({}), { platform: 'taobao', orderPaidFen: 990, status: 'completed', shop: '示例**店' }],
    ['on its way', line({ word: '等待确认收货' }), { status: 'shipped', orderPaidFen: 990 }],
    [
      'never paid',
      line({ way: '不计收支', by: '', word: '交易关闭' }),
      { status: 'cancelled', orderedAt: shanghai(at) },
    ],
    ['closed after it was paid', line({ word: '交易关闭' }), { status: 'refunded', orderPaidFen: 990 }],
    ['waiting for the money', line({ by: '', word: '等待付款' }), { status: 'unpaid', orderedAt: shanghai(at) }],
    ['a word nobody knows', line({ word: '已升级' }), { status: 'unknown', orderPaidFen: 990 }],
    ['a title with commas', line({ goods: '"示例,商品 ""好"""' }), { title: '示例,商品 "好"' }],
    ['a formula as title', line({ goods: '=1+1' }), { title: '=1+1' }],
    ['paid nothing', line({ sum: '0.00' }), { orderPaidFen: 0 }],
    [
      'something called as refunds are',
      line({ goods: '退款神器手机壳' }),
      { title: '退款神器手机壳', orderPaidFen: 990 },
    ],
    ['盒马', line({ who: '盒马鲜生' }), undefined],
    ['a meal', line({ who: '示例餐厅', shop: '2026010512345' }), undefined],
    ['card of the family', line({ who: '示例', goods: '亲情卡', shop: '20230123014741014' }), undefined],
    ['money that came in', line({ way: '收入' }), undefined],
    ['唯品会', line({ who: '唯品会', shop: '260105123456' }), { platform: 'vipshop', orderId: '260105123456' }],
    ['小红书', line({ who: '行吟信息科技', shop: 'P712345678901234567' }), { platform: 'xiaohongshu' }],
  ])('%s', (_name, text, expected) => {
    if (expected) expect(first(made('alipay', text))).toMatchObject(expected);
    else expect(found(made('alipay', text))).toEqual([]);
  });

  test.each([
    ['', '交易成功', [{ where: 'line 3', reason: 'bad-amount' }]],
    ['#VALUE!', '交易成功', [{ where: 'line 3', reason: 'bad-amount' }]],
    ['#DIV/0!', '交易成功', [{ where: 'line 3', reason: 'bad-amount' }]],
    ['', '等待付款', []],
  ])('a payment whose amount is "%s", %s', (sum, word, unread) => {
    const reading = readBill(made('alipay', line({ sum, word })), 'bill.csv');
    expect(reading.unread).toEqual(unread);
    expect(reading.found).toHaveLength(1);
    expect(reading.found[0]).not.toHaveProperty('orderPaidFen');
  });

  test('an order that was never paid shows no money', () => {
    const purchase = first(made('alipay', line({ way: '不计收支', by: '', word: '交易关闭' })));
    expect(purchase).not.toHaveProperty('orderPaidFen');
    expect(purchase).not.toHaveProperty('paidAt');
  });

  test('a deposit and the rest are one order; the same line twice is one line', () => {
    const two = made('alipay', line({ sum: '10.00' }), line({ sum: '90.00', id: '2026010522000000000000000002' }));
    expect(found(two)).toHaveLength(1);
    expect(first(two)).toMatchObject({ orderPaidFen: 10_000 });
    expect(first(made('alipay', line({}), line({})))).toMatchObject({ orderPaidFen: 990 });
  });

  test('refunds add up, and the whole of it is a refund', () => {
    const back = (sum: string, n: number) =>
      line({
        goods: '退款-示例商品',
        way: '不计收支',
        sum,
        word: '退款成功',
        id: `2026010522000000000000000001_${String(n)}`,
      });
    expect(first(made('alipay', back('4.90', 1), line({})))).toMatchObject({ status: 'completed', refundedFen: 490 });
    const whole = first(made('alipay', back('4.90', 1), back('5.00', 2), line({})));
    expect(whole).toMatchObject({ status: 'refunded', orderPaidFen: 990 });
  });

  test.each([
    ['USD 12.00', 'foreign-currency'],
    ['€5', 'foreign-currency'],
    ['很多', 'bad-amount'],
  ])('the amount %s is told, and the row stays', (sum, reason) => {
    const { found: rows, unread } = readBill(made('alipay', line({ sum })), 'bill.csv');
    expect(rows).toHaveLength(1);
    expect(rows[0]).not.toHaveProperty('orderPaidFen');
    expect(unread).toEqual([{ where: 'line 3', reason }]);
  });
});

describe('Alipay, older form of the web', () => {
  const line = (word: string, back = '0.00', pay = '2021-05-01 10:00:10') =>
    `2021050122001 ,T200P1700000000000000001 ,2021-05-01 10:00:00 ,${pay} ,2021-05-09 10:00:00 ,其他（包括阿里巴巴和外部商家）,支付宝担保交易 ,示例小店 ,示例商品 雨伞 ,59.00 ,支出 ,${word} ,0.00 ,${back} , ,已支出 ,`;

  test.each([
    ['bought', line('交易成功'), { status: 'completed', orderPaidFen: 5900, shop: '示例小店', title: '示例商品 雨伞' }],
    ['part came back', line('交易成功', '9.00'), { status: 'completed', refundedFen: 900 }],
    ['all came back', line('交易关闭', '59.00'), { status: 'refunded', orderPaidFen: 5900 }],
    ['never paid', line('交易关闭', '0.00', ''), { status: 'cancelled' }],
  ])('%s', (_name, text, expected) => {
    expect(first(made('web', text, '------', '共1笔记录'))).toMatchObject({
      orderId: '1700000000000000001',
      ...expected,
    });
  });
});

describe('WeChat', () => {
  const line = (who: string, goods: string, change: { word?: string; kind?: string; way?: string } = {}) => {
    const { word = '支付成功', kind = '商户消费', way = '支出' } = change;
    return `${at},${kind},${who},"${goods}",${way},¥20.00,零钱,${word},"4200000000202601050000000001\t","10000000000000000001\t","/"`;
  };

  test.each([
    [
      'jd',
      line('京东商城平台商户', '京东-订单编号300000000001'),
      { platform: 'jd', orderId: '300000000001', title: '' },
    ],
    [
      'xp',
      line('拼多多平台商户', '商户单号XP2326010400000000000000000002'),
      { orderId: 'XP2326010400000000000000000002' },
    ],
    ['taobao', line('淘宝平台商户', '示例商品'), { platform: 'taobao', orderId: '10000000000000000001' }],
    [
      'part',
      line('淘宝平台商户', '示例', { word: '已退款(￥5.00)' }),
      { status: 'paid', refundedFen: 500, orderPaidFen: 2000 },
    ],
    ['part, other sign', line('淘宝平台商户', '示例', { word: '已退款¥5.00' }), { status: 'paid', refundedFen: 500 }],
    ['the whole as a part', line('淘宝平台商户', '示例', { word: '已退款(￥20.00)' }), { status: 'refunded' }],
    ['all', line('淘宝平台商户', '示例', { word: '已全额退款' }), { status: 'refunded', orderPaidFen: 2000 }],
    ['小红书', line('小红书', '小红书订单'), { platform: 'xiaohongshu', title: '小红书订单' }],
    ['a restaurant', line('示例过桥米线', '总共消费:28.16'), undefined],
    ['a prize', line('打开拼多多', '/', { word: '充值成功', way: '收入' }), undefined],
    ['a transfer', line('京东', '转账', { word: '已转账', kind: '转账' }), undefined],
    ['a bike', line('美团单车', '骑行'), undefined],
  ])('%s', (_name, text, expected) => {
    if (expected) expect(first(made('wechat', text))).toMatchObject(expected);
    else expect(found(made('wechat', text))).toEqual([]);
  });

  test('a refund told by the payment itself is not taken off twice', () => {
    const back = line('淘宝平台商户', '示例', { word: '已退款¥5.00', kind: '淘宝平台商户-退款', way: '收入' }).replace(
      '20.00',
      '5.00',
    );
    expect(first(made('wechat', back, line('淘宝平台商户', '示例', { word: '已退款(￥5.00)' })))).toMatchObject({
      refundedFen: 500,
    });
  });
});

describe('JD', () => {
  const line = (
    goods: string,
    sum: string,
    change: { way?: string; word?: string; shop?: string; who?: string } = {},
  ) => {
    const { way = '支出', word = '交易成功', shop = '1', who = '京东平台商户' } = change;
    return `${at}\t,${who},${goods},${sum},微信支付,${word},${way},电脑办公,300000000001\t,${shop}\t, ,`;
  };

  test('paid later: a line of 0.00 only announces the order', () => {
    const purchases = found(
      made('jd', line('示例 耳机', '0.00', { way: '不计收支' }), line('示例 耳机', '99.00', { shop: '2' })),
    );
    expect(purchases).toEqual([expect.objectContaining({ orderPaidFen: 9900, title: '示例 耳机' })]);
  });

  test.each([
    ['the loan paid back', line('白条主动还款', '50.00', { way: '不计收支', word: '还款成功' })],
    ['money moved', line('小金库转出', '50.00', { way: '不计收支' })],
    ['another merchant', line('咖啡', '20.00', { who: '示例咖啡' })],
  ])('%s is no purchase', (_name, text) => {
    expect(found(made('jd', text))).toEqual([]);
  });

  test('the older form begins as Alipay’s and is not taken for it', () => {
    const text = `${at}\t,数码电器,京东平台商户,示例 键盘,支出,199.00(已退款99.00),京东白条,交易成功,300000000009\t,77\t,`;
    const paid = { orderId: '300000000009', orderPaidFen: 19_900, refundedFen: 9900, status: 'completed' };
    expect(first(made('jdOlder', text))).toMatchObject({ platform: 'jd', ...paid });
  });
});
