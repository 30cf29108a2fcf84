import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, orderScript, ownPage, pageScript } from './made-door';

const queued = (row: { id: string }) => ({ [`q:${row.id}`]: row });
/** As a page's script sends it: without what the background adds. */
function madeOrder(...of: Parameters<typeof made.purchase>) {
  const { itemKey: _derived, space: _stamped, ...order } = made.purchase(...of);
  return order;
}

const append = (...rows: object[]) => ({ type: 'append', rows });

describe('rows of a page', () => {
  test('are stored, answered by id, and leave the queue', async () => {
    const row = made.sighting(1, made.jdItem);
    const { door, db, storage, announced } = await madeDoor(queued(row));
    expect(await ledgerWriter(door).handle(append(row), pageScript)).toEqual({ ok: [row.id] });
    expect(await db.count('events')).toBe(1);
    expect(storage.queue()).toEqual({});
    expect(announced.length).toBeGreaterThan(0);
  });

  test('keep their own tab, and get the sender’s when they have none', async () => {
    const { door, db } = await madeDoor();
    const { tab: _lost, ...row } = made.click(1, made.jdItem);
    const withTab = made.click(2, made.jdItem);
    await ledgerWriter(door).handle(append(row, withTab), pageScript);
    expect(await db.get('events', row.id)).toMatchObject({ tab: 7, opener: 3 });
    expect(await db.get('events', withTab.id)).toMatchObject({ tab: 1 });
  });

  test.each([
    ['a row of an unknown type', { ...made.click(1, made.jdItem), type: 'grant' }],
    ['a row without time', { ...made.click(1, made.jdItem), at: 'now' }],
    ['a row with a script address', { ...made.click(1, made.jdItem), url: 'javascript:alert(1)' }],
    ['a row from a page we do not read', { ...made.click(1, made.jdItem), url: 'https://evil.example/' }],
    ['a link whose address is no web page', made.click(1, { ...made.jdItem, canonical: 'javascript:alert(1)' })],
  ])('%s is not stored, its neighbour is', async (_title, broken) => {
    const { door, db } = await madeDoor();
    const good = made.sighting(2, made.jdItem);
    expect(await ledgerWriter(door).handle(append(broken, good), pageScript)).toEqual({ ok: [good.id] });
    expect(await db.count('events')).toBe(1);
  });

  test('of a page whose host has a star are not stored, the queue does not stand still, and no browser is asked', async () => {
    const [odd, good] = [made.landing(1, 'jd:1', { url: 'https://a*b.jd.com/1.html' }), made.sighting(2, made.jdItem)];
    const { door, db, storage } = await madeDoor({ ...queued(odd), ...queued(good) });
    const asked: string[] = [];
    const mayRead = (page: string) => {
      asked.push(page);
      // As browsers do: a star in the middle of a host is no match pattern.
      return page.includes('*') ? Promise.reject(new Error(`Invalid host pattern: ${page}`)) : Promise.resolve(true);
    };
    const { drain, handle } = ledgerWriter({ ...door, mayRead, now: () => made.start + 60_000 });
    await drain();
    expect(await handle(append(odd), pageScript)).toEqual({ ok: [] });
    expect([await db.getAllKeys('events'), storage.queue()]).toEqual([[good.id], {}]);
    expect(asked).toEqual(['https://www.xiaohongshu.com/']);
  });

  test('a failed write answers with a failure and leaves the queue alone', async () => {
    const row = made.click(1, made.jdItem);
    const { door, storage } = await madeDoor(queued(row));
    const writer = ledgerWriter({ ...door, openDb: () => Promise.reject(new Error('full')) });
    await expect(writer.handle(append(row), pageScript)).rejects.toThrow('full');
    expect(storage.queue()).toEqual(queued(row));
  });
});

describe('who may send what', () => {
  const incognito = { ...pageScript, tab: { ...pageScript.tab, incognito: true } };
  test.each([
    ['a page’s script', { type: 'erase-all' }, pageScript],
    ['a page’s script', { type: 'mark', key: 'jd:1', mark: 'bought' }, pageScript],
    ['a page’s script', { type: 'recording', on: false }, pageScript],
    ['a frame in a page', { type: 'hello' }, { ...pageScript, frameId: 4 }],
    ['a private window', { type: 'hello' }, incognito],
    ['nobody', { type: 'hello' }, {}],
    ['our own page', { type: 'nonsense' }, ownPage],
    ['our own page', null, ownPage],
    ['a page that looks like ours', { type: 'erase-all' }, { url: 'https://evil.example/?chrome-extension://made/' }],
  ])('%s is not heard with %j', async (_who, message, sender) => {
    const { door } = await madeDoor();
    expect(ledgerWriter(door).handle(message, sender)).toBeUndefined();
  });

  test('a page’s script learns its tab', async () => {
    const { door } = await madeDoor();
    expect(await ledgerWriter(door).handle({ type: 'hello' }, pageScript)).toEqual({ tab: 7, opener: 3 });
  });
});

