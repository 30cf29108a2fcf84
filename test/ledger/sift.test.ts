import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import { siftEvents } from '@/utils/ledger/sift';
import { fillDisk } from './full-disk';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `sift-${String((names += 1))}` });
});
afterEach(() => vi.restoreAllMocks());

const unlisted = async () => (await db.get('meta', 'unlisted'))?.value;
const counted = async () => (await db.get('meta', 'counts'))?.value;

/** The summary every list is counted in lost its fields. */
const breakSummary = () => db.put('meta', { key: 'summary', value: {} as never });
const breakItem = () => db.put('items', { key: made.jdItem.key } as never);

describe('a broken list costs no event', () => {
  test.each([
    ['an item that lost its fields', breakItem],
    ['a summary that lost its fields', breakSummary],
    ['an item that is no object of ours', () => db.put('items', { key: made.jdItem.key, journey: 7 } as never)],
  ])('%s: kept without its list, and counted for the repair', async (_what, damage) => {
    await damage();
    const event = made.sighting(1, made.jdItem);
    const wish = made.want(2, made.jdItem.key, true);
    expect(await siftEvents(db, [event])).toEqual({ stored: [event.id], passed: [], refused: [] });
    expect(await db.get('events', event.id)).toEqual({ ...event, seq: 1 });
    expect([await unlisted(), await counted()]).toMatchObject([1, { events: 1 }]);
    await breakItem();
    expect(await siftEvents(db, [wish])).toMatchObject({ stored: [wish.id] });
    expect(await unlisted()).toBe(2);
  });

  test('its neighbours reach their lists, in the order of time', async () => {
    await breakItem();
    const good = [made.sighting(3, made.taobaoItem), made.click(4, made.taobaoItem)];
    const events = [...good, made.sighting(1, made.jdItem)];
    expect((await siftEvents(db, events)).stored).toHaveLength(3);
    expect(await db.get('items', made.taobaoItem.key)).toMatchObject({ state: 'clicked' });
    expect((await db.getAllFromIndex('events', 'seq')).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect([await unlisted(), await counted()]).toMatchObject([1, { events: 3 }]);
  });

  test('half a projection is not left behind', async () => {
    await breakSummary();
    await siftEvents(db, [made.sighting(1, made.jdItem)]);
    expect([await db.count('items'), await db.count('notes'), await db.count('counters')]).toEqual([0, 0, 0]);
  });

  test("the person's word on an item that the lists missed is kept", async () => {
    await breakSummary();
    const word = made.want(2, made.jdItem.key, true);
    expect((await siftEvents(db, [made.sighting(1, made.jdItem), word])).stored).toContain(word.id);
  });

  test.each([[7], [[null, made.start]], [undefined]])('open clicks that are %j hold up no shop page', async (value) => {
    await db.put('meta', { key: 'open-clicks', value: value as never });
    await siftEvents(db, [made.sighting(1, made.jdItem)]);
    const landing = made.landing(2, made.jdItem.key);
    expect((await siftEvents(db, [landing])).stored).toEqual([landing.id]);
    expect(await unlisted()).toBeUndefined();
  });

  test('a second copy is known, not kept twice', async () => {
    await breakItem();
    const event = made.sighting(1, made.jdItem);
    await siftEvents(db, [event]);
    expect(await siftEvents(db, [event])).toMatchObject({ stored: [event.id] });
    expect([await unlisted(), await counted()]).toMatchObject([1, { events: 1 }]);
  });

  test('a click whose tab comes with the second copy is whole all the same', async () => {
    const { tab: _late, ...click } = made.click(1, made.jdItem);
    await siftEvents(db, [click]);
    await breakItem();
    expect(await siftEvents(db, [{ ...click, tab: 7 }])).toMatchObject({ stored: [click.id] });
    expect(await db.get('events', click.id)).toMatchObject({ tab: 7 });
    expect([await unlisted(), await counted()]).toMatchObject([1, { events: 1 }]);
  });

  test('an order line as well', async () => {
    await breakItem();
    expect(await addPurchases(db, [made.purchase(1)], { at: made.start, zoneMinutes: 480 })).toBe(1);
    expect([await db.count('events'), await unlisted()]).toEqual([1, 1]);
  });

  test('also when the disk under the list is broken', async () => {
    const { get } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (this.name === 'notes') throw new DOMException('Seek failure', 'UnknownError');
      return get.call(this, key);
    });
    const event = made.sighting(1, made.jdItem);
    expect((await siftEvents(db, [event, made.click(2, made.jdItem)])).stored).toHaveLength(2);
    expect(await unlisted()).toBe(1);
  });
});

test('a row that no store takes is refused, and only that', async () => {
  const broken = { ...made.click(1, made.jdItem), how: (() => 'same-tab') as never };
  const good = made.click(2, made.jdItem);
  expect(await siftEvents(db, [broken, good])).toEqual({ stored: [good.id], passed: [], refused: [broken.id] });
  expect([await unlisted(), await counted()]).toMatchObject([undefined, { events: 1 }]);
});

describe('a storage that fails refuses nothing and keeps nothing', () => {
  test('full', async () => {
    const giveRoom = fillDisk();
    const failing = siftEvents(db, [made.click(1, made.jdItem), made.click(2, made.jdItem)]);
    await expect(failing).rejects.toMatchObject({ name: 'QuotaExceededError' });
    giveRoom();
    expect([await db.count('events'), await unlisted()]).toEqual([0, undefined]);
  });

  test('full for a moment: the event is not kept without its lists', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(function () {
      throw new DOMException('', 'QuotaExceededError');
    });
    await expect(siftEvents(db, [made.click(1, made.jdItem)])).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect([await db.count('events'), await unlisted()]).toEqual([0, undefined]);
  });

  test('closed', async () => {
    db.close();
    await expect(siftEvents(db, [made.click(1, made.jdItem)])).rejects.toMatchObject({ name: 'InvalidStateError' });
  });

  test('broken: also what is kept without lists fails', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
      throw new DOMException('', 'UnknownError');
    });
    await expect(siftEvents(db, [made.click(1, made.jdItem)])).rejects.toMatchObject({ name: 'UnknownError' });
  });
});
