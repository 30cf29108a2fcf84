// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noCounts } from '@/utils/core/health';
import { currentTerms } from '@/utils/core/terms';
import { openLedger } from '@/utils/ledger/open';
import { speak } from '../components/i18n-setup';
import { all, one } from '../components/mount';
import { answers, madeBrowser } from './made-popup';

beforeEach(async () => {
  vi.resetModules();
  await deleteDB('bacao');
  document.body.innerHTML = '<div id="app"></div>';
});

/** Opens the popup as the browser does. */
async function openPopup(): Promise<void> {
  await speak('en');
  await import('@/entrypoints/popup/main');
}

test('a page that never answers holds nothing back', async () => {
  madeBrowser();
  answers.describe.mockReturnValue(new Promise(() => undefined));
  await openPopup();
  await expect.poll(() => all('switch').length).toBe(1);
  one('tab', 'Saved').click();
  await expect.poll(() => document.body.textContent).toContain('Nothing saved yet');
  one('button', 'Settings').click();
  await expect.poll(() => all('button', 'Disconnect JD.com').length).toBe(1);
});

test('a ledger of a later version is said to be one; the switches work all the same', async () => {
  madeBrowser('https://example.test/');
  (await openDB('bacao', 99)).close();
  await openPopup();
  await expect.poll(() => document.body.textContent).toContain('Update Bacao');
  await expect.poll(() => all('switch').length).toBe(1);
  await deleteDB('bacao');
  one('button', 'Try again').click();
  await expect.poll(() => document.body.textContent).toContain('Nothing saved yet');
});

const loss = { kind: 'wiped', noticedAt: 2, lastWriteAt: 1, events: 12, exposures: 0 };

test('what the browser lost is said, and the background is asked to look', async () => {
  madeBrowser('https://example.test/');
  await fakeBrowser.storage.local.set({ health: { loss } });
  await openPopup();
  await expect.poll(() => document.body.textContent).toContain('12 entries are gone');
  await expect.poll(() => answers.background.mock.calls).toContainEqual([{ type: 'look' }]);
});

test('opening counts nothing by walking it, and reads no list whole', async () => {
  madeBrowser();
  (await openLedger()).close();
  const counting = vi.spyOn(IDBObjectStore.prototype, 'count');
  const readings = [IDBObjectStore, IDBIndex].map(({ prototype }) => vi.spyOn(prototype, 'getAll'));
  const cursors = [IDBObjectStore, IDBIndex].map(({ prototype }) => vi.spyOn(prototype, 'openCursor'));
  await openPopup();
  await expect.poll(() => all('switch').length).toBe(1);
  for (const [name, empty] of [
    ['Saved', 'Nothing saved yet'],
    ['Purchased', 'Nothing purchased yet'],
  ] as const) {
    one('tab', name).click();
    await expect.poll(() => document.body.textContent).toContain(empty);
  }
  expect(cursors.flatMap(({ mock }) => mock.calls).length).toBeGreaterThan(0);
  expect([counting, ...readings].flatMap(({ mock }) => mock.calls)).toEqual([]);
  vi.restoreAllMocks();
});

test('a reminder is told by what the ledger holds', async () => {
  madeBrowser('https://example.test/');
  await fakeBrowser.storage.local.set({ settings: { consent: { terms: currentTerms, at: 0 } } });
  const db = await openLedger();
  await db.put('meta', { key: 'counts', value: { ...noCounts, events: 3_000 } });
  db.close();
  await openPopup();
  await expect.poll(() => document.body.textContent).toContain('3,000 entries so far, and no backup yet.');
});