describe('one thing at a time', () => {
  test('the tab of the message completes a click that the queue stored without one', async () => {
    const { tab: _lost, ...row } = made.click(1, made.jdItem);
    const { door, db } = await madeDoor(queued(row));
    await ledgerWriter(door).handle(append(row), pageScript);
    expect(await db.get('events', row.id)).toMatchObject({ tab: 7, opener: 3, space: 'jd' });
    await ledgerWriter(door).handle(
      append(made.sighting(0, made.jdItem), made.landing(2, made.jdItem.key, { tab: 7 })),
      pageScript,
    );
    expect(await db.get('items', made.jdItem.key)).toMatchObject({ journey: [{ step: 'seen' }, { step: 'landed' }] });
  });

  test('an erasure in the middle of a write is not undone by the rest of it', async () => {
    const { door, db } = await madeDoor();
    const writer = ledgerWriter(door);
    const purchases = Array.from({ length: 60 }, (_row, place) => madeOrder(1, { itemId: String(1000 + place) }));
    const taken = writer.handle({ type: 'orders', at: made.start + 1, zoneMinutes: 480, purchases }, orderScript);
    await writer.handle({ type: 'erase-all' }, ownPage);
    await taken;
    expect([await db.count('events'), await db.count('orders')]).toEqual([0, 0]);
  });
});

describe('a word of the person', () => {
  const wish = { type: 'want', key: made.jdItem.key, wanted: true };

  test('on an item that is not there is not done', async () => {
    const { door, db } = await madeDoor();
    expect(await ledgerWriter(door).handle(wish, ownPage)).toEqual({ ok: false });
    expect(await db.count('events')).toBe(0);
  });

  test('with what the page shows makes the item first', async () => {
    const { door, db } = await madeDoor();
    const { surface, link, layer, rule, verified, url, site, noteId } = made.sighting(1, made.jdItem);
    const seen = { site, url, note: { id: noteId, title: '毛衣' }, link: { surface, link, layer, rule, verified } };
    expect(await ledgerWriter(door).handle({ ...wish, seen }, ownPage)).toEqual({ ok: true });
    expect(await db.get('items', made.jdItem.key)).toMatchObject({ state: 'saved', note: { title: '毛衣' } });
  });
});

describe('switches', () => {
  test('with recording off nothing new is stored; what happened before still is', async () => {
    const { door, db } = await madeDoor();
    const writer = ledgerWriter({ ...door, now: () => made.start + 100 });
    expect(await writer.handle({ type: 'recording', on: false }, ownPage)).toEqual({ ok: true });
    await writer.handle(append(made.click(200, made.jdItem)), pageScript);
    expect(await db.count('events')).toBe(0);
    await writer.handle(append(made.click(50, made.jdItem)), pageScript);
    expect(await db.count('events')).toBe(1);
    const orders = {
      type: 'orders',
      at: made.start + 300,
      zoneMinutes: 480,
      purchases: [madeOrder(1)],
    };
    expect(await writer.handle(orders, orderScript)).toEqual({ ok: 0 });
    expect(await db.count('orders')).toBe(0);
  });

  test('after erasing, an old row cannot come back from a queue', async () => {
    const row = made.sighting(1, made.jdItem);
    const { door, db, storage } = await madeDoor(queued(row));
    const writer = ledgerWriter(door);
    await writer.drain();
    expect(await writer.handle({ type: 'erase-all' }, ownPage)).toEqual({ ok: true });
    await storage.set(queued(row));
    await writer.drain();
    expect(await db.count('events')).toBe(0);
    expect(storage.stored).toMatchObject({ settings: { erasedAt: made.start + 1_000_000 } });
  });
});

test('a page that lists no orders tells none, nor does a shop that was disconnected under its page', async () => {
  const { door, db } = await madeDoor();
  const message = { type: 'orders', at: made.start, zoneMinutes: 480, purchases: [madeOrder(1)] };
  expect(await ledgerWriter(door).handle(message, pageScript)).toEqual({ ok: 0 });
  const disconnected = ledgerWriter({ ...door, mayRead: () => Promise.resolve(false) });
  expect(await disconnected.handle(message, orderScript)).toEqual({ ok: 0 });
  const landing = made.landing(1, made.jdItem.key);
  expect(await disconnected.handle(append(landing), pageScript)).toEqual({ ok: [] });
  expect(await db.count('orders')).toBe(0);
});

test('a landing cannot plant an address that is no page we know', async () => {
  const { door, db } = await madeDoor();
  await ledgerWriter(door).handle(
    append(made.sighting(0, made.jdItem), made.landing(1, made.jdItem.key, { itemUrl: 'https://evil.example/' })),
    pageScript,
  );
  expect(await db.get('items', made.jdItem.key)).toMatchObject({ url: made.jdItem.canonical });
});

test('a clock that was ahead when all was erased does not stop recording once it is right', async () => {
  const ahead = { settings: { recording: true, recordingChangedAt: 0, erasedAt: made.start + 1e12 } };
  const { door, db } = await madeDoor(ahead);
  await ledgerWriter(door).handle(append(made.click(1, made.jdItem)), pageScript);
  expect(await db.count('events')).toBe(1);
});

test('orders are joined to their item by key, and their ids are on no disk', async () => {
  const { door, db, storage } = await madeDoor();
  const writer = ledgerWriter(door);
  await writer.handle(append(made.sighting(1, made.taobaoItem)), pageScript);
  const order = madeOrder(90_000, { platform: 'taobao', itemId: '1059057030771' });
  const message = { type: 'orders', at: made.start + 91_000, zoneMinutes: 480, purchases: [order] };
  expect(await writer.handle(message, orderScript)).toEqual({ ok: 1 });
  expect(await db.get('items', 'ali:1059057030771')).toMatchObject({ state: 'bought' });
  expect(JSON.stringify([await db.getAll('orders'), await db.getAll('events'), storage.stored])).not.toContain(
    order.orderId,
  );
});
