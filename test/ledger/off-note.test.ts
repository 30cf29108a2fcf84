import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import { eraseOldEvents } from '@/utils/ledger/retention/erase-old';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `off-note-${String((names += 1))}` });
});

const { jdItem } = made;
const add = (...events: LedgerEvent[]) => appendEvents(db, events);
const item = () => db.get('items', jdItem.key);
const seen = (at: number) => made.offNote(made.sighting(at, jdItem, { surface: 'goods-card' }));
const clicked = (at: number) => made.offNote(made.click(at, jdItem, { surface: 'goods-card' }));
const order = (placedAt: number) =>
  addPurchases(db, [made.purchase(placedAt)], { at: made.start + 9_000_000, zoneMinutes: 480 });

describe('a link that stands on no note', () => {
  test('is an item of no note, with its way', async () => {
    await add(seen(1), clicked(2), made.landing(3, jdItem.key));
    expect(await item()).toMatchObject({ surfaces: ['goods-card'], state: 'visited' });
    expect(await item()).not.toHaveProperty('note');
    expect(await db.count('notes')).toBe(0);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('is once in the events, however often it is followed', async () => {
    await add(seen(1), clicked(2), seen(4_000), clicked(4_001));
    expect((await db.getAll('events')).map(({ type }) => type).sort()).toEqual(['click', 'click', 'sighting']);
  });

  test('gets its note when one shows it, and keeps it when a list shows it again', async () => {
    await add(seen(1), made.sighting(5, jdItem), seen(7), made.offNote(made.sighting(8, jdItem)));
    expect(await item()).toMatchObject({
      note: { at: made.start + 5 },
      surfaces: ['goods-card', 'ad-link'],
      journey: [{ step: 'seen', at: made.start + 1 }],
    });
  });

  test('can have led to what was bought after it, and to nothing before', async () => {
    const hour = 3_600_000;
    await add(made.offNote(made.sighting(hour, jdItem)));
    await order(0);
    expect((await item())?.state).toBe('seen');
    await order(2 * hour);
    expect((await item())?.state).toBe('bought');
  });

  test('goes when it is old, by itself', async () => {
    await add(seen(1), made.offNote(made.sighting(8, made.taobaoItem)));
    expect(await eraseOldEvents(db, { notes: made.start + 5 })).toBe(1);
    expect(await db.getAllKeys('items')).toEqual([made.taobaoItem.key]);
  });
});
