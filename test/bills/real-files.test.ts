import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBill } from '@/utils/bills';
import { encodeGbk } from '../replica/gbk';
import { made, shanghai } from './files';

/** What files of real wallets may hold and the fixtures do not. */
const at = '2026-01-05 10:00:00';

interface Line {
  who?: string;
  goods?: string;
  way?: string;
  sum?: string;
  word?: string;
  id?: string;
  shop?: string;
}

function alipay(change: Line = {}): string {
  const { who = '示例**店', goods = '示例商品', way = '支出', sum = '9.90', word = '交易成功' } = change;
  const { id = '2026010522000000000000000001', shop = 'T200P4000000000000000101' } = change;
  return `${at},日用百货,${who},a***@b,${goods},${way},${sum},余额宝,${word},${id}\t,${shop}\t,,`;
}

function wechat(change: Line = {}): string {
  const { who = '京东', goods = '京东-订单编号300000000001', sum = '¥20.00', word = '支付成功' } = change;
  return `${at},商户消费,${who},"${goods}",支出,${sum},零钱,${word},"42\t","10\t","/"`;
}

describe('Alipay', () => {
  const back = { goods: '退款-示例商品', way: '不计收支', sum: '2.00', word: '退款成功' };
  const ofPayment = { ...back, id: '2026010522000000000000000001_1' };

  test.each<[string, Line[], object, number]>([
    ['a refund that names its payment alone', [{ ...ofPayment, shop: '' }, {}], { refundedFen: 200 }, 0],
    ['a refund by somebody else', [{ ...ofPayment, who: '/', shop: '' }, {}], { refundedFen: 200 }, 0],
    ['a refund that came in', [{ ...ofPayment, way: '收入' }, {}], { refundedFen: 200 }, 0],
    ['a thing bought where meals are', [{ who: '淘宝闪购' }], { platform: 'taobao' }, 0],
    ['a refund of something else', [{ ...back, id: '9_1', shop: '9' }, {}], { status: 'completed' }, 1],
    ['paid, and 退款成功 as its own word', [{ word: '退款成功' }], { status: 'refunded', orderPaidFen: 990 }, 0],
    ['how many pieces in all', [{ goods: '示例商品 共3件' }], { quantity: 3 }, 0],
    [
      'the firm of Pinduoduo',
      [{ who: '上海寻梦信息技术有限公司', shop: 'XP1626010500000000000000000001' }],
      { platform: 'pinduoduo' },
      0,
    ],
    ['the firm of JD', [{ who: '北京京东世纪贸易有限公司', shop: '300000000001' }], { platform: 'jd' }, 0],
  ])('%s', (...[, lines, expected, skipped]) => {
    const reading = readBill(made('alipay', ...lines.map(alipay)), 'bill.csv');
    expect(reading.found).toEqual([expect.objectContaining({ paidAt: shanghai(at), ...expected })]);
    expect([reading.unread, reading.skipped]).toEqual([[], skipped]);
    if ('platform' in expected) expect(reading.found[0]).not.toHaveProperty('shop');
  });

  test('the older form of the web: a refund that names its payment alone', () => {
    const line = (number: string, goods: string, rest: string) =>
      `${number},${rest.startsWith('5') ? 'T200P1700000000000000001' : ''},${at},${at},${at},其他,支付宝担保交易,示例小店,${goods},${rest},`;
    const bill = made(
      'web',
      line('2021050122001_1', '退款-雨伞', '9.00,,退款成功,0.00,0.00,,已收入'),
      line('2021050122001', '雨伞', '59.00,支出,交易成功,0.00,0.00,,已支出'),
    );
    expect(readBill(bill, 'bill.csv').found).toEqual([
      expect.objectContaining({ orderId: '1700000000000000001', orderPaidFen: 5900, refundedFen: 900 }),
    ]);
  });
});

