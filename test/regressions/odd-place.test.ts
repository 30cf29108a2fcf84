import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StoredEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { canaryKeeper } from '@/utils/ledger/canary';
import { openLedger } from '@/utils/ledger/open';
import { repairLedger } from '@/utils/ledger/repair';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from '../ledger/made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  fakeBrowser.reset();
  db = await openLedger({ name: `odd-place-${String((names += 1))}` });
});

/** Keys that an index takes and that are no number: they stand behind all numbers. */
describe.each([
  ['text', '7'],
  ['a list', [7]],
  ['a date', new Date(7)],
  ['infinity', Infinity],
  ['no whole number', 2.5],
])('an event whose place is %s', (_what, seq) => {
  test('does not take the places of those to come', async () => {
    await appendEvents(db, [made.click(1, made.jdItem), made.click(2, made.unionLink)]);
    const [, second] = await db.getAllFromIndex('events', 'seq');
    await db.put('events', { ...second, seq } as unknown as StoredEvent);
    await canaryKeeper(fakeBrowser.storage.local, () => made.start).check(db);
    const late = made.click(3, made.jdItem);
    await appendEvents(db, [late]);
    expect(await db.get('events', late.id)).toMatchObject({ seq: 3 });
    // It is whole but for its place, so the repair gives it one at the end.
    const { quarantined } = await repairLedger(db, { now: made.start });
    expect(quarantined).toBe(0);
    expect(await db.get('events', second?.id ?? '')).toMatchObject({ seq: 4 });
    expect(isSound(await verifyLedger(db))).toBe(true);
  });
});

test.each([
  ['not a number', NaN],
  ['text', '2'],
  ['behind the last one', 1],
  ['missing', undefined],
])('a last place that is %s lets nothing get lost', async (_what, value) => {
  await appendEvents(db, [made.click(1, made.jdItem), made.click(2, made.unionLink)]);
  await db.put('meta', { key: 'seq', value } as never);
  await canaryKeeper(fakeBrowser.storage.local, () => made.start).check(db);
  const late = made.click(3, made.jdItem);
  await appendEvents(db, [late]);
  expect(await db.get('events', late.id)).toMatchObject({ seq: 3 });
});
