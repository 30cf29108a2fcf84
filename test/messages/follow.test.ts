import { afterEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { sendErasure, sendLimits, sendRepair, sendWholeErasure } from '@/utils/messages/ask';
import { workChannel } from '@/utils/messages/protocol';

afterEach(() => void vi.restoreAllMocks());

/** A background that takes long: its answer is given when `answer` is called. */
function slowBackground() {
  const sent: Record<string, unknown>[] = [];
  let answer: (with_: unknown) => void = () => undefined;
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((message: unknown) => {
    const asked = Object(message) as Record<string, unknown>;
    sent.push(asked);
    if (asked['type'] === 'stop') return Promise.resolve({ ok: true });
    return new Promise((resolve) => (answer = resolve));
  });
  return { sent, answer: (with_: unknown) => answer(with_) };
}

test('only its own work is followed, and only what is one of ours', async () => {
  const { sent, answer } = slowBackground();
  const onProgress = vi.fn();
  const end = sendRepair({ signal: new AbortController().signal, onProgress });
  const news = new BroadcastChannel(workChannel);
  const { work } = sent[0]!;
  for (const said of ['changed', null, { work: 'another', done: 1, total: 9 }, { work, done: 2, total: 9 }])
    news.postMessage(said);
  await vi.waitFor(() => expect(onProgress).toHaveBeenCalled());
  expect(onProgress.mock.calls).toEqual([[expect.objectContaining({ done: 2, total: 9 })]]);
  answer({ ok: true, changed: 3, quarantined: 1 });
  expect(await end).toEqual({ changed: 3, quarantined: 1 });
  news.close();
});

test('a stop is passed on under the name of the work, and what was stopped is not done', async () => {
  const { sent, answer } = slowBackground();
  const reins = new AbortController();
  const end = sendErasure({ kind: 'item', key: 'jd:1' }, { signal: reins.signal, onProgress: () => undefined });
  reins.abort();
  expect(sent).toEqual([
    { type: 'erase', what: { kind: 'item', key: 'jd:1' }, work: sent[0]!['work'] },
    { type: 'stop', work: sent[0]!['work'] },
  ]);
  answer({ ok: false });
  expect(await end).toBeUndefined();
});

test.each([
  [
    { ok: true, events: 2, exposures: 0 },
    { events: 2, exposures: 0 },
  ],
  [
    { ok: true, events: 2, exposures: 0, isStopped: true },
    { events: 2, exposures: 0, isStopped: true },
  ],
  [{ failed: 'Error' }, undefined],
])('limits that the background answers with %j', async (said, end) => {
  const { answer } = slowBackground();
  const set = sendLimits({ visits: 30 }, { signal: new AbortController().signal, onProgress: () => undefined });
  answer(said);
  expect(await set).toEqual(end);
});

test.each([
  [{ ok: true }, true],
  [{ ok: false }, false],
  [undefined, false],
])('everything is erased where the background answers %j: %s', async (said, end) => {
  const { answer } = slowBackground();
  const erased = sendWholeErasure({ signal: new AbortController().signal, onProgress: () => undefined });
  answer(said);
  expect(await erased).toBe(end);
});
