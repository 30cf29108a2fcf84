import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { addRestoredEvents } from '@/utils/ledger/backup/add';
import { rebuildLists } from '@/utils/ledger/rebuild';
import { ledgerStores, type LedgerDb } from '@/utils/ledger/schema';
import * as made from '../ledger/made-events';
import { emptyLedger, mark, visit, want } from './support';

const { jdItem, taobaoItem, unionLink } = made;
const key = jdItem.key;

function order(at: number, change: Partial<Extract<LedgerEvent, { type: 'purchase' }>['purchase']>): LedgerEvent {
  const { orderId: _clear, space: _stamped, ...line } = made.purchase(-50);
  const base = { id: `order-${String(at)}`, at: made.start + at, zoneMinutes: 480, orderKey: 'jd:0f' };
  return { ...base, type: 'purchase', evidence: 'observed', purchase: { ...line, ...change } };
}

/** A ledger that lost `before`, went on with `since`, and got `before` back from a backup. */
async function refound(before: LedgerEvent[], since: LedgerEvent[]): Promise<LedgerDb> {
  const db = await emptyLedger();
  for (const event of since) await appendEvents(db, [event]);
  await addRestoredEvents(db, { events: before, ahead: 0 });
  return db;
}

/** The same life without a loss, of what both have. */
async function unlost(before: LedgerEvent[], since: readonly LedgerEvent[]): Promise<LedgerDb> {
  const db = await emptyLedger();
  await addRestoredEvents(db, { events: [...before, ...since], ahead: 0 });
  return db;
}

const seen = made.sighting(0, jdItem);
const seenSince = made.sighting(50, jdItem, { noteId: '65f000000000000087654321' });

describe('what comes back late gives way to what is newer', () => {
  test.each([
    ['saved, then not', [seen, want(1, key, true)], [seenSince, want(60, key, false)], { state: 'seen' }],
    ['not saved, then saved', [seen, want(1, key, false)], [seenSince, want(60, key, true)], { state: 'saved' }],
    [
      'seen on a note that was collected, and once more after it was turned down',
      [seen],
      [made.collect(40, true), seenSince, want(50, key, false), made.collect(60, true)],
      { state: 'saved' },
    ],
    ['not saved, then collected', [seen, want(1, key, false)], [seen, made.collect(60, true)], { state: 'saved' }],
    [
      'dropped, then taken back',
      [seen, mark(1, key, 'dropped')],
      [seenSince, mark(60, key, 'none')],
      { state: 'seen' },
    ],
    [
      'bought, then dropped',
      [seen, mark(1, key, 'bought')],
      [seenSince, mark(60, key, 'dropped')],
      { state: 'dropped' },
    ],
    [
      'dropped, and nothing since',
      [seen, mark(1, key, 'dropped')],
      [seenSince],
      { state: 'dropped', mark: { as: 'dropped' } },
    ],
    ['seen on another note first', [seen], [seenSince], { note: { id: seen.noteId, at: seen.at } }],
    [
      'told by its page, then told anew',
      [seen, made.landing(1, key, { priceFen: 1, shop: '旧店' })],
      [seenSince, made.landing(60, key, { priceFen: 2 })],
      { priceFen: 2, shop: '旧店' },
    ],
  ] as [string, LedgerEvent[], LedgerEvent[], object][])('%s', async (...[, before, since, item]) => {
    expect(await (await refound(before, since)).get('items', key)).toMatchObject(item);
  });

  test('an order that was refunded since stays refunded, and learns what only the backup has', async () => {
    const before = order(1, { status: 'paid', shop: '一家店' });
    const db = await refound([before], [order(60, { status: 'refunded', refundedFen: 19900 })]);
    expect(await db.getAll('orders')).toMatchObject([
      { status: 'refunded', statusAt: made.start + 60, shop: '一家店', firstSeenAt: made.start + 1 },
    ]);
  });

  test('an order that was taken as older than its note is of the note that came back', async () => {
    const bought = order(60, { orderedAt: made.start + 20 });
    const db = await refound([seen], [seenSince, bought]);
    expect(await db.get('items', key)).toMatchObject({ state: 'bought', note: { at: seen.at } });
    expect((await db.getAll('orders')).map(({ unmatchedAt }) => unmatchedAt)).toEqual([undefined]);
  });

  test('a note keeps its newer title, and so do its items', async () => {
    const db = await refound([made.note(0, { title: '旧题' }), seen], [made.note(60, { title: '新题' }), seenSince]);
    expect(await db.get('notes', `xiaohongshu:${seen.noteId}`)).toMatchObject({
      title: '新题',
      firstSeenAt: made.start,
      lastSeenAt: made.start + 60,
    });
    expect(await db.get('items', key)).toMatchObject({ note: { title: '新题' } });
  });

  test('what a page could not give is of its last visit', async () => {
    const broken = { ...visit(1), unread: [{ where: 'feed', reason: 'shape' as const }] };
    const db = await refound([broken], [visit(60)]);
    expect(await db.get('meta', 'unread-pages')).toBeUndefined();
    expect(await db.getAll('coverage')).toMatchObject([{ visits: 2, unread: { 'feed: shape': 1 } }]);
  });

  test('a click finds the landing that comes back with it, and none that wait are lost', async () => {
    const waiting = made.click(500_000, unionLink, { tab: 9 });
    const before = [made.sighting(0, unionLink), made.click(1, unionLink), made.landing(2, key)];
    const db = await refound(before, [waiting]);
    expect(await db.get('items', key)).toMatchObject({ state: 'visited' });
    expect(await db.get('meta', 'open-clicks')).toMatchObject({ value: [{ id: waiting.id }] });
  });

  test('a live word wins over what stands, whatever the clock says', async () => {
    const db = await refound([], [seen, want(60, key, true), want(1, key, false)]);
    expect(await db.get('items', key)).toMatchObject({ state: 'seen' });
  });
});

