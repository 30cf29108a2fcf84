// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { BackupJob } from '@/components/dashboard/data/backup-card';
import { backupWork } from '@/entrypoints/dashboard/backup';
import type { Desk } from '@/entrypoints/dashboard/view';
import { importLock } from '@/utils/core/bill-parts';
import { planRestore } from '@/utils/ledger/backup/plan';
import { addPurchases } from '@/utils/ledger/purchases';
import { beginImport } from '@/utils/writer/begun-imports';
import { emptyLedger } from '../backup/support';
import * as made from '../ledger/made-events';
import { madeBrowser } from '../popup/made-popup';

let held: { name: string }[];
beforeEach(() => {
  madeBrowser();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) });
  held = [];
  Object.defineProperty(navigator, 'locks', { value: { query: () => Promise.resolve({ held }) }, configurable: true });
});
afterEach(() => {
  delete window.showSaveFilePicker;
  Reflect.deleteProperty(navigator, 'locks');
});

const importId = '00000000-0000-4000-8000-000000000001';

test.each([
  ['that has not ended', () => beginImport(fakeBrowser.storage.local, importId), 1],
  ['that is whole, and whose page can still stop it', () => held.push({ name: importLock(importId) }), 1],
  ['that has ended', () => held.push({ name: 'another lock' }), 2],
])('a backup at the person’s wish and an import %s', async (_which, stands, expected) => {
  const db = await emptyLedger();
  const moment = { at: made.start + 10, zoneMinutes: 480 };
  await addPurchases(db, [made.purchase(1)], moment);
  await addPurchases(db, [made.purchase(2, { orderId: '7700' })], { ...moment, importId });
  await stands();
  const written: Uint8Array<ArrayBuffer>[] = [];
  const size = () => written.reduce((sum, part) => sum + part.length, 0);
  const createWritable = () =>
    Promise.resolve(new WritableStream<Uint8Array<ArrayBuffer>>({ write: (part) => void written.push(part) }));
  const file = { name: 'made.gz', getFile: () => Promise.resolve({ name: 'made.gz', size: size() }), createWritable };
  Object.assign(window, { showSaveFilePicker: () => Promise.resolve(file) });
  const shown: BackupJob[] = [];
  const desk = { open: () => Promise.resolve(db), now: () => made.start + 100 } as unknown as Desk;
  backupWork(desk, (job) => shown.push(job)).onStart();
  await vi.waitFor(() => expect(shown.at(-1)?.state).toBe('done'));
  const plan = await planRestore(await emptyLedger(), new File(written, 'made.gz'));
  expect(plan.events.fresh).toBe(expected);
});
