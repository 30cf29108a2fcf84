import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { aftermathWork } from '@/entrypoints/dashboard/aftermath';
import type { Desk } from '@/entrypoints/dashboard/view';
import type { Aftermath, AftermathView } from '@/components/dashboard/purchases/bought-props';
import { appendEvents } from '@/utils/ledger/append';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import { listAsks } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import * as made from '../ledger/made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `aftermath-${String((names += 1))}` });
});

async function read(): Promise<Aftermath> {
  const shown: AftermathView[] = [];
  const desk = { open: () => Promise.resolve(db), now: () => made.start } as unknown as Desk;
  aftermathWork(desk, (view) => shown.push(view)).read();
  await vi.waitFor(() => expect(shown.at(-1)?.lists.state).toBe('done'));
  const { lists } = shown.at(-1) as AftermathView & { lists: { state: 'done'; result: Aftermath } };
  return lists.result;
}

test('an empty ledger has nothing bought and nothing that waits', async () => {
  expect(await read()).toEqual({ bought: [], moreBought: 0, cooling: [], moreCooling: 0 });
});

test('what was bought, with its first price, though it was given back since', async () => {
  await appendEvents(db, [
    made.sighting(1, made.jdItem),
    made.click(10, made.jdItem),
    made.landing(20, made.jdItem.key, { priceFen: 25_900 }),
    made.landing(30, made.jdItem.key, { priceFen: 23_900 }),
  ]);
  await addPurchases(db, [made.purchase(60_000, { status: 'refunded' })], {
    at: made.start + 70_000,
    zoneMinutes: 480,
  });
  expect(await read()).toMatchObject({
    bought: [
      {
        item: { key: made.jdItem.key, state: 'refunded' },
        facts: { boughtAt: made.start + 60_000, days: 0, firstFen: 25_900, paidFen: 19_900 },
      },
    ],
    cooling: [],
  });
});

test('wishes that wait, those with a day first; settled ones wait no more', async () => {
  await appendEvents(db, [
    made.sighting(1, made.jdItem),
    made.sighting(2, made.taobaoItem),
    made.want(3, made.jdItem.key, true),
    made.want(4, made.taobaoItem.key, true),
    made.cool(5, made.jdItem.key, made.start + 9_000),
  ]);
  const keys = async () => (await read()).cooling.map(({ item, until }) => [item.key, until]);
  expect(await keys()).toEqual([
    [made.jdItem.key, made.start + 9_000],
    [made.taobaoItem.key, undefined],
  ]);
  expect(await listAsks(db)).toEqual([made.start + 9_000]);
  await appendEvents(db, [made.mark(10, made.jdItem.key, 'dropped')]);
  expect(await keys()).toEqual([[made.taobaoItem.key, undefined]]);
  expect(await listAsks(db)).toEqual([]);
});
