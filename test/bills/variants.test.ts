import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBill } from '@/utils/bills';
import { bytesOf, made, shanghai } from './files';

const at = '2026-01-05 10:00:00';
const order = 'T200P4000000000000000101';
const number = '2026010522000000000000000001';

interface Alipay {
  at?: string;
  goods?: string;
  way?: string;
  sum?: string;
  by?: string;
  word?: string;
  id?: string;
  shop?: string;
}

function alipay(change: Alipay = {}): string {
  const { goods = '示例商品', way = '支出', sum = '9.90', by = '余额宝', word = '交易成功' } = change;
  const { id = number, shop = order } = change;
  return `${change.at ?? at},日用百货,示例**店,a***@b,${goods},${way},${sum},${by},${word},${id}\t,${shop}\t,,`;
}

const closed = { way: '不计收支', by: '', word: '交易关闭' };
const back = { goods: '退款-示例商品', way: '不计收支', sum: '1.00', word: '退款成功', id: `${number}_1` };

describe('Alipay', () => {
  test.each<[string, string[], object]>([
    ['paid at the second try', [alipay({ ...closed, id: '1' }), alipay({ id: '2' })], { orderPaidFen: 990 }],
    ['the first try told last', [alipay({ id: '2' }), alipay({ ...closed, id: '1' })], { orderPaidFen: 990 }],
    [
      'closed, with no way of paying',
      [alipay({ by: '', word: '交易关闭' })],
      { status: 'refunded', orderPaidFen: 990 },
    ],
    ['waiting for the shop', [alipay({ word: '等待对方发货' })], { status: 'paid' }],
    ['the same refund told twice', [alipay(back), alipay(back), alipay()], { refundedFen: 100 }],
    ['two refunds of one sum', [alipay(back), alipay({ ...back, id: `${number}_2` }), alipay()], { refundedFen: 200 }],
    [
      'one payment closed and given back, one kept',
      [alipay({ word: '交易关闭', id: '1' }), alipay({ id: '2', sum: '5.00' })],
      { status: 'completed', orderPaidFen: 1490, refundedFen: 990 },
    ],
    ['a title over two lines', [alipay({ goods: '"甲\n乙"' })], { title: '甲\n乙' }],
    ['a title with commas', [alipay({ goods: '甲,乙, 丙' })], { title: '甲,乙, 丙', orderPaidFen: 990 }],
    ['a title with a number behind its comma', [alipay({ goods: '甲,500' })], { title: '甲,500', orderPaidFen: 990 }],
    ['a title with inches', [alipay({ goods: '27" 显示器' })], { title: '27" 显示器' }],
    ['an id kept as text', [alipay({ shop: `="${order}"` })], { orderId: '4000000000000000101' }],
    [
      'a time as a table program writes it',
      [alipay({ at: '2026/1/5 9:05' })],
      { paidAt: shanghai('2026-01-05 09:05') },
    ],
    ['thousands', [alipay({ sum: '"￥1,234.50"' })], { orderPaidFen: 123_450 }],
    ['thousands that nobody quoted', [alipay({ sum: '1,234,567.50' })], { orderPaidFen: 123_456_750 }],
    ['commas in the title and in the amount', [alipay({ goods: '甲,乙', sum: '1,234.50' })], { orderPaidFen: 123_450 }],
    ['full-width digits', [alipay({ sum: '１，２３４．５０' })], { orderPaidFen: 123_450 }],
    ['a number of pieces', [alipay({ goods: '示例商品 等3件' })], { quantity: 3 }],
    ['a number that is part of the name', [alipay({ goods: '收纳盒 等3件套' })], { quantity: 1 }],
    ['several pieces, nobody says how many', [alipay({ goods: '示例商品等多件' })], { quantity: 1 }],
    [
      'closed, and another line gives the money back',
      [alipay({ ...back, sum: '9.90' }), alipay(closed)],
      { status: 'refunded', orderPaidFen: 990, paidAt: shanghai(at) },
    ],
    [
      'the wallet’s number rounded by a table program',
      [alipay({ id: '2.02601E+27' })],
      { orderId: '4000000000000000101' },
    ],
  ])('%s', (_name, lines, expected) => {
    const { found, unread } = readBill(made('alipay', ...lines), 'bill.csv');
    expect(found).toEqual([expect.objectContaining({ platform: 'taobao', ...expected })]);
    expect(unread).toEqual([]);
  });

  test.each([
    ['insurance of the way back', alipay({ goods: '退货运费险' })],
    ['a family card', alipay({ goods: '亲情卡', shop: '20230123014741014' })],
  ])('%s is no purchase', (_name, line) => {
    expect(readBill(made('alipay', line), 'bill.csv')).toEqual({ found: [], unread: [], skipped: 1 });
  });

  test('an order whose only numbers were rounded is told, since many would be one', () => {
    const { found, unread } = readBill(made('alipay', alipay({ id: '2.02601E+27', shop: '2E+19' })), 'bill.csv');
    expect([found, unread]).toEqual([[], []]);
    const vip = `${at},服饰装扮,唯品会,/,卫衣,支出,9.90,余额宝,交易成功,2.02601E+27,2.60105E+11,,`;
    expect(readBill(made('alipay', vip), 'bill.csv').unread).toEqual([{ where: 'line 3', reason: 'shape' }]);
  });

  test('columns in the order of 2021, with 收/支 before and the time behind everything', () => {
    const header =
      '收/支,交易对方,对方账号,商品说明,收/付款方式,金额,交易状态,交易分类,交易订单号,商家订单号,交易时间,';
    const line = (goods: string) =>
      `支出,示例**店,a***@b,${goods},余额宝,9.90,交易成功,日用百货,${number}\t,${order}\t,${at},`;
    for (const goods of ['甲', '甲,乙, 丙']) {
      const { found } = readBill(bytesOf([header, line(goods), ''].join('\n')), 'bill.csv');
      expect(found).toEqual([
        expect.objectContaining({
          title: goods,
          orderPaidFen: 990,
          paidAt: shanghai(at),
          orderId: '4000000000000000101',
        }),
      ]);
    }
  });

  test('a quote without an end takes its own line along, and no other', () => {
    const lines = [alipay({ goods: '"27寸' }), alipay({ id: '9', shop: 'T200P4000000000000000109' })];
    const { found, unread } = readBill(made('alipay', ...lines), 'bill.csv');
    expect(found.map(({ orderId }) => orderId)).toEqual(['4000000000000000109']);
    expect(unread).toEqual([{ where: 'line 3', reason: 'shape' }]);
  });

  test('a remark behind the lines is none of them', () => {
    expect(readBill(made('alipay', alipay(), '导出时间：2026-02-01 用户：示例'), 'bill.csv').unread).toEqual([]);
  });
});

