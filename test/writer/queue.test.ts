import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { getSummary } from '@/utils/ledger/queries';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage, pageScript } from './made-door';

const queued = (row: { id: string }) => ({ [`q:${row.id}`]: row });
const append = (...rows: object[]) => ({ type: 'append', rows });

describe('the queue', () => {
  test('is written at start; rows nobody can read are counted and go', async () => {
    const row = made.sighting(1, made.jdItem);
    const { door, db, storage } = await madeDoor({ ...queued(row), 'q:broken': { id: 'broken' }, settings: {} });
    await ledgerWriter(door).drain();
    expect(await db.get('events', row.id)).toBeDefined();
    expect(storage.stored).toMatchObject({ settings: {} });
    expect(storage.queue()).toEqual({});
    expect(await getSummary(db)).toMatchObject({ unread: 1 });
  });

  test('holds no click back for exposures that cannot be stored', async () => {
    const seen = Array.from({ length: 150 }, (_row, at) => made.exposure(at));
    const click = made.click(900, made.jdItem);
    const queue = Object.assign({}, ...[...seen, click].map(queued)) as Record<string, unknown>;
    const { door, db, storage } = await madeDoor(queue);
    const { add } = IDBObjectStore.prototype;
    const refusing = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, row) {
      if (this.name === 'exposures') throw new DOMException('', 'UnknownError');
      return add.call(this, row);
    });
    await expect(ledgerWriter(door).drain()).rejects.toThrow();
    refusing.mockRestore();
    expect(await db.getAllKeys('events')).toEqual([click.id]);
    expect(Object.keys(storage.queue())).toHaveLength(seen.length);
  });

  test('an event whose list is broken is kept without it, and its neighbours are stored', async () => {
    const good = made.click(2, made.jdItem);
    const unlisted = made.sighting(1, made.jdItem);
    const { door, db, storage } = await madeDoor({ ...queued(unlisted), ...queued(good) });
    await db.put('notes', { key: `xiaohongshu:${unlisted.noteId}` } as never); // a row that lost its fields
    await ledgerWriter(door).drain();
    expect(await db.getAllKeys('events')).toEqual(expect.arrayContaining([good.id, unlisted.id]));
    expect(await db.get('meta', 'unlisted')).toMatchObject({ value: 1 });
    expect(storage.queue()).toEqual({});
  });

  test.each([
    ['by message', {}],
    ['from the queue', queued(made.mark(9, 'x', 'none'))],
  ])(
    'a row that no store takes, %s, is not answered, goes and is counted; its neighbour is stored',
    async (_way, more) => {
      const [good, refused] = [made.click(1, made.jdItem), made.click(2, made.jdItem)];
      const { door, db, storage } = await madeDoor({ ...queued(refused), ...more });
      const { add } = IDBObjectStore.prototype;
      const pickyAdd = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
        this: IDBObjectStore,
        row,
      ) {
        if ((row as { id: string }).id === refused.id) throw new DOMException('', 'DataError');
        return add.call(this, row);
      });
      const answer = await ledgerWriter(door).handle(append(good, refused), pageScript);
      pickyAdd.mockRestore();
      expect(answer).toEqual({ ok: [good.id] });
      expect(storage.queue()).toEqual({});
      expect((await getSummary(db)).unread).toBeGreaterThan(0);
    },
  );

  test('a row whose address is none stops nobody: it is counted and goes, in the first life of the worker', async () => {
    const good = made.click(2, made.jdItem);
    const odd = { ...made.click(1, made.jdItem), id: 'odd', url: 'https://[' };
    const { door, db, storage } = await madeDoor({ ...queued(odd), ...queued(good) });
    const row = made.click(3, made.jdItem);
    expect(await ledgerWriter(door).handle(append(row), pageScript)).toEqual({ ok: [row.id] });
    expect(await db.getAllKeys('events')).toEqual(expect.arrayContaining([good.id, row.id]));
    expect(storage.queue()).toEqual({});
    expect(await getSummary(db)).toMatchObject({ unread: 1 });
  });

  test.each([
    ['in the queue', true],
    ['in a message', false],
  ])(
    'a row that breaks whoever looks at it, %s: its neighbours are stored, it is counted',
    async (_where, isQueued) => {
      const neighbours = [made.click(1, made.jdItem), made.click(3, made.jdItem)];
      const odd = { ...made.click(2, made.jdItem), url: 'https://odd.jd.com/' };
      const rows = [...neighbours, odd];
      const { door, db, storage, badge } = await madeDoor(isQueued ? Object.assign({}, ...rows.map(queued)) : {});
      const mayRead = (url: string) =>
        url.includes('odd') ? Promise.reject(new TypeError(url)) : Promise.resolve(true);
      const answer = await ledgerWriter({ ...door, mayRead }).handle(append(...(isQueued ? [] : rows)), pageScript);
      expect(answer).toEqual({ ok: isQueued ? [] : neighbours.map(({ id }) => id) });
      const [first, second] = neighbours.map(({ id }) => id);
      expect(await db.getAllKeys('events')).toEqual([first, second, `unread:1:${odd.id}`].sort());
      expect([storage.queue(), badge]).toEqual([{}, []]);
    },
  );

  test('a queue that cannot be written for another reason is told to the person, and kept', async () => {
    const row = made.click(1, made.jdItem);
    const { door, db, storage, badge } = await madeDoor(queued(row));
    const mayRead = () => Promise.reject(new Error('asked in vain'));
    const writer = ledgerWriter({ ...door, mayRead });
    await expect(writer.handle(append(), pageScript)).rejects.toThrow('asked in vain');
    expect([badge, storage.queue(), await db.count('events')]).toEqual([['broken'], queued(row), 0]);
    await ledgerWriter(door).drain();
    expect([badge, storage.queue(), await db.count('events')]).toEqual([['broken', undefined], {}, 1]);
  });

  test('rows nobody can read are counted once, although the worker was stopped before they were taken out', async () => {
    const { door, db, storage } = await madeDoor({ 'q:broken': 1, 'q:bad': { id: 'bad' } });
    const remove = vi.spyOn(storage, 'remove').mockRejectedValueOnce(new Error('stopped'));
    await expect(ledgerWriter(door).drain()).rejects.toThrow('stopped');
    expect(Object.keys(storage.queue())).toHaveLength(2);
    await ledgerWriter(door).drain();
    remove.mockRestore();
    expect(storage.queue()).toEqual({});
    expect(await getSummary(db)).toMatchObject({ unread: 2 });
    expect(await db.getAll('coverage')).toMatchObject([{ where: 'queue', visits: 1, unread: { 'queue: shape': 2 } }]);
  });

  test('a landing finds its click although the click still waits in the queue', async () => {
    const { door, db } = await madeDoor({
      ...queued(made.sighting(1, made.unionLink)),
      ...queued(made.click(2, made.unionLink)),
    });
    await ledgerWriter(door).handle(append(made.landing(3, 'jd:100012043978')), pageScript);
    expect(await db.get('items', 'jd:100012043978')).toMatchObject({ state: 'visited' });
  });

  describe('a landing whose page did not know its tab', () => {
    const { tab: _unknown, ...landing } = made.landing(1_000, made.jdItem.key);
    const before = [made.sighting(1, made.jdItem), made.click(2, made.jdItem, { tab: 7 })];
    const open = async () => {
      const { door, db, storage } = await madeDoor({ ...queued(landing) });
      let now = landing.at + 5;
      const writer = ledgerWriter({ ...door, now: () => now });
      await writer.handle(append(...before), pageScript);
      return { writer, storage, db, pass: (ms: number) => (now += ms) };
    };

    test('waits in the queue for its message, which knows it, and finds its click', async () => {
      const { writer, storage, db } = await open();
      await writer.drain();
      expect(Object.keys(storage.queue())).toEqual([`q:${landing.id}`]);
      await writer.handle(append(landing), pageScript);
      expect(storage.queue()).toEqual({});
      expect(await db.get('items', made.jdItem.key)).toMatchObject({ state: 'visited' });
    });

    test('is stored without once no message can come any more', async () => {
      const { writer, storage, db, pass } = await open();
      pass(10_000);
      await writer.drain();
      expect(storage.queue()).toEqual({});
      expect(await db.get('events', landing.id)).toEqual({ ...landing, seq: 3 });
    });
  });

  test('a row queued while a drain runs is written by the same drain', async () => {
    const first = made.sighting(1, made.jdItem);
    const late = made.click(2, made.jdItem);
    const { door, db, storage } = await madeDoor(queued(first));
    const { drain } = ledgerWriter(door);
    const running = drain();
    await storage.set(queued(late));
    await Promise.all([running, drain()]);
    expect(await db.getAllKeys('events')).toEqual(expect.arrayContaining([first.id, late.id]));
    expect(storage.queue()).toEqual({});
  });
});

