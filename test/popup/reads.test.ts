// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { currentTerms } from '@/utils/core/terms';
import { readLists } from '@/entrypoints/popup/reads';
import { readPage } from '@/entrypoints/popup/reads-page';
import { readConnections, readSwitches } from '@/entrypoints/popup/switches';
import type { LinkReading, ResolvedLink } from '@/utils/core/types';

import { LedgerError } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import { siftEvents } from '@/utils/ledger/sift';
import { jdItem, purchase, sighting, start, taobaoItem, unionLink, want } from '../ledger/made-events';
import { answers, closeFor, madeBrowser, madeLedger, pageWith } from './made-popup';

const shopEntry: ResolvedLink = { ...unionLink, kind: 'shop', key: 'jd.com/shop/1', shopId: '1' };
const token: ResolvedLink = { ...unionLink, platform: 'taobao', kind: 'token', key: 'token:made' };
const siteShort: ResolvedLink = { ...unionLink, platform: 'xiaohongshu', key: 'http://xhslink.com/a/made' };
const note = { id: '65f000000000000012345678' };

function reading(link: ResolvedLink): LinkReading {
  return { surface: 'ad-link', link, layer: 'L1', rule: 'made', verified: true };
}

beforeEach(() => madeBrowser());

describe('lists', () => {
  test('saved: the summary and the saved items', async () => {
    const { open } = madeLedger();
    await siftEvents(await open(), [sighting(1, jdItem), sighting(2, taobaoItem), want(3, jdItem.key, true)]);
    const { saved, summary, error } = await readLists(open, 'saved', 1);
    expect(saved).toMatchObject({ state: 'ready', more: false, items: [{ key: jdItem.key }] });
    expect(summary?.platforms).toEqual([{ platform: 'jd', saved: 1, purchased: 0 }]);
    expect(error).toBeUndefined();
  });

  test('purchased: orders of no note go on by pages', async () => {
    const { open } = madeLedger();
    const bought = Array.from({ length: 51 }, (_none, at) => purchase(at, { orderId: String(at) }));
    await addPurchases(await open(), bought, { at: start, zoneMinutes: 480 });
    const first = await readLists(open, 'purchased', 1);
    expect(first.orders).toMatchObject({ state: 'ready', more: true });
    expect(first.orders?.orders).toHaveLength(50);
    expect(first.purchased).toEqual({ state: 'ready', items: [], more: false, unreadable: 0 });
    const { orders } = await readLists(open, 'purchased', 2);
    expect([orders?.orders.length, orders?.more]).toEqual([51, false]);
  });

  test('a connection that was closed is opened anew', async () => {
    const { name, open } = madeLedger();
    await open();
    await closeFor(name);
    expect(await readLists(open, 'saved', 1)).toMatchObject({ saved: { state: 'ready' }, error: undefined });
  });

  test('a connection that closes while it is read is opened once more', async () => {
    const { open } = madeLedger();
    const dead = await madeLedger().open();
    dead.close();
    const opens = vi.fn(open).mockResolvedValueOnce(dead).mockResolvedValueOnce(dead);
    expect(await readLists(opens, 'saved', 1)).toMatchObject({ saved: { state: 'ready' } });
  });

  test('one that stays closed is an error of the list, not of the popup', async () => {
    const dead = await madeLedger().open();
    dead.close();
    const change = await readLists(() => Promise.resolve(dead), 'purchased', 1);
    expect(change).toMatchObject({ purchased: { state: 'error' }, orders: { state: 'error' }, error: undefined });
  });

  test('a list that fails hides no other', async () => {
    const { open } = madeLedger();
    const db = await open();
    const transaction: typeof db.transaction = db.transaction.bind(db);
    const spy = vi.spyOn(db, 'transaction').mockImplementation((...on: Parameters<typeof transaction>) => {
      if (JSON.stringify(on[0]).includes('orders')) throw new DOMException('made', 'UnknownError');
      return transaction(...on);
    });
    const change = await readLists(() => Promise.resolve(db), 'purchased', 1);
    spy.mockRestore();
    expect(change).toMatchObject({ purchased: { state: 'ready' }, orders: { state: 'error' }, error: undefined });
  });

  test.each(['newer', 'blocked', 'broken'] as const)('%s is told apart', async (kind) => {
    const change = await readLists(() => Promise.reject(new LedgerError(kind)), 'saved', 1);
    expect(change).toMatchObject({ error: { kind }, saved: { state: 'error' } });
  });

  test('a ledger that a later version upgraded meanwhile is newer', async () => {
    const { name, open } = madeLedger();
    await open();
    (await openDB(name, 99)).close();
    expect(await readLists(open, 'saved', 1)).toMatchObject({ error: { kind: 'newer' } });
  });
});

describe('this page', () => {
  test('elsewhere, without the ledger', async () => {
    madeBrowser('https://example.test/');
    const { page } = await readPage(() => Promise.reject(new LedgerError('broken')));
    expect(page).toEqual({ state: 'elsewhere' });
  });

  test.each([
    ['no script of ours', () => Promise.reject(new Error('Receiving end does not exist'))],
    ['nonsense', () => Promise.resolve({ kind: 'note' })],
  ])('silent: %s', async (_name, answer) => {
    answers.describe.mockImplementation(answer);
    expect((await readPage(madeLedger().open)).page).toEqual({ state: 'silent' });
  });

  test('read, with what the ledger knows and what can be kept', async () => {
    const { open } = madeLedger();
    await siftEvents(await open(), [sighting(1, jdItem)]);
    const links = [jdItem, taobaoItem, unionLink, shopEntry, token, siteShort].map(reading);
    answers.describe.mockResolvedValue(pageWith({ note, links }));
    const { page, tab } = await readPage(open);
    expect(page).toMatchObject({ state: 'read', items: { [jdItem.key]: { state: 'seen' } } });
    expect(page.state === 'read' && page.keepable).toEqual([jdItem.key, taobaoItem.key, unionLink.key]);
    expect(tab?.id).toBe(7);
  });

  test('without a note only what is stored can be kept', async () => {
    const { open } = madeLedger();
    await siftEvents(await open(), [sighting(1, jdItem)]);
    answers.describe.mockResolvedValue(pageWith({ kind: 'feed', links: [jdItem, taobaoItem].map(reading) }));
    expect((await readPage(open)).page).toMatchObject({ keepable: [jdItem.key] });
  });

  test('error, when the page answers and the ledger does not', async () => {
    answers.describe.mockResolvedValue(pageWith());
    const { page } = await readPage(() => Promise.reject(new LedgerError('blocked')));
    expect(page).toEqual({ state: 'error' });
  });
});

test('the switches are read without the ledger', async () => {
  expect(await readSwitches(7, start)).toEqual({
    recording: true,
    copies: true,
    leftOut: { authors: [], notes: [] },
    consent: 'no',
    pause: { tab: false },
  });
  const pause = { from: start - 1, until: start + 9 };
  const settings = { consent: { terms: currentTerms, at: 0 }, pause, pausedTabs: [{ tab: 7, from: 0 }] };
  await fakeBrowser.storage.local.set({ settings });
  expect(await readSwitches(7, start)).toMatchObject({ consent: 'yes', pause: { tab: true, until: start + 9 } });
  expect(await readSwitches(8, start + 9)).toMatchObject({ pause: { tab: false } });
  const { connections = [] } = await readConnections();
  expect(connections.length).toBeGreaterThan(0);
  expect(connections.every(({ connected }) => connected)).toBe(true);
});
