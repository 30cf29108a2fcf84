import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBill } from '@/utils/bills';
import { bills, bytesOf, made, readBytes } from './files';

const jd =
  '2026-01-05 10:01:00\t,京东平台商户,示例商品 U盘,20.61,微信支付,交易成功,支出,电脑办公,300000000001\t,1\t, ,';

describe('files of something else', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['another table', bytesOf('name,price\nmilk,3\n')],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
    ['a header alone of half a form', bytesOf('交易时间,交易分类\n2026-01-01,餐饮\n')],
    ['an archive without a table', zipSync({ 'readme.md': bytesOf('hello') })],
    ['an archive in an archive', zipSync({ 'a.xlsx': zipSync({ 'b.csv': made('jd', jd) }) })],
  ])('%s is told as unknown, and nothing is thrown', (_name, bytes) => {
    const { found, unread } = readBill(bytes, 'file.csv');
    expect(found).toEqual([]);
    expect(unread).toHaveLength(1);
    expect(['unknown-form', 'shape']).toContain(unread[0]?.reason);
  });

  test('an empty bill is a bill', () => {
    expect(readBill(made('jd'), 'jd.csv')).toEqual({ found: [], unread: [], skipped: 0 });
  });
});

describe('archives', () => {
  test('several bills in one', () => {
    const archive = zipSync({
      'bills/alipay.csv': readBytes('alipay-bill.gbk.csv'),
      'wechat.xlsx': readBytes('wechat-bill.xlsx'),
      '__MACOSX/._a.csv': bytesOf('x'),
    });
    const { found, unread } = readBill(archive, 'bills.zip');
    expect([found.length, unread]).toEqual([10, []]);
  });

  test('tells what is in it by its content', () => {
    const archive = zipSync({
      'bills/': new Uint8Array(),
      'bills/alipay': readBytes('alipay-bill.gbk.csv'),
      'wechat.dat': readBytes('wechat-bill.xlsx'),
      'bill.2026-01': readBytes('jd-bill.utf8bom.csv'),
      'readme.md': bytesOf('# hello, world'),
      'page.html': bytesOf('<p>'),
    });
    const { found, unread } = readBill(archive, 'bills');
    const orders = ['alipay-bill.gbk.csv', 'wechat-bill.xlsx', 'jd-bill.utf8bom.csv'].flatMap((name) =>
      readBill(readBytes(name), name).found.map(({ platform, orderId }) => `${platform} ${orderId}`),
    );
    // One order may stand in two of them
    expect(new Set(found.map(({ platform, orderId }) => `${platform} ${orderId}`))).toEqual(new Set(orders));
    expect(unread).toEqual([]);
  });

  test('an encrypted one is told as that', () => {
    const archive = zipSync({ 'alipay.csv': made('alipay') });
    archive[6] = (archive[6] ?? 0) | 1;
    expect(readBill(archive, 'alipay.zip').unread).toEqual([{ where: 'alipay.zip', reason: 'encrypted' }]);
  });

  test('one that unpacks to a flood is refused whole', () => {
    const flood = zipSync({ 'a.csv': new Uint8Array(140 * 1024 * 1024) }, { level: 9 });
    expect(flood.length).toBeLessThan(1_000_000);
    expect(readBill(flood, 'bomb.zip')).toEqual({
      found: [],
      unread: [{ where: 'bomb.zip', reason: 'shape' }],
      skipped: 0,
    });
  });

  test('a cut one is told, wherever it was cut', () => {
    const whole = zipSync({ 'jd.csv': made('jd', jd) });
    for (let end = 4; end < whole.length; end += 7) {
      const { found, unread } = readBill(whole.subarray(0, end), 'jd.zip');
      expect([found, unread.length]).toEqual([[], 1]);
    }
  });
});

