import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { toListener } from '@/utils/messages/receive';

describe('one answer per message', () => {
  const send = (handle: Parameters<typeof toListener>[0]) => {
    const sendResponse = vi.fn();
    return { kept: toListener(handle)({}, {}, sendResponse), sendResponse };
  };

  test('an answer is sent when the work is done, and the channel is kept open until then', async () => {
    const { kept, sendResponse } = send(() => Promise.resolve({ ok: true }));
    expect(kept).toBe(true);
    await vi.waitFor(() => expect(sendResponse).toHaveBeenCalledExactlyOnceWith({ ok: true }));
  });

  test('a message that is not ours is left to others', () => {
    const { kept, sendResponse } = send(() => undefined);
    expect(kept).toBeUndefined();
    expect(sendResponse).not.toHaveBeenCalled();
  });

  test('a failure is answered as a failure, by name alone', async () => {
    const { sendResponse } = send(() => Promise.reject(new RangeError('order 290011223344')));
    await vi.waitFor(() => expect(sendResponse).toHaveBeenCalledExactlyOnceWith({ failed: 'RangeError' }));
  });
});

describe('under the polyfill, over a browser that knows callbacks only', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  test('the listener answers', async () => {
    const listeners: ((message: unknown, sender: object, answer: (value: unknown) => void) => unknown)[] = [];
    const runtime = {
      id: 'made',
      lastError: undefined,
      sendMessage: (message: unknown, answer: (value: unknown) => void) => {
        for (const listener of listeners) listener(message, {}, answer);
      },
      onMessage: {
        addListener: (listener: never) => listeners.push(listener),
        removeListener: vi.fn(),
        hasListener: vi.fn(),
      },
    };
    vi.stubGlobal('browser', undefined);
    vi.stubGlobal('chrome', { runtime });
    vi.resetModules();
    const { default: polyfilled } = await vi.importActual<{ default: Browser }>('webextension-polyfill');
    polyfilled.runtime.onMessage.addListener(toListener(() => Promise.resolve({ ok: ['a'] })));
    expect(await polyfilled.runtime.sendMessage({ type: 'append' })).toEqual({ ok: ['a'] });
  });
});
