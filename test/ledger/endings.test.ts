import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { addRestoredEvents } from '@/utils/ledger/backup/add';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import { getSummary } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `endings-${String((names += 1))}` });
});

const jd = made.jdItem.key;
const add = (...events: LedgerEvent[]) => appendEvents(db, events);
const told = (at: number, change: Parameters<typeof made.purchase>[1] = {}) =>
  addPurchases(db, [made.purchase(60_000, change)], { at: made.start + at, zoneMinutes: 480 });
const item = () => db.get('items', jd);
const cooling = async () => (await db.get('meta', 'cooling'))?.value;

describe('how a purchase turned out', () => {
  beforeEach(() => add(made.sighting(1, made.jdItem)));

  test.each(['kept', 'regretted'] as const)('%s: noted, and still a purchase', async (as) => {
    await told(70_000);
    await add(made.outcome(80_000, jd, as));
    expect(await item()).toMatchObject({ state: 'bought', outcome: { as, at: made.start + 80_000 } });
    await add(made.outcome(81_000, jd, 'none'));
    expect((await item())?.outcome).toBeUndefined();
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('refunded: taken back from the purchases, until it is undone or bought again', async () => {
    await told(70_000);
    await add(made.outcome(80_000, jd, 'refunded'));
    expect(await item()).toMatchObject({ state: 'refunded' });
    expect((await item())?.journey.at(-1)).toEqual({ step: 'refunded', at: made.start + 80_000, evidence: 'user' });
    expect((await getSummary(db)).platforms).toEqual([]);
    await add(made.outcome(81_000, jd, 'none'));
    expect(await item()).toMatchObject({ state: 'bought' });
    await add(made.outcome(82_000, jd, 'refunded'));
    await told(90_000, { orderId: '2', orderedAt: made.start + 90_000 });
    await told(91_000, { status: 'refunded' });
    expect(await item()).toMatchObject({ state: 'bought', purchasedAt: made.start + 90_000 });
  });

  test('refunded says nothing of what was not bought', async () => {
    await add(made.outcome(80_000, jd, 'refunded'));
    expect(await item()).toMatchObject({ state: 'seen' });
  });

  test('a word that comes late gives way to a newer one', async () => {
    await told(70_000);
    await add(made.outcome(90_000, jd, 'kept'));
    await addRestoredEvents(db, { events: [made.outcome(80_000, jd, 'regretted')], ahead: 0 });
    expect(await item()).toMatchObject({ outcome: { as: 'kept' } });
  });
});

describe('ask me again', () => {
  beforeEach(() => add(made.sighting(1, made.jdItem), made.sighting(2, made.taobaoItem)));

  test('keeps those to ask about in the order of their days', async () => {
    await add(made.cool(10, jd, 900), made.cool(11, made.taobaoItem.key, 500));
    expect(await cooling()).toEqual([
      { key: made.taobaoItem.key, until: 500 },
      { key: jd, until: 900 },
    ]);
    await add(made.cool(12, jd, 100), made.cool(13, made.taobaoItem.key, 0));
    expect(await cooling()).toEqual([{ key: jd, until: 100 }]);
  });

  test.each([
    ['bought', () => told(70_000)],
    ['dropped', () => add(made.mark(20, jd, 'dropped'))],
    ['erased', () => eraseThing(db, { kind: 'item', key: jd })],
  ])('is settled when it is %s', async (_title, settle) => {
    await add(made.cool(10, jd, 900));
    await settle();
    expect((await cooling()) ?? []).toEqual([]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('is asked again when the drop is taken back', async () => {
    await add(made.cool(10, jd, 900), made.mark(20, jd, 'dropped'), made.mark(21, jd, 'none'));
    expect(await cooling()).toEqual([{ key: jd, until: 900 }]);
  });

  test('a link keeps its day when its item is learnt', async () => {
    await add(made.sighting(3, made.unionLink), made.cool(4, made.unionLink.key, 900));
    await add(made.click(5, made.unionLink), made.landing(6, jd));
    expect(await cooling()).toEqual([{ key: jd, until: 900 }]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });
});

describe('a purchase that the person wrote down', () => {
  const byHand = { space: 'jd', orderId: 'hand', source: 'user' as const, status: 'completed' as const };

  test('gives way to the order that tells it better, also when that is refunded', async () => {
    await add(made.sighting(1, made.jdItem));
    await told(70_000, byHand);
    expect(await item()).toMatchObject({ state: 'bought' });
    await told(71_000, { status: 'refunded' });
    expect(await item()).toMatchObject({ state: 'refunded' });
  });

  test('is another one when it was on another day', async () => {
    await add(made.sighting(1, made.jdItem));
    await told(70_000, { ...byHand, orderedAt: made.start + 5 * 86_400_000 });
    await told(71_000, { status: 'refunded' });
    expect(await item()).toMatchObject({ state: 'bought' });
  });
});