test('a queue of a thousand rows is written in slices, and what is done leaves it', async () => {
  const rows = Array.from({ length: 1_000 }, (_row, place) => made.click(place, made.jdItem));
  const { door, db, storage } = await madeDoor(Object.assign({}, ...rows.map(queued)));
  let writes = 0;
  const failing = {
    ...door,
    openDb: () => ((writes += 1) > 4 ? Promise.reject(new DOMException('', 'AbortError')) : door.openDb()),
  };
  await expect(ledgerWriter(failing).drain()).rejects.toThrow();
  expect([await db.count('events'), Object.keys(storage.queue()).length]).toEqual([300, 700]);
  await ledgerWriter(door).drain();
  expect([await db.count('events'), Object.keys(storage.queue()).length]).toEqual([1_000, 0]);
}, 30_000);

describe('what a page could not hand over', () => {
  test('is told with its next rows, counted as unread and shown', async () => {
    const { door, db } = await madeDoor();
    const row = made.click(1, made.jdItem);
    const { handle } = ledgerWriter(door);
    // Twice, as when the first answer was lost.
    for (let each = 0; each < 2; each++)
      expect(await handle({ ...append(row), lost: { id: 'once', count: 230 } }, pageScript)).toEqual({ ok: [row.id] });
    expect(await getSummary(db)).toMatchObject({ unread: 230 });
    expect(await db.getAll('coverage')).toMatchObject([{ where: 'queue', unread: { 'queue: no-data': 230 } }]);
  });

  test('because its queue is full: the person is told until it is not', async () => {
    const { door, badge } = await madeDoor();
    let now = door.now();
    const { handle } = ledgerWriter({ ...door, now: () => now });
    const row = made.click(1, made.jdItem);
    expect(await handle({ ...append(row), isFull: true }, pageScript)).toEqual({ ok: [row.id] });
    expect(badge).toEqual(['full']);
    now += 60_000;
    await handle(append(made.click(2, made.jdItem)), pageScript);
    expect(badge).toEqual(['full', undefined]);
  });

  test('is told before anything is lost: the background tries the queue when it starts, and when a page of ours asks', async () => {
    const { door, badge, storage } = await madeDoor();
    let now = door.now();
    const full = vi.spyOn(storage, 'set').mockRejectedValue(new Error('Resource::kQuotaBytes quota exceeded'));
    const writer = ledgerWriter({ ...door, now: () => now });
    await writer.drain();
    expect(badge).toEqual(['full']);
    await writer.handle(append(made.click(1, made.jdItem)), pageScript);
    expect(badge).toEqual(['full']); // the ledger has room, and the queue still none
    full.mockRestore();
    now += 60_000;
    await writer.handle({ type: 'look' }, ownPage);
    await writer.handle(append(made.click(2, made.jdItem)), pageScript);
    expect(badge).toEqual(['full', undefined]);
    expect(Object.keys(storage.stored)).not.toContain('probe');
  });

  test.each([{ lost: 1 }, { lost: { id: 'x', count: -1 } }, { lost: { count: 1 } }, { isFull: 1 }])(
    '%j is no message of ours',
    async (odd) => {
      const { door } = await madeDoor();
      expect(ledgerWriter(door).handle({ ...append(), ...odd }, pageScript)).toBeUndefined();
    },
  );
});