const notes = ['65f000000000000012345678', '65f000000000000087654321'];
const keys = [jdItem.key, taobaoItem.key];

/** What happens at a moment; ids are of the moment. One note is collected before the loss, the other one since. */
const happening = (collected: string) =>
  fc.oneof(
    fc.record({ link: fc.constantFrom(jdItem, taobaoItem, unionLink), noteId: fc.constantFrom(...notes) }).map(
      ({ link, noteId }) =>
        (at: number): LedgerEvent =>
          made.sighting(at, link, { noteId }),
    ),
    fc.boolean().map(
      (on) =>
        (at: number): LedgerEvent =>
          made.collect(at, on, collected),
    ),
    fc.record({ item: fc.constantFrom(...keys), on: fc.boolean() }).map(
      ({ item, on }) =>
        (at: number) =>
          want(at, item, on),
    ),
    fc
      .record({
        item: fc.constantFrom(...keys),
        as: fc.constantFrom('bought' as const, 'dropped' as const, 'none' as const),
      })
      .map(
        ({ item, as }) =>
          (at: number) =>
            mark(at, item, as),
      ),
    fc
      .constantFrom('unpaid' as const, 'paid' as const, 'refunded' as const)
      .map((status) => (at: number) => order(at, { status })),
    fc.constant((at: number): LedgerEvent => made.note(at)),
  );

const before = fc.array(happening(notes[0]!), { maxLength: 12 });
const since = fc.array(happening(notes[1]!), { minLength: 1, maxLength: 12 });

/** Lists in which the order of writing plays no part, nor what only the last page or the last of several words says. */
async function listsOf(db: LedgerDb) {
  const sorted = (list: readonly string[]) => [...list].sort();
  const items = (await db.getAll('items')).map(({ savedAt, savedBy: _why, title: _ofOrder, ...row }) => ({
    ...row, // an order names an item that is there, and no later one
    isSaved: savedAt !== undefined,
    journey: row.journey.filter(({ step }) => step !== 'saved' && step !== 'refunded'),
    surfaces: sorted(row.surfaces),
  }));
  const notes = (await db.getAll('notes')).map(({ lastSeenAt: _last, collectedAt, ...row }) => ({
    ...row,
    isCollected: collectedAt !== undefined,
    itemKeys: sorted(row.itemKeys),
  }));
  const unmatched = (await db.getAll('meta')).map((row) => (row.key === 'summary' ? row.value.unmatchedPurchases : 0));
  // A status that went and came back since the loss counts as there all the time.
  const orders = (await db.getAll('orders')).map((row) => ({ ...row, statusAt: 0 }));
  return { items, notes, orders, counters: await db.getAll('counters'), unmatched: Math.max(0, ...unmatched) };
}

test('a life with a loss and a backup is the life without the loss', { timeout: 30_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(before, since, async (first, second) => {
      const lost = await lived(first.map((happens, place) => happens(1_000 * (place + 1))));
      const all = unique([...lost, ...second.map((happens, place) => happens(1_000 * (place + 100)))]);
      // A link that is seen again is the sighting that is there.
      const db = await refound(lost, all.slice(lost.length));
      const live = (await db.getAllFromIndex('events', 'seq')).filter(({ late }) => late === undefined);
      expect(await listsOf(db)).toEqual(await listsOf(await unlost(lost, live)));
    }),
    { numRuns: 150 },
  );
});

test('lists made again from the events give way as they did', { timeout: 30_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(before, since, async (first, second) => {
      const lost = await lived(first.map((happens, place) => happens(1_000 * (place + 1))));
      const db = await refound(lost, unique(second.map((happens, place) => happens(1_000 * (place + 5)))));
      const { memory } = await rebuildLists(db);
      for (const name of ledgerStores.filter((each) => each !== 'events' && each !== 'meta')) {
        expect([...memory.rowsOf(name).values()].sort(byKey)).toEqual((await db.getAll(name)).sort(byKey));
      }
    }),
    { numRuns: 60 },
  );
});

/** What a ledger keeps of what happens: words on items that it does not know say nothing. */
async function lived(events: LedgerEvent[]): Promise<LedgerEvent[]> {
  const db = await emptyLedger();
  for (const event of unique(events)) await appendEvents(db, [event]);
  return (await db.getAllFromIndex('events', 'seq')).map(({ seq: _place, ...event }) => event);
}

/** A sighting has one id for all its moments. */
function unique(events: LedgerEvent[]): LedgerEvent[] {
  return events.filter(({ id }, place) => events.findIndex((each) => each.id === id) === place);
}

function byKey(a: object, b: object): number {
  const keyOf = (row: object) => String(Reflect.get(row, 'key'));
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
