import { strToU8, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { readBill } from '@/utils/bills';
import { workbookRows } from '@/utils/bills/files/xlsx';
import { lookAtBills } from '@/utils/bills/look';
import { shanghai } from './files';

/** Workbooks as table programs save them again; made-up orders. */
const at = '2026-01-05 10:00:00';

const heads = {
  wechat: '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注',
  alipay: '交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注',
};
const wechat = (time = at) =>
  `${time},商户消费,京东,京东-订单编号300000000001,支出,¥20.61,零钱,支付成功,42,10,/`.split(',');
const alipay = (goods = '示例商品', after = '') =>
  `${at},日用百货,示例**店,/,${goods},支出,9.90,余额宝,交易成功,2026010522001${after},T200P4000000000000000101${after}`.split(
    ',',
  );

const ofJd = { platform: 'jd', orderId: '300000000001', orderPaidFen: 2061, paidAt: shanghai(at), status: 'paid' };
const ofTaobao = { platform: 'taobao', orderId: '4000000000000000101', orderPaidFen: 990, paidAt: shanghai(at) };

/** A cell that begins with "#" is a number. */
function rowOf(cells: readonly string[]): string {
  const cell = (text: string) =>
    text.startsWith('#') ? `<c><v>${text.slice(1)}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  return `<row>${cells.map(cell).join('')}</row>`;
}

const sheetOf = (rows: string) => strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);
const sheet = (...rows: string[][]) => sheetOf(rows.map(rowOf).join(''));

function workbook(sheets: Uint8Array[], book = '<workbook/>') {
  const files = sheets.map((bytes, place) => [`xl/worksheets/sheet${String(place + 1)}.xml`, bytes] as const);
  return zipSync({ 'xl/workbook.xml': strToU8(book), ...Object.fromEntries(files) });
}

function read(sheets: Uint8Array[], book?: string) {
  return readBill(workbook(sheets, book), 'bill.xlsx');
}

const named = (form: keyof typeof heads) => heads[form].split(',');

describe('a workbook', () => {
  test('that holds another form in its second sheet is read by both', () => {
    const { found, unread, skipped } = read([sheet(named('alipay'), alipay()), sheet(named('wechat'), wechat())]);
    expect([found, unread, skipped]).toEqual([
      [expect.objectContaining(ofTaobao), expect.objectContaining(ofJd)],
      [],
      0,
    ]);
  });

  test('with a sheet of notes and a sheet without anything before the bill', () => {
    const notes = sheet(['说明'], ['商户名称', '电话']);
    expect(read([notes, sheet(), sheet(['微信支付账单明细'], named('wechat'), wechat())])).toMatchObject({
      found: [ofJd],
      unread: [],
      skipped: 0,
    });
  });

  test('leaves out empty cells at the end of a row: nothing was cut', () => {
    const transfer = [...alipay().slice(0, 9), '2026010522002'];
    expect(read([sheet(named('alipay'), alipay(), transfer)])).toMatchObject({
      found: [ofTaobao],
      unread: [],
      skipped: 1,
    });
  });

  test('writes what a text cannot hold as _xHHHH_', () => {
    expect(read([sheet(named('alipay'), alipay('甲_x000A_乙', '_x0009_'))])).toMatchObject({
      found: [{ ...ofTaobao, title: '甲\n乙' }],
      unread: [],
    });
  });

  test.each([
    ['<workbook><workbookPr date1904="1"/></workbook>', '#44565.416666666664'],
    ['<x:workbook><x:workbookPr date1904="true"/></x:workbook>', '#44565.416666666664'],
    ['<workbook><workbookPr date1904="true"/></workbook>', at],
    ['<workbook><workbookPr date1904="0"/></workbook>', '#46027.416666666664'],
    ['<workbook><workbookPr/></workbook>', '#46027.416666666664'],
  ])('counts its days from where it says: %s', (book, time) => {
    expect(read([sheet(named('wechat'), wechat(time))], book)).toMatchObject({ found: [ofJd], unread: [] });
  });

  test('whose description is broken is told', () => {
    expect(read([sheet(named('wechat'), wechat())], '<workbook><workbookPr').unread).toEqual([
      { where: 'bill.xlsx', reason: 'shape' },
    ]);
  });
});

describe('a large workbook', () => {
  const partsOf = (rows: string) => {
    const counts = { rows: 0, cells: 0, turns: 0 };
    let end: string | undefined;
    for (const part of workbookRows(workbook([sheetOf(rows)]))) {
      if (part === 'turn') counts.turns += 1;
      else if (typeof part === 'string') end = part;
      else counts.rows += 1;
      if (typeof part !== 'string') counts.cells += part.cells.length;
    }
    return { ...counts, end };
  };
  const look = (bytes: Uint8Array, rest = () => Promise.resolve(), { signal } = new AbortController()) =>
    lookAtBills([new File([new Uint8Array(bytes)], 'bill.xlsx')], { signal, rest, onProgress: () => undefined });

  test('of 130,000 rows is read whole', { timeout: 120_000 }, () => {
    const transfer = [at, '转账'];
    const { found, unread, skipped } = read([
      sheetOf(rowOf(named('wechat')) + rowOf(transfer).repeat(130_000) + rowOf(wechat())),
    ]);
    expect([found, unread, skipped]).toEqual([[expect.objectContaining(ofJd)], [], 130_000]);
  });

  test('gives others their turn among rows that hold nothing, which nobody is told of', { timeout: 60_000 }, () => {
    const { turns, ...counts } = partsOf('<row/>'.repeat(700_000));
    expect(counts).toEqual({ rows: 0, cells: 0, end: undefined });
    expect(turns).toBeGreaterThan(20);
  });

  test.each([
    ['rows', '<row/>'.repeat(1_048_577)],
    ['lines', '<row><c><v>1</v></c></row>'.repeat(250_001)],
  ])('of more %s than a bill has is refused as too long, not as damaged', { timeout: 120_000 }, async (_what, rows) => {
    const flood = workbook([sheetOf(rows)]);
    expect(await look(flood)).toMatchObject({ purchases: [], files: [{ why: 'too-many' }] });
  });

  test('that is damaged at its end gives nothing', () => {
    const whole = new TextDecoder().decode(sheet(named('wechat'), ...Array.from({ length: 2_000 }, () => wechat())));
    expect(read([strToU8(whole.slice(0, -20))])).toEqual({
      found: [],
      unread: [{ where: 'bill.xlsx', reason: 'shape' }],
      skipped: 0,
    });
  });

  test('is as wide as what it holds: empty cells far to the right are none', () => {
    expect(partsOf('<row><c><v>1</v></c><c r="CV1"/></row><row><c r="CV2" t="s"/></row>'.repeat(1_000))).toMatchObject({
      rows: 1_000,
      cells: 1_000,
    });
  });

  test('stops between rows that hold nothing', async () => {
    const stop = new AbortController();
    const rest = vi.fn(() => Promise.resolve(stop.abort()));
    const flood = workbook([sheetOf('<row/>'.repeat(100_000))]);
    await expect(look(flood, rest, stop)).rejects.toThrow();
    expect(rest).toHaveBeenCalledTimes(1);
  });
});

test('a text in an archive is read in slices, and can be stopped', async () => {
  const stop = new AbortController();
  const rest = vi.fn(() => Promise.resolve(stop.abort()));
  const file = new File([new Uint8Array(zipSync({ 'a.csv': new Uint8Array(300_000).fill(10) }))], 'a.zip');
  await expect(lookAtBills([file], { signal: stop.signal, rest, onProgress: () => undefined })).rejects.toThrow();
  expect(rest).toHaveBeenCalledTimes(1);
});