describe('Meituan: a refund has numbers of its own', () => {
  type Line = readonly [kind: string, title: string, paid: string, day: string, id: string];
  const line = (...[kind, title, paid, day, id]: Line) =>
    `2026-01-0${day} 10:00:00,2026-01-0${day} 10:00:09,${kind},${title},支出,微信支付,¥20.00,¥${paid},"2501${id}\t","K${id}\t",/`;
  const pay = line('支付', '示例蛋挞6只', '20.00', '2', '1');

  test.each([
    ['the whole', [line('退款', '示例蛋挞6只', '20.00', '5', '2'), pay], { status: 'refunded' }, 0],
    ['a part', [line('退款', '示例蛋挞6只', '5.00', '5', '2'), pay], { status: 'paid', refundedFen: 500 }, 0],
    ['more than was paid', [line('退款', '示例蛋挞6只', '21.00', '5', '2'), pay], { status: 'paid' }, 1],
    ['before it was paid', [line('退款', '示例蛋挞6只', '20.00', '1', '2'), pay], { status: 'paid' }, 1],
    ['another thing', [line('退款', '示例咖啡', '20.00', '5', '2'), pay], { status: 'paid' }, 1],
    [
      'one of two alike',
      [line('退款', '示例蛋挞6只', '20.00', '5', '2'), pay, line('支付', '示例蛋挞6只', '20.00', '3', '3')],
      { status: 'paid' },
      1,
    ],
    [
      'the whole of one of two alike that cost more',
      [line('退款', '示例蛋挞6只', '20.00', '5', '2'), pay, line('支付', '示例蛋挞6只', '30.00', '3', '3')],
      { status: 'refunded' },
      0,
    ],
  ] as const)('%s', (...[, lines, expected, skipped]) => {
    const reading = readBill(made('meituan', ...lines), 'mt.csv');
    expect(reading.found[0]).toMatchObject({ orderPaidFen: 2000, ...expected });
    expect(reading.skipped).toBe(skipped);
  });
});

