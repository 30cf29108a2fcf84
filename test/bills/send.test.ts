import { describe, expect, test, vi } from 'vitest';
import { sendBill } from '@/utils/bills/send';
import type { BillPart, BillPartAnswer } from '@/utils/core/bill-parts';
import type { Purchase } from '@/utils/core/types';

const purchases = Array.from({ length: 1_203 }, (_each, n): Purchase => ({
  platform: 'jd',
  orderId: String(n),
  title: '',
  status: 'paid',
  source: 'bill',
}));

function sending(answers: (part: BillPart, place: number) => BillPartAnswer) {
  const parts: BillPart[] = [];
  const send = vi.fn((part: BillPart) => Promise.resolve(answers(part, parts.push(part) - 1)));
  const onProgress = vi.fn();
  const stop = new AbortController();
  const run = () => sendBill(purchases, { send, signal: stop.signal, onProgress, now: 7, zoneMinutes: 480 });
  return { parts, onProgress, stop, run };
}

const taken = ({ purchases: { length } }: BillPart): BillPartAnswer => ({
  ok: true,
  added: length - 1,
  known: 1,
  refused: 0,
});

describe('an import', () => {
  test('goes in parts, each named by its beginning, and says how far it is', async () => {
    const { parts, onProgress, run } = sending(taken);
    expect(await run()).toEqual({ end: 'done', added: 1_200, known: 3, refused: 0 });
    expect(parts.map((part) => [part.startedAt, part.purchases.length])).toEqual([
      [7, 500],
      [7, 500],
      [7, 203],
    ]);
    expect(onProgress.mock.calls.map(([{ done, total }]) => [done, total])).toEqual([
      [500, 1_203],
      [1_000, 1_203],
      [1_203, 1_203],
    ]);
  });

  test('tells a part once more that nobody answered', async () => {
    const { parts, run } = sending((part, place) => (place === 1 ? { ok: false, reason: 'unanswered' } : taken(part)));
    expect(await run()).toMatchObject({ end: 'done' });
    expect(parts).toHaveLength(4);
  });

  test.each(['erased', 'full', 'failed', 'unanswered'] as const)('ends where it is told %s', async (reason) => {
    const { parts, run } = sending((part, place) => (place === 0 ? taken(part) : { ok: false, reason }));
    expect(await run()).toEqual({ end: reason, added: 499, known: 1, refused: 0 });
    expect(parts).toHaveLength(reason === 'unanswered' ? 3 : 2);
  });

  test('stops between two parts', async () => {
    const { parts, stop, run } = sending((part) => {
      stop.abort();
      return taken(part);
    });
    expect(await run()).toMatchObject({ end: 'stopped', added: 499 });
    expect(parts).toHaveLength(1);
  });
});
