// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
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
