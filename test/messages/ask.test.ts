import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { sendBillPart, sendRestorePart } from '@/utils/messages/ask';

// What the parts hold is nothing to their sender.
const senders = {
  'a part of a backup': () => sendRestorePart({} as Parameters<typeof sendRestorePart>[0]),
  'a part of a bill': () => sendBillPart({} as Parameters<typeof sendBillPart>[0]),
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test.each(Object.entries(senders))('%s that nobody ever answers counts as not answered', async (_what, send) => {
  vi.spyOn(browser.runtime, 'sendMessage').mockReturnValue(new Promise(() => undefined));
  const answer = send();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await answer).toEqual({ ok: false, reason: 'unanswered' });
});

test.each(Object.entries(senders))('%s is answered when the writer has answered', async (_what, send) => {
  const told = { ok: true, added: 3, known: 2, refused: 0 };
  vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(told);
  expect(await send()).toEqual(told);
  expect(vi.getTimerCount()).toBe(0);
});
