// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { beforeClosing, longWork, type Reins } from '@/entrypoints/dashboard/long-work';
import type { Job } from '@/components/parts/job';

function madeWork() {
  const show = vi.fn<(job: Job<string, 'full' | 'failed'>) => void>();
  const work = longWork<string, 'full' | 'failed'>(show, (error) => (error === 'full' ? 'full' : 'failed'));
  return { work, show, shown: () => show.mock.calls.map(([job]) => job) };
}

const untilStopped = ({ signal }: Reins) =>
  new Promise<string>((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('made'))));

describe('long work', () => {
  test('says how far it is and what it did', async () => {
    const { work, shown } = madeWork();
    await work.start(({ onProgress }) => {
      onProgress({ done: 3, total: 9 });
      return Promise.resolve('kept');
    });
    expect(shown()).toEqual([
      { state: 'running', done: 0 },
      { state: 'running', done: 3, total: 9 },
      { state: 'done', result: 'kept' },
    ]);
  });

  test.each(['full', 'failed'] as const)('that fails says why: %s', async (why) => {
    const { work, shown } = madeWork();
    await work.start(() => Promise.reject(why));
    expect(shown().at(-1)).toEqual({ state: 'failed', why });
  });

  test('that is stopped says so, and is no failure', async () => {
    const { work, shown } = madeWork();
    const end = work.start(untilStopped);
    work.stop();
    await end;
    expect(shown().at(-1)).toEqual({ state: 'stopped' });
  });

  test('shows no progress after it was stopped', async () => {
    const { work, shown } = madeWork();
    let tell: Reins['onProgress'] = () => undefined;
    const end = work.start((reins) => {
      tell = reins.onProgress;
      return untilStopped(reins);
    });
    work.stop();
    tell({ done: 9 });
    await end;
    expect(shown().map(({ state }) => state)).toEqual(['running', 'stopped']);
  });

  test('happens once at a time, and again after it has ended', async () => {
    const { work, shown } = madeWork();
    const first = work.start(untilStopped);
    await work.start(() => Promise.resolve('second'));
    expect(shown()).toHaveLength(1);
    work.stop();
    await first;
    await work.start(() => Promise.resolve('third'));
    expect(shown().at(-1)).toEqual({ state: 'done', result: 'third' });
  });
});

test('the browser asks before a page is closed whose work is not done, and not after', async () => {
  const isAsked = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  let end: () => void = () => undefined;
  const work = beforeClosing(() => new Promise<void>((done) => (end = done)));
  expect(isAsked()).toBe(true);
  end();
  await work;
  expect(isAsked()).toBe(false);
  await expect(beforeClosing(() => Promise.reject(new Error('made')))).rejects.toThrow('made');
  expect(isAsked()).toBe(false);
});
