import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as made from '../ledger/made-events';

const local = fakeBrowser.storage.local;

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  vi.resetModules(); // each page has its own script
});

/** A page whose background answers as told. */
async function madePage(answer: (message: { type: string; rows: { id: string }[] }) => unknown) {
  const heard: Record<string, unknown>[] = [];
  const sendMessage = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    heard.push(structuredClone(message) as Record<string, unknown>);
    return answer(message as { type: string; rows: { id: string }[] });
  });
  const { sendRows, sendHello } = await import('@/utils/messages/send');
  return { sendRows, sendHello, heard, sendMessage };
}

const takes = ({ rows }: { rows: { id: string }[] }) => ({ ok: rows.map(({ id }) => id) });
const dies = () => Promise.reject(new Error('The message channel closed before a response was received'));
const fillQueue = () => vi.spyOn(local, 'set').mockRejectedValue(new Error('Resource::kQuotaBytes quota exceeded'));
const [one, two, three] = [1, 2, 3].map((at) => made.click(at, made.jdItem)) as [Row, Row, Row];
type Row = ReturnType<typeof made.click>;

describe('rows of a page', () => {
  test('go out both ways before anything is awaited', async () => {
    const { sendRows, sendMessage } = await madePage(takes);
    const set = vi.spyOn(local, 'set');
    void sendRows([one, two]);
    expect(set).toHaveBeenCalledExactlyOnceWith({ [`q:${one.id}`]: one, [`q:${two.id}`]: two });
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ type: 'append', rows: [one, two], isFull: false });
  });

  test.each([
    ['answered', takes],
    ['not answered', () => undefined],
    ['answered with a failure', () => ({ failed: 'QuotaExceededError' })],
    ['cut off', dies],
  ])('queued and %s: nothing is lost', async (_how, answer) => {
    const { sendRows, heard } = await madePage(answer);
    await sendRows([one]);
    await sendRows([two]);
    expect(heard[1]).toEqual({ type: 'append', rows: [two], isFull: false });
    expect(await local.get(null)).toMatchObject({ [`q:${one.id}`]: one });
  });

  test('that the queue does not take still go by message, and the next one says that there is no room', async () => {
    const { sendRows, heard } = await madePage(takes);
    const full = fillQueue();
    await sendRows([one]);
    expect(heard).toMatchObject([{ rows: [one], isFull: false }]);
    await sendRows([two]);
    expect(heard[1]).toEqual({ type: 'append', rows: [two], isFull: true });
    full.mockRestore();
    await sendRows([three]);
    await sendRows([one]);
    expect(heard[3]).toEqual({ type: 'append', rows: [one], isFull: false });
  });

  test('that get out neither way go once more with the next ones, before them, and then no more', async () => {
    let answer: typeof takes | typeof dies = dies;
    const { sendRows, heard } = await madePage((message) => answer(message));
    const full = fillQueue();
    await sendRows([one, two]);
    answer = takes;
    await sendRows([three]);
    expect(heard.slice(1).map(({ rows }) => rows)).toEqual([[one, two], [three]]);
    full.mockRestore();
    await sendRows([one]);
    expect(heard).toHaveLength(4);
    expect(heard.filter(({ lost }) => lost !== undefined)).toEqual([]);
  });

  test('that nobody answers in time go once more, where the queue has no room either', async () => {
    vi.useFakeTimers();
    const { sendRows, heard } = await madePage((message) =>
      message.rows[0]?.id === one.id && heard.length === 1 ? new Promise(() => undefined) : takes(message),
    );
    fillQueue();
    const first = sendRows([one]);
    await vi.advanceTimersByTimeAsync(40_000);
    await first;
    await sendRows([two]);
    expect(heard.slice(1).map(({ rows }) => rows)).toEqual([[one], [two]]);
    vi.useRealTimers();
  });

  test('that wait go by the queue as well, as soon as it has room', async () => {
    const { sendRows } = await madePage(dies);
    const full = fillQueue();
    await sendRows([one]);
    full.mockRestore();
    void sendRows([two]);
    expect(await local.get(null)).toEqual({ [`q:${one.id}`]: one, [`q:${two.id}`]: two });
  });

  describe('of which too many wait', () => {
    const many = (count: number) => Array.from({ length: count }, (_row, at) => made.click(at, made.jdItem));

    test('are counted, and the count is told under one name until it is heard', async () => {
      let answer: typeof takes | typeof dies = dies;
      const { sendRows, heard } = await madePage((message) => answer(message));
      const full = fillQueue();
      await sendRows(many(203));
      await sendRows([one]); // tells three, and is not heard
      answer = takes;
      await sendRows([two]);
      await sendRows([three]);
      const told = heard.flatMap(({ lost }) => (lost === undefined ? [] : [lost])) as { id: string; count: number }[];
      expect(new Map(told.map(({ id, count }) => [id, count]))).toEqual(
        new Map([
          [told[0]?.id, 3],
          [told.at(-1)?.id, 1],
        ]),
      );
      full.mockRestore();
      const before = heard.length;
      await sendRows([one]);
      expect(heard.slice(before)).toMatchObject([{ rows: [one], isFull: true }]);
      expect(heard.at(-1)).not.toHaveProperty('lost');
    });
  });

  test('stay where they are once the extension is gone', async () => {
    const { sendRows, sendMessage } = await madePage(takes);
    vi.spyOn(fakeBrowser.runtime, 'id', 'get').mockReturnValue(undefined as never);
    await sendRows([one]);
    expect(sendMessage).not.toHaveBeenCalled();
  });
});

test.each([
  [
    { tab: 7, opener: 3 },
    { tab: 7, opener: 3 },
  ],
  [undefined, {}],
])('a hello answered with %j gives %j', async (answer, place) => {
  const { sendHello } = await madePage(() => answer);
  expect(await sendHello()).toEqual(place);
});

test('a hello that is cut off gives nothing', async () => {
  const { sendHello } = await madePage(dies);
  expect(await sendHello()).toEqual({});
});
