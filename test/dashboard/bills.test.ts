import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { BillView } from '@/components/dashboard/purchases/bill-props';
import { billWork } from '@/entrypoints/dashboard/bills';
import type { Desk } from '@/entrypoints/dashboard/view';
import { hmacHex } from '@/utils/core/hmac';
import { identityOf } from '@/utils/links/list';
import { addPurchases, keyedPurchase } from '@/utils/ledger/purchases';
import { writeRetention } from '@/utils/writer/kept-retention';
import { emptyLedger } from '../backup/support';
import { made as madeBill, readBytes } from '../bills/files';
import * as made from '../ledger/made-events';
import { purchasesOf } from '../writer/made-imports';

beforeEach(() => fakeBrowser.reset());

const name = 'alipay-bill.gbk.csv';

test.each([
  ['as long as they may be kept', { purchases: 30, exposures: 7 }, { keptDays: 30 }],
  ['for good', { exposures: 7 }, {}],
])('a bill is compared with the ledger before it is imported, and purchases stay %s', async (_how, limits, kept) => {
  const db = await emptyLedger();
  const purchases = purchasesOf(name);
  const first = purchases.slice(0, 2).map((each) => keyedPurchase((id) => identityOf(id)?.space, each));
  await addPurchases(db, first, { at: made.start, zoneMinutes: 480 });
  await writeRetention(fakeBrowser.storage.local, { limits });
  const shown: BillView[] = [];
  const desk = { open: () => Promise.resolve(db), now: () => made.start + 100 } as unknown as Desk;
  billWork(desk, (view) => shown.push(view)).actions.onFiles([new File([new Uint8Array(readBytes(name))], name)]);
  await vi.waitFor(() => expect(shown.at(-1)?.reading.state).toBe('done'));
  const reading = shown.at(-1)?.reading;
  const { files: _files, platforms: _platforms, ...preview } = reading?.state === 'done' ? reading.result : {};
  expect(preview).toEqual({ fresh: purchases.length - 2, known: 2, lostRefunds: 1, ...kept });
});

test.each([
  ['another', '730028', { isOfAnother: true }],
  ['the person’s own', '482917', {}],
])('the preview tells that a bill is of another account: %s', async (_whose, tail, expected) => {
  const db = await emptyLedger();
  const salt = '0f'.repeat(32);
  const mark = await hmacHex(new TextEncoder().encode(salt), '482917');
  await fakeBrowser.storage.local.set({ buyers: { salt, mine: [mark], others: [] } });
  const line = (id: string) =>
    `2026-01-05 10:01:00,服饰,示例**店,b,羊毛衫,支出,100.00,余额,交易成功,202601052200140000${id}\t,T200P4380017${id}${tail}\t,,`;
  const bill = madeBill('alipay', line('000001'), line('000002'));
  const shown: BillView[] = [];
  const desk = { open: () => Promise.resolve(db), now: () => made.start + 100 } as unknown as Desk;
  billWork(desk, (view) => shown.push(view)).actions.onFiles([new File([new Uint8Array(bill)], 'bill.csv')]);
  await vi.waitFor(() => expect(shown.at(-1)?.reading.state).toBe('done'));
  const reading = shown.at(-1)?.reading;
  const { files: _files, platforms: _platforms, ...preview } = reading?.state === 'done' ? reading.result : {};
  expect(preview).toEqual({ fresh: 2, known: 0, lostRefunds: 0, ...expected });
});