describe('WeChat', () => {
  test.each([
    ['money of JD’s', { who: '京东金融', goods: '京东金融-还款' }],
    ['insurance', { who: '京东保险', goods: '意外险' }],
    ['another firm', { who: '京东方科技集团', goods: '食堂' }],
    ['a meal', { who: '淘宝闪购', goods: '外卖订单' }],
    ['a meal by the platform', { who: '淘宝平台商户', goods: '淘宝闪购外卖订单' }],
  ])('%s buys nothing', (_name, line) => {
    expect(readBill(made('wechat', wechat(line)), 'bill.csv')).toEqual({ found: [], unread: [], skipped: 1 });
  });

  test.each([
    '唯品会-26010512345678',
    '小红书订单P123456789012345678',
    '京东健康-300000000001',
    '淘宝订单 4000000000000000101',
    '4000000000000000102',
    '京东-订单编号3E+11',
    '商户单号XP******',
  ])('%s is no title, it holds a number', (goods) => {
    const { found } = readBill(made('wechat', wechat({ who: '淘宝平台商户', goods })), 'bill.csv');
    expect(found.map(({ title }) => title)).toEqual(['']);
  });

  test('a book keeps the number in its name', () => {
    const { found } = readBill(
      made('wechat', wechat({ who: '淘宝平台商户', goods: '示例图书 9787111111111' })),
      'b.csv',
    );
    expect(found.map(({ title }) => title)).toEqual(['示例图书 9787111111111']);
  });

  const text = (inner: string) => `<c t="inlineStr"><is><t>${inner}</t></is></c>`;
  const names = '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注';
  const workbook = (time: string, sum: string, id = text('42')) => {
    const cells = [time, ...['商户消费', '京东', '京东-订单编号300000000001', '支出'].map(text), sum];
    const row = [...cells, text('零钱'), text('支付成功'), id, text('10'), text('/')].join('');
    const head = names.split(',').map(text).join('');
    const sheet = `<worksheet><sheetData><row>${head}</row><row>${row}</row></sheetData></worksheet>`;
    return zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': strToU8(sheet) });
  };
  const serial = '<c><v>46027.416666666664</v></c>';
  const number = (value: string) => `<c><v>${value}</v></c>`;

  test.each([
    ['a date as text of its own type', workbook('<c t="d"><v>2026-01-05T10:00:00</v></c>', number('20.6'))],
    ['the text of a formula', workbook(`<c t="str"><f>A1</f><v>${at}</v></c>`, number('20.6'))],
    ['a number with an exponent', workbook(serial, number('2.06E1'))],
    ['a number in runs of text', workbook(serial, '<c t="inlineStr"><is><r><t>¥20</t></r><r><t>.60</t></r></is></c>')],
    ['an id that became a number', workbook(serial, number('20.6'), number('4.20000000020260105E27'))],
  ])('workbook: %s', (_name, bytes) => {
    const paid = { orderId: '300000000001', orderPaidFen: 2060, paidAt: shanghai(at), status: 'paid' };
    expect(readBill(bytes, 'bill.xlsx')).toMatchObject({ found: [paid], unread: [], skipped: 0 });
  });

  test('an archive whose names are in capitals', () => {
    const archive = zipSync({ '微信支付账单/微信支付账单.CSV': made('wechat', wechat()) });
    expect(readBill(archive, '账单.ZIP').found).toHaveLength(1);
  });
});

test('a character of four bytes, which GB18030 has and GBK has not', () => {
  const rare = [0x95, 0x32, 0x82, 0x36];
  const char = new TextDecoder('gb18030').decode(Uint8Array.from(rare));
  expect([...char]).toHaveLength(1);
  const line = `${at},京东平台商户,示例?书,20.61,微信支付,交易成功,支出,图书,300000000001,1,,`;
  const [before = '', after = ''] = new TextDecoder().decode(made('jd', line)).split('?');
  const bill = Uint8Array.from([...encodeGbk(before), ...rare, ...encodeGbk(after)]);
  expect(readBill(bill, 'jd.csv')).toMatchObject({
    found: [{ title: `示例${char}书`, orderPaidFen: 2061 }],
    unread: [],
  });
});
