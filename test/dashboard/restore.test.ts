import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { RestoreView } from '@/components/dashboard/data/restore-props';
import { restoreWork } from '@/entrypoints/dashboard/restore';
import type { Desk } from '@/entrypoints/dashboard/view';
import type { LedgerDb } from '@/utils/ledger/schema';
import { forgetUnfinished, readUnfinished } from '@/utils/writer/unfinished';
import { backupOf, emptyLedger, livedLedger } from '../backup/support';
import { answers, madeBrowser } from '../popup/made-popup';

const area = fakeBrowser.storage.local;
let original: LedgerDb;
let file: File;
beforeEach(async () => {
  madeBrowser();
  answers.background.mockImplementation(async () => {
    await forgetUnfinished(area);
    return { ok: true };
  });
  original = await livedLedger();
  file = await backupOf(original);
  await area.set({
    restore: { file: { name: file.name, size: file.size }, startedAt: 5, progress: { done: 22, total: 22 } },
  });
});

async function lookAt(chosen: File, db: LedgerDb): Promise<RestoreView> {
  const shown: RestoreView[] = [];
  const desk = { open: () => Promise.resolve(db), now: () => 9, refresh: () => undefined } as unknown as Desk;
  const work = restoreWork(desk, (view) => shown.push(view));
  work.read();
  await vi.waitFor(() => expect(shown.at(-1)?.unfinished).toBeDefined());
  work.actions.onFile(chosen);
  await vi.waitFor(() => expect(shown.at(-1)?.reading.state).toBe('done'));
  return shown.at(-1)!;
}

describe('a restore of which only the last word was lost', () => {
  test('is told no more once its file turns out to hold nothing new', async () => {
    expect((await lookAt(file, original)).unfinished).toBeUndefined();
    expect(answers.background).toHaveBeenCalledWith({ type: 'forget-restore' });
    expect(await readUnfinished(area)).toBeUndefined();
  });

  test('is told still where that file holds something new, or another one nothing', async () => {
    expect((await lookAt(file, await emptyLedger())).unfinished).toBeDefined();
    const other = new File([await file.arrayBuffer()], 'other.ndjson.gz');
    expect((await lookAt(other, original)).unfinished).toBeDefined();
    expect(answers.background).not.toHaveBeenCalled();
  });
});
