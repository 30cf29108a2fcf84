import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { ledgerWriter } from '@/utils/writer/handle';
import { backupOf, textOf } from '../backup/support';
import * as made from '../ledger/made-events';
import { madeDoor, orderScript, ownPage, pageScript } from './made-door';

const orderId = '298870014521';
const message = (change: object = {}) => ({
  type: 'orders',
  at: made.start + 61_000,
  zoneMinutes: 480,
  purchases: [],
  signals: [{ signal: 'order-placed', platform: 'jd', orderId }],
  ...change,
});

test('the page after an order is one event, however often it is read; its number is on no disk and in no backup', async () => {
  const { door, db, storage, session } = await madeDoor();
  const writer = ledgerWriter(door);
  expect(await writer.handle(message(), orderScript)).toEqual({ ok: 0 });
  await writer.handle(message({ at: made.start + 99_000 }), orderScript);
  expect(await db.getAll('events')).toMatchObject([
    { type: 'signal', signal: 'order-placed', evidence: 'observed', tab: 8, at: made.start + 61_000 },
  ]);
  const stores = await Promise.all([...db.objectStoreNames].map((name) => db.getAll(name)));
  const kept = JSON.stringify([stores, storage.stored, session.stored, await textOf(await backupOf(db))]);
  expect(kept).toContain('order-placed');
  expect(kept).not.toContain(orderId);
});

test('it is the order of the list that is read later', async () => {
  const { door, db } = await madeDoor();
  const writer = ledgerWriter(door);
  await writer.handle({ type: 'append', rows: [made.sighting(1, made.jdItem)] }, pageScript);
  await writer.handle(message(), orderScript);
  const { itemKey: _derived, space: _stamped, ...order } = made.purchase(60_000, { orderId });
  await writer.handle(message({ purchases: [order], signals: [] }), orderScript);
  expect(await db.getAll('orders')).toMatchObject([{ placedAt: made.start + 61_000 }]);
});

describe('it is not taken', () => {
  test.each([
    ['from a page that shows no order', pageScript, {}],
    ['from a page of ours', ownPage, {}],
    ['in a private window', { ...orderScript, tab: { ...orderScript.tab, incognito: true } }, {}],
    ['with a deed that nobody knows', orderScript, { signals: [{ signal: 'given', platform: 'jd', orderId }] }],
    ['with a number that is no text', orderScript, { signals: [{ signal: 'paid', platform: 'jd', orderId: 5 }] }],
    [
      'with more than a page can say',
      orderScript,
      { signals: Array(11).fill({ signal: 'paid', platform: 'jd', orderId }) },
    ],
  ])('%s', async (_, sender, change) => {
    const { door, db } = await madeDoor();
    await ledgerWriter(door).handle(message(change), sender);
    expect(await db.count('events')).toBe(0);
  });

  test('when it was erased since', async () => {
    const { door, db } = await madeDoor();
    const writer = ledgerWriter(door);
    const what = { kind: 'range', from: made.start, to: made.start + 70_000 };
    await writer.handle({ type: 'erase', what }, ownPage);
    await writer.handle(message(), orderScript);
    expect(await db.count('events')).toBe(0);
  });

  test('while recording is off, or after the shop was disconnected', async () => {
    const { door, db } = await madeDoor();
    const disconnected = ledgerWriter({ ...door, mayRead: () => Promise.resolve(false) });
    expect(await disconnected.handle(message(), orderScript)).toEqual({ ok: 0 });
    const writer = ledgerWriter({ ...door, now: () => made.start });
    await writer.handle({ type: 'recording', on: false }, ownPage);
    expect(await writer.handle(message(), orderScript)).toEqual({ ok: 0 });
    expect(await db.count('events')).toBe(0);
  });
});

test('a row of a page cannot name an order', async () => {
  const { door, db } = await madeDoor();
  const row = { ...made.signal(1, 'order-placed'), orderKey: 'jd:made-up' };
  await ledgerWriter(door).handle({ type: 'append', rows: [made.sighting(0, made.jdItem), row] }, pageScript);
  expect((await db.getAll('events')).map((event) => 'orderKey' in event)).toEqual([false, false]);
  expect((await db.getAll('meta')).some(({ key }) => key.startsWith('placedAt:'))).toBe(false);
});
