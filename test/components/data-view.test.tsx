// @vitest-environment happy-dom
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { DataView, type DataProps } from '@/components/dashboard/data/data-view';
import type { BackupJob } from '@/components/dashboard/data/backup-card';
import { speak } from './i18n-setup';
import { data, keptFolder } from './made-data';
import { fine, full, little, neverBackedUp } from './made-health';
import { all, draw, one, press } from './mount';

beforeAll(() => speak('en'));

async function show(change: Partial<DataProps> = {}) {
  return (await draw(<DataView {...data} {...change} />)).textContent.replaceAll(/[\u2068\u2069]/gu, '');
}

async function showBackup(job: BackupJob, facts = fine) {
  const on = { onStart: vi.fn(), onStop: vi.fn() };
  return { ...on, text: await show({ facts, backup: { job, ...on } }) };
}

describe('storage', () => {
  test('says how much is used of what there is', async () => {
    const text = await show();
    expect(text).toContain('23 MB used, of 64 GB the browser gives');
    expect(text).toContain('1,234 records and 56,789 exposures');
  });

  test('claims nothing where the browser does not tell', async () => {
    expect(await show({ facts: {} })).not.toMatch(/used|records and/u);
  });

  const outcomes = () => all('status', undefined, document.querySelector('#storage')!).map((each) => each.textContent);

  test('says how little is left while all is still stored', async () => {
    await show({ facts: little });
    expect(outcomes()).toEqual([expect.stringContaining('About 93 MB are left. Everything is still being stored')]);
    const meter = document.querySelector('meter')!;
    expect(Number(meter.getAttribute('value'))).toBeGreaterThan(Number(meter.getAttribute('high')));
  });

  test('says that nothing new is stored, whatever the browser estimates', async () => {
    await show({ facts: full });
    expect(outcomes()).toEqual([expect.stringContaining('nothing new is stored')]);
    await show({ facts: fine });
    expect(outcomes()).toEqual(['']);
  });
});

describe('backup', () => {
  test('starts when pressed', async () => {
    const { onStart } = await showBackup({ state: 'idle' });
    await press(one('button', 'Back up now'));
    expect(onStart).toHaveBeenCalledTimes(1);
  });

  test('tells the age of the last one and what came since', async () => {
    expect((await showBackup({ state: 'idle' })).text).toContain('Nothing has been added since');
    const older = { ...fine, health: { dropped: 0, backup: { at: 0, eventsEver: 1_237, rowsEver: 58_000 } } };
    expect((await showBackup({ state: 'idle' }, older)).text).toContain('26 entries added since');
    expect((await showBackup({ state: 'idle' }, neverBackedUp)).text).toContain('There is no backup yet');
    expect((await showBackup({ state: 'idle' }, {})).text).toContain('not known yet');
  });

  test('is not offered while the ledger is closed', async () => {
    await showBackup({ state: 'idle' }, { error: 'broken' });
    expect(one('button', 'Back up now').hasAttribute('disabled')).toBe(true);
  });

  test('under way, tells how far it is and can be stopped', async () => {
    const { text, onStop } = await showBackup({ state: 'running', done: 1_200, total: 58_023 });
    expect(text).toContain('1,200 of 58,023 entries written');
    expect(document.querySelector('progress')!.value).toBe(1_200);
    expect(all('button', 'Back up now')).toHaveLength(0);
    await press(one('button', 'Stop'));
    expect(onStop).toHaveBeenCalledTimes(1);
  });

  const result = { name: 'b.gz', bytes: 1_500_000, rows: 58_023, erased: 0, spoilt: 0, halves: 0 };
  test.each<[BackupJob, string]>([
    [{ state: 'done', result: { ...result, where: 'written' } }, 'Done: 58,023 entries, 1.5 MB, in b.gz.'],
    [{ state: 'done', result: { ...result, where: 'handed' } }, 'please make sure that it is kept'],
    [{ state: 'done', result: { ...result, erased: 7, where: 'written' } }, '7 entries were erased meanwhile'],
    [{ state: 'done', result: { ...result, spoilt: 3, where: 'written' } }, '3 entries could not be read'],
    [{ state: 'done', result: { ...result, halves: 4, where: 'written' } }, '4 entries of a bill are not in it'],
    [{ state: 'stopped' }, 'No backup was written'],
    [{ state: 'failed', why: 'full' }, 'not enough room'],
    [{ state: 'failed', why: 'failed' }, 'The backup was not written'],
  ])('%o: says how it ended', async (job, words) => {
    await showBackup(job);
    expect(all('status').map(({ textContent }) => textContent)).toContainEqual(expect.stringContaining(words));
    expect(all('button', 'Back up now')).toHaveLength(1);
  });
});

test('what is erased is said to stay in backups, with the folder where there is one', async () => {
  expect(await show()).toContain('Backups made before still hold what you erase');
  const folder = { ...data.folder, view: keptFolder };
  expect(await show({ folder })).toContain('The automatic ones are in the folder Backups.');
});