describe('WeChat', () => {
  test.each([
    ['京东-订单编号300000000001', { platform: 'jd', orderId: '300000000001' }],
    ['美团订单-26010400000000000000000000000001', { platform: 'meituan', orderId: '26010400000000000000000000000001' }],
    ['商户单号XP2326010400000000000000000002', { platform: 'pinduoduo', orderId: 'XP2326010400000000000000000002' }],
    ['小红书订单', { platform: 'xiaohongshu', orderId: '10' }],
    ['唯品会订单', { platform: 'vipshop', orderId: '10' }],
  ])('%s, whoever was paid', (goods, expected) => {
    const text = `${at},商户消费,示例支付科技,"${goods}",支出,¥20.00,零钱,支付成功,"42\t","10\t","/"`;
    expect(readBill(made('wechat', text), 'wechat.csv').found).toEqual([expect.objectContaining(expected)]);
  });

  test.each(['同款卫衣', '唯品会同款卫衣'])('%s names no shop', (goods) => {
    const text = `${at},商户消费,示例小店,"${goods}",支出,¥20.00,零钱,支付成功,"42\t","10\t","/"`;
    expect(readBill(made('wechat', text), 'wechat.csv')).toEqual({ found: [], unread: [], skipped: 1 });
  });

  const line = (word: string) =>
    `${at},商户消费,京东,"京东-订单编号300000000001",支出,"¥2,000.00",零钱,"${word}","42\t","10\t","/"`;
  test.each([
    ['已退款（￥5.00）', { status: 'paid', refundedFen: 500 }],
    ['已退款 (¥ 5.00)', { status: 'paid', refundedFen: 500 }],
    ['已退款(￥1,005.00)', { status: 'paid', refundedFen: 100_500 }],
    ['已退款(￥2,000.00)', { status: 'refunded' }],
    ['已退款', { status: 'refunded' }],
    ['已部分退款(￥5.00)', { status: 'paid', refundedFen: 500 }],
    ['已退款¥1,005.00', { status: 'paid', refundedFen: 100_500 }],
    ['已退款(￥5.00) ', { status: 'paid', refundedFen: 500 }],
    ['对方已退还', { status: 'unknown' }],
  ])('%s', (word, expected) => {
    const { found } = readBill(made('wechat', line(word)), 'wechat.csv');
    expect(found).toEqual([expect.objectContaining({ orderPaidFen: 200_000, ...expected })]);
  });

  test.each([
    ['已退款(￥1,020.00)', { refundedFen: 102_000, status: 'paid' }],
    ['已退款（¥1,020.00）', { refundedFen: 102_000, status: 'paid' }],
    ['已退款¥1,020.00', { refundedFen: 102_000, status: 'paid' }],
    ['已退款(￥2,020.00)', { status: 'refunded' }],
  ])('%s, whose comma nobody quoted', (word, expected) => {
    const text = line('').replace('"¥2,000.00",零钱,""', `¥2,020.00,零钱,${word}`);
    const { found, unread } = readBill(made('wechat', text), 'wechat.csv');
    expect(unread).toEqual([]);
    expect(found).toEqual([expect.objectContaining({ orderPaidFen: 202_000, orderId: '300000000001', ...expected })]);
    expect('refundedFen' in expected).toBe(found[0]?.refundedFen !== undefined);
  });

  test.each(['已退款(￥1', '已退款(￥1.2.3)'])('%s tells an amount that cannot be read, and no number', (word) => {
    const { found, unread } = readBill(made('wechat', line(word)), 'wechat.csv');
    expect(found).toMatchObject([{ orderPaidFen: 200_000, status: 'paid' }]);
    expect(found[0]).not.toHaveProperty('refundedFen');
    expect(unread).toEqual([{ where: 'line 3', reason: 'bad-amount' }]);
  });

  const header = [
    '交易时间',
    '交易类型',
    '交易对方',
    '商品',
    '收/支',
    '金额(元)',
    '支付方式',
    '当前状态',
    '交易单号',
    '商户单号',
  ];
  const row = (time: string, sum: string) => [
    ...[time, '商户消费', '京东', '京东-订单编号300000000001', '支出', sum],
    ...['零钱', '支付成功', '42', '10'],
  ];

  /** A workbook with its texts in the cells; a cell that begins with "#" is a number. */
  function workbook(rows: string[][], prefix = ''): Uint8Array {
    const tag = (name: string, inner: string) => `<${prefix}${name}>${inner}</${prefix}${name.split(' ', 1)[0] ?? ''}>`;
    const cell = (text: string) =>
      text.startsWith('#') ? tag('c', tag('v', text.slice(1))) : tag('c t="inlineStr"', tag('is', tag('t', text)));
    const xml = tag('worksheet', tag('sheetData', rows.map((cells) => tag('row', cells.map(cell).join(''))).join('')));
    return zipSync({ 'xl/workbook.xml': bytesOf('<workbook/>'), 'xl/worksheets/sheet1.xml': bytesOf(xml) });
  }

  test.each([
    ['texts in the cells', workbook([header, row(at, '¥20.61')])],
    ['the nearest number', workbook([header, row('#46027.416666666664', '#20.609999999999999')])],
    ['names with a prefix', workbook([header, row(at, '¥20.61')], 'x:')],
    ['a text in CDATA', workbook([header, row(at, '<![CDATA[¥20.61]]>')])],
    ['a table after one that was closed', workbook([header, ['-----'], header, row(at, '¥20.61')])],
  ])('workbook: %s', (_name, bytes) => {
    expect(readBill(bytes, 'wechat.xlsx').found).toEqual([
      expect.objectContaining({ orderId: '300000000001', orderPaidFen: 2061, paidAt: shanghai(at) }),
    ]);
  });
});

test('an archive is encrypted where any entry is, behind an open folder too', () => {
  const bytes = zipSync({ 'bills/': new Uint8Array(), 'bills/alipay.csv': made('alipay', alipay()) });
  const list = bytes.findLastIndex((byte, place) => byte === 0x50 && bytes[place + 2] === 1);
  bytes[list + 8] = (bytes[list + 8] ?? 0) | 1;
  expect(readBill(bytes, 'bill.zip').unread).toEqual([{ where: 'bill.zip', reason: 'encrypted' }]);
});