test('sums behind the lines are no lines, in as many cells as a table program made of them', () => {
  const sums = [
    '共1笔记录',
    '收入:0笔,0.00元',
    '支出：1笔,20.61元,,,,,,,,,,',
    '不计收支：0笔,0.00元',
    '合计,,,20.61,,,,,,,,',
  ];
  const { found, unread, skipped } = readBill(made('jd', jd, ...sums), 'jd.csv');
  expect([found.length, unread, skipped]).toEqual([1, [], 0]);
});

describe('a bill without a purchase has nothing unread', () => {
  const at = '2026-01-05 10:00:00';
  const transfer = `${at},转账,某某,转账备注:微信转账,支出,¥20.00,零钱,对方已收钱,"100050000120260105\t","10001\t","/"`;
  const packet = `${at},微信红包,某某,"/",支出,¥20.00,零钱,支付成功,"100050000120260106\t","/","/"`;
  const loan = `"${at}","${at}",还款,"美团月付主动还款",不计收支,示例银行,¥120.00,¥120.00,"26010311100000000013\t","/\t","/"`;
  const sent = `${at},转账红包,某某,/,转账,支出,39.00,账户余额,交易成功,20260105200040011100000000000001\t,\t,,`;
  const withoutEmpty = (line: string) => {
    const cells = line.split(',');
    return cells.slice(0, cells.findLastIndex((cell) => /[^\s"/]/.test(cell)) + 1).join(',');
  };

  test.each([
    ['wechat', transfer],
    ['wechat', packet],
    ['meituan', loan],
    ['alipay', sent],
  ] as const)('%s: %s', (form, line) => {
    for (const each of [line, withoutEmpty(line)])
      for (const end of ['', '\n', '\r\n', '\n\n']) {
        const text = new TextDecoder().decode(made(form, line, each)).trimEnd();
        expect(readBill(bytesOf(text + end), 'bill.csv')).toEqual({ found: [], unread: [], skipped: 2 });
      }
  });
});

test('a comma in a remark moves no other cell', () => {
  const at = '2026-01-05 10:00:00';
  const line = `${at},${at},支付,示例套餐,支出,零钱,138,118,26010611100000000011,4000000000000011,好,吃`;
  expect(readBill(made('meituan', line), 'mt.csv').found).toMatchObject([
    { orderId: '4000000000000011', orderPaidFen: 11_800 },
  ]);
});

test.each([
  '2026-01-05 10:01:00,商户消费,美团,示例,支出,¥20.61,零钱,支付成功,41,示例商家,/',
  '2026-01-05 10:01:00,商户消费,美团,示例,支出,¥20,61,零钱,支付成功,42000000000000000001,/',
])('words where a number should stand are no order: %s', (line) => {
  expect(readBill(made('wechat', line), 'wx.csv')).toEqual({
    found: [],
    unread: [{ where: 'line 3', reason: 'shape' }],
    skipped: 0,
  });
});

test('a cut line is told with its place, and the lines before it stand', () => {
  const whole = new TextDecoder().decode(made('jd', jd, '2026-01-05 10:02:00\t,京东平'));
  const { found, unread } = readBill(bytesOf(whole), 'jd.csv');
  expect(found).toHaveLength(1);
  expect(unread).toEqual([{ where: 'line 4', reason: 'shape' }]);
});

describe('a bill cut at any byte gives only orders of the whole', () => {
  const texts = bills.filter(([name]) => name.endsWith('.csv')).map(([name]) => name);
  test.each([...texts, 'made-meituan-bill.csv'])('%s', (name) => {
    const whole = readBytes(name);
    const orders = new Set(readBill(whole, name).found.map(({ orderId }) => orderId));
    const half = new Set<string>();
    for (let end = Math.floor(whole.length / 2); end < whole.length; end += 2)
      for (const { orderId } of readBill(whole.subarray(0, end), name).found)
        if (!orders.has(orderId)) half.add(orderId);
    expect([...half]).toEqual([]);
  });
});

describe('a last line without its line end', () => {
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trimEnd();

  test.each(['', jd.replaceAll('300000000001', '300000000009')])('is read where it is whole', (before) => {
    const { found, unread } = readBill(bytesOf(text(made('jd', ...[before, jd].filter(Boolean)))), 'jd.csv');
    expect([found.at(-1)?.orderId, unread]).toEqual(['300000000001', []]);
  });

  test.each([1, 2])('that lacks %i signs behind its last column is read', (signs) => {
    const lines = [jd.replaceAll('300000000001', '300000000009'), jd];
    const { found, unread } = readBill(bytesOf(text(made('jd', ...lines)).slice(0, -signs)), 'jd.csv');
    expect([found.map(({ orderId }) => orderId), unread]).toEqual([['300000000009', '300000000001'], []]);
  });

  test.each([true, false])('that ends with its id is read where that is whole, beside others: %s', (hasOthers) => {
    const short = [jd.replaceAll('300000000001', '300000000009'), jd].map((line) => line.replace(/\t?, ,$/, ''));
    const bytes = (tail: string) => bytesOf(text(made('jd', ...short.slice(hasOthers ? 0 : 1))).concat(tail));
    expect(readBill(bytes('\t'), 'jd.csv').unread).toEqual([]);
    const cut = bytesOf(text(made('jd', ...short)).slice(0, -3));
    expect(readBill(cut, 'jd.csv').unread).toEqual([{ where: 'line 4', reason: 'shape' }]);
  });

  test.each([6, 7, 9, 12])('that lacks %i signs of what its neighbours have is told', (signs) => {
    const lines = [jd.replaceAll('300000000001', '300000000009'), jd];
    const { found, unread } = readBill(bytesOf(text(made('jd', ...lines)).slice(0, -signs)), 'jd.csv');
    expect(found.map(({ orderId }) => orderId)).toEqual(['300000000009']);
    expect(unread).toEqual([{ where: 'line 4', reason: 'shape' }]);
  });

  test('is whole without the remark that its neighbours lack too', () => {
    const lines = [jd.replaceAll('300000000001', '300000000009'), jd].map((line) => line.replace(/, ,$/, ''));
    expect(readBill(bytesOf(text(made('jd', ...lines)).concat('\t')), 'jd.csv').found).toHaveLength(2);
  });

  test('that is the header is no bill without lines', () => {
    const expected = { found: [], unread: [{ where: 'line 2', reason: 'shape' }], skipped: 0 };
    expect(readBill(bytesOf(text(made('jd')).slice(0, -2)), 'jd.csv')).toEqual(expected);
  });

  test('is read where it ends as on an old Mac', () => {
    const mac = text(made('jd', jd)).replaceAll('\n', '\r').concat('\r');
    expect(readBill(bytesOf(mac), 'jd.csv').found).toHaveLength(1);
  });
});

test('lines without end, quotes without end, names of prototypes', () => {
  const endless = `${'x'.repeat(3_000_000)},${'"'.repeat(5)}`;
  const lines = [endless, '__proto__,constructor,prototype,,,,,,,,,', jd];
  expect(readBill(made('jd', ...lines), 'jd.csv').found).toHaveLength(1);
  expect(Object.prototype).not.toHaveProperty('polluted');
});

test('whatever bytes come, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (noise, isArchive) => {
      const start = isArchive ? new Uint8Array([0x50, 0x4b, 3, 4]) : made('wechat');
      readBill(new Uint8Array([...start, ...noise]), 'noise');
    }),
    { numRuns: 300 },
  );
});

test.each(['', '"'])('a line too long to be one is told with its place, and the others stand: %s2026', (quote) => {
  const long = `${quote}2026-01-05 10:00:00${quote},京东平台商户,${'长'.repeat(70_000)},9.90,微信支付,交易成功,支出,其他,300000000009,2,,`;
  const { found, unread, skipped } = readBill(made('jd', long, jd), 'bill.csv');
  expect(found).toHaveLength(1);
  expect({ unread, skipped }).toEqual({ unread: [{ where: 'line 3', reason: 'shape' }], skipped: 0 });
});
