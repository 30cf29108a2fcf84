// @vitest-environment happy-dom
import { beforeAll, expect, test, vi } from 'vitest';
import { ExportCard, type ExportDone, type ExportJob } from '@/components/dashboard/data/export-card';
import { speak } from './i18n-setup';
import { all, draw, one, press } from './mount';

beforeAll(() => speak('en'));

async function show(job: ExportJob) {
  const on = { onStart: vi.fn(), onStop: vi.fn() };
  const card = await draw(<ExportCard job={job} {...on} />);
  return { ...on, text: card.textContent.replaceAll(/[\u2068\u2069]/gu, '') };
}

const done: ExportDone = { name: 'bacao-list-2026-11-21.csv', bytes: 2_400, items: 12, where: 'written' };

test.each([
  ['Export as CSV', 'csv'],
  ['Export as JSON', 'json'],
])('%s', async (name, format) => {
  const { onStart } = await show({ state: 'idle' });
  await press(one('button', name));
  expect(onStart.mock.calls).toEqual([[format]]);
});

test('shows how many items are written, and stops', async () => {
  const { text, onStop } = await show({ state: 'running', done: 1_500 });
  expect(text).toContain('1,500 items written');
  expect(all('button')).toHaveLength(1);
  await press(one('button', 'Stop'));
  expect(onStop).toHaveBeenCalledTimes(1);
});

test.each<[ExportJob, string]>([
  [{ state: 'done', result: done }, 'Done: 12 items, 2.4 kB, in bacao-list-2026-11-21.csv.'],
  [{ state: 'done', result: { ...done, items: 1, where: 'handed' } }, 'please make sure that it is kept'],
  [{ state: 'stopped' }, 'No list was written.'],
  [{ state: 'failed', why: 'full' }, 'not enough room'],
  [{ state: 'failed', why: 'failed' }, 'Please try again.'],
])('%j', async (job, words) => expect((await show(job)).text).toContain(words));

test('says of research what is true: rows come with a study', async () => {
  expect((await show({ state: 'idle' })).text).toContain('only for a study you have joined');
});
