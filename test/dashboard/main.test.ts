// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openLedger } from '@/utils/ledger/open';
import { speak } from '../components/i18n-setup';
import { chair } from '../components/made-rows';
import { all, one } from '../components/mount';
import { answers, madeBrowser } from '../popup/made-popup';

afterEach(() => vi.restoreAllMocks());

beforeEach(async () => {
  vi.resetModules();
  madeBrowser();
  await deleteDB('bacao');
  document.body.innerHTML = '<div id="app"></div>';
});

/** Opens the full page as the browser does. */
async function openDashboard(address = ''): Promise<void> {
  await speak('en');
  window.history.replaceState(null, '', `/dashboard.html${address}`);
  await import('@/entrypoints/dashboard/main');
}

const openLink = () => all('link').find((link) => link.getAttribute('aria-current') === 'page')?.textContent;

test('the address names the view, and the title does too', async () => {
  await openDashboard('?view=health');
  expect(openLink()).toBe('Health');
  expect(document.title).toBe('Health · Bacao');
  expect(document.activeElement).toBe(one('heading', 'Health'));
  await expect.poll(() => document.body.textContent).toContain('All is well');
});

test('a file that the browser cannot read in places is told, with the way to a backup', async () => {
  const count = Reflect.get(IDBObjectStore.prototype, 'count') as (this: IDBObjectStore) => IDBRequest<number>;
  vi.spyOn(IDBObjectStore.prototype, 'count').mockImplementation(function (this: IDBObjectStore) {
    if (this.name === 'exposures') throw new DOMException('The operation failed', 'UnknownError');
    return count.call(this);
  });
  await openDashboard('?view=health');
  await expect.poll(() => document.body.textContent).toContain('Part of the ledger cannot be read');
  one('button', 'Back up');
});

test('an address that names nothing known opens the first view', async () => {
  await openDashboard('?view=nonsense');
  expect(all('heading').length).toBeGreaterThan(0);
  expect(openLink()).toBeTruthy();
});

test('a ledger of a later version is said to be one', async () => {
  (await openDB('bacao', 99)).close();
  await openDashboard('?view=health');
  await expect.poll(() => document.body.textContent).toContain('Update Bacao');
  expect(all('img', 'needs a look')).toHaveLength(1);
});

test.each(['overview', 'items', 'notes', 'mirror', 'purchases', 'matching', 'density', 'research', 'data'])(
  'each view that shows it says so, and where a backup can be brought back: %s',
  async (view) => {
    (await openDB('bacao', 99)).close();
    await openDashboard(`?view=${view}`);
    await expect.poll(() => document.body.textContent).toContain('Update Bacao');
    if (view !== 'data') one('button', 'Restore from a backup').click();
    await expect.poll(() => document.activeElement?.id).toBe(view === 'data' ? '' : 'restore');
  },
);

test('a backup that is chosen while the ledger does not open is not said to be at fault', async () => {
  (await openDB('bacao', 99)).close();
  await openDashboard('?view=data');
  const input = document.querySelector<HTMLInputElement>('#restore input[type=file]')!;
  Object.defineProperty(input, 'files', { value: [new File(['made'], 'b.gz')] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  const restore = () => document.querySelector('#restore')?.textContent;
  await expect.poll(restore).toContain('The ledger does not open, so the backup was not looked at');
  await expect.poll(restore).toContain('update Bacao first');
});

test('a loss is told until it is put away', async () => {
  const loss = { kind: 'cut', noticedAt: 2, lastWriteAt: 1, events: 12, exposures: 3 };
  await fakeBrowser.storage.local.set({ health: { loss } });
  answers.background.mockImplementation(async (message) => {
    if (Reflect.get(Object(message), 'type') === 'dismiss-loss') await fakeBrowser.storage.local.set({ health: {} });
    return { ok: true };
  });
  await openDashboard('?view=health');
  await expect.poll(() => document.body.textContent).toContain('Missing from the end: 12 records and 3 exposures.');
  expect(answers.background.mock.calls).toEqual([[{ type: 'look' }]]);
  one('button', 'Got it, put this away').click();
  await expect.poll(() => document.body.textContent).toContain('All is well');
});

test('what is said of an item is told when it is stored, with its way back, and when it is not', async () => {
  const db = await openLedger();
  await db.put('items', chair);
  db.close();
  await openDashboard(`?view=items&item=${chair.key}`);
  await expect.poll(() => all('button', 'Drop it').length).toBe(1);
  one('button', 'Drop it').click();
  await expect.poll(() => document.querySelector('.toast')?.textContent).toContain('Dropped');
  document.querySelector<HTMLElement>('.toast__undo')?.click();
  await expect.poll(() => document.querySelector('.toast')?.textContent).toContain('Undone');
  answers.background.mockRejectedValue(new Error('stopped'));
  one('button', 'I bought this').click();
  await expect.poll(() => document.querySelector('.toast')?.textContent).toContain('That was not stored');
  const told = answers.background.mock.calls.map(([message]) => message);
  expect(told).toContainEqual({ type: 'mark', key: chair.key, mark: 'dropped' });
  expect(told).toContainEqual({ type: 'mark', key: chair.key, mark: 'none' });
});
