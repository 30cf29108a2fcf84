// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { BundleJob } from '@/components/dashboard/research/props';
import { bundleWork } from '@/entrypoints/dashboard/research/files';
import type { Participation } from '@/utils/core/study';
import { openLedger } from '@/utils/ledger/open';
import { textOf } from '../export/text-of';
import { now, participation } from '../study/made-study';

const closed = vi.fn();
let written: Blob[] = [];
beforeEach(() => {
  closed.mockClear();
  written = [];
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) });
  const file = { name: 'made.zip', getFile: () => Promise.resolve({ name: 'made.zip', size: 1 }) };
  const createWritable = () => Promise.resolve(new WritableStream({ write: addPart, close: closed }));
  window.showSaveFilePicker = () => Promise.resolve({ ...file, createWritable } as unknown as FileSystemFileHandle);
});
const addPart = (part: Uint8Array<ArrayBuffer>) => void written.push(new Blob([part]));
afterEach(() => delete window.showSaveFilePicker);

let names = 0;

/** @param kept what is kept of the study each time that it is asked for */
async function exportWhile(...kept: (Participation | undefined)[]) {
  const db = await openLedger({ name: `bundle-${String((names += 1))}` });
  const jobs: BundleJob[] = [];
  const onWritten = vi.fn();
  const joined = () => Promise.resolve(kept.length > 1 ? kept.shift() : kept[0]);
  const own = { open: () => Promise.resolve(db), now: () => now, facts: () => ({}), joined, onWritten };
  const work = bundleWork(own as unknown as Parameters<typeof bundleWork>[0], (job) => jobs.push(job));
  await work.start(participation(), { format: 'ndjson', mark: false });
  return { end: jobs.at(-1), onWritten };
}

test('an export is there to its last byte, and told', async () => {
  const { end, onWritten } = await exportWhile(participation());
  expect(end).toMatchObject({ state: 'done', result: { name: 'made.zip' } });
  expect(closed).toHaveBeenCalledTimes(1);
  expect(onWritten).toHaveBeenCalledTimes(1);
});

test('an export says how much a clock keeps out of it', async () => {
  await exportWhile(participation());
  expect(await textOf(new Blob(written))).toContain('"rows_later_than_export": 0');
});

const narrow = { ...participation().file, tables: ['exposures' as const] };

test.each([
  ['a narrower file was agreed to', participation({ purchases: true, file: narrow })],
  ['the same file was agreed to anew', participation({ purchases: true, consentedAt: now })],
  ['purchases were not agreed to any more', participation({ purchases: false })],
  ['more was left out', participation({ purchases: true, redacted: ['ab'.repeat(16)] })],
])('nothing is written where %s elsewhere while the file was being written', async (_what, since) => {
  const { end, onWritten } = await exportWhile(participation({ purchases: true }), since);
  expect(end).toEqual({ state: 'failed', why: 'changed' });
  expect(closed).not.toHaveBeenCalled();
  expect(onWritten).not.toHaveBeenCalled();
});

test('what was taken back in, or exported meanwhile, ends no file', async () => {
  const before = participation({ redacted: ['ab'.repeat(16)] });
  const note = { at: now, name: 'a.zip', tier: 'T1' as const, rows: 3, sha256: 'ab'.repeat(32) };
  expect((await exportWhile(before, participation({ exports: [note] }))).end).toMatchObject({ state: 'done' });
});

const other = participation({ participantId: 'p-bbbbbbbbbbbbbbbbbbbbbbbbbb' });

test.each([
  ['while the person chose a place for the file', [undefined]],
  ['and joined anew, while the person chose a place', [other]],
  ['while the file was being written', [participation(), undefined]],
])('nothing is written of a study that was left elsewhere %s', async (_when, kept) => {
  const { end, onWritten } = await exportWhile(...kept);
  expect(end).toEqual({ state: 'failed', why: 'left' });
  expect(closed).not.toHaveBeenCalled();
  expect(onWritten).not.toHaveBeenCalled();
});
