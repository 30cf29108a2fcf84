import { describe, expect, test, vi } from 'vitest';
import { inParts } from '@/utils/bills/orders';
import { sendBill } from '@/utils/bills/send';
import type { BillPart, BillPartAnswer } from '@/utils/core/bill-parts';
import type { Purchase } from '@/utils/core/types';

const purchases = Array.from({ length: 243 }, (_each, n): Purchase => ({
  platform: 'jd',
  orderId: String(n),
  title: '',
  status: 'paid',
  source: 'bill',
}));

const importId = '00000000-0000-4000-8000-000000000001';

function sending(answers: (part: BillPart, place: number) => BillPartAnswer, undone: readonly boolean[] = [true]) {
  const parts: BillPart[] = [];
  const send = vi.fn((part: BillPart) => Promise.resolve(answers(part, parts.push(part) - 1)));
  const onProgress = vi.fn();
  const stop = new AbortController();
  let undos = 0;
  const undo = vi.fn(() => Promise.resolve(undone[undos++] ?? false));
  const { signal } = stop;
  const run = () => sendBill(purchases, { send, undo, signal, onProgress, importId, now: 7, zoneMinutes: 480 });
  return { parts, undo, onProgress, stop, run };
}

const taken = ({ purchases: { length } }: BillPart): BillPartAnswer => ({
  ok: true,
  added: length - 1,
  known: 1,
  refused: 0,
});

describe('an import', () => {
  test('goes in parts, each named by its beginning, and says how far it is', async () => {
    const { parts, undo, onProgress, run } = sending(taken);
    expect(await run()).toEqual({ end: 'done', added: 240, known: 3, refused: 0 });
    expect(parts.map((part) => [part.importId, part.startedAt, part.purchases.length, part.last])).toEqual([
      [importId, 7, 100, undefined],
      [importId, 7, 100, undefined],
      [importId, 7, 43, true],
    ]);
    expect(undo).not.toHaveBeenCalled();
    expect(onProgress.mock.calls.map(([{ done, total }]) => [done, total])).toEqual([
      [100, 243],
      [200, 243],
      [243, 243],
    ]);
  });

  test('tells a part once more that nobody answered', async () => {
    const { parts, run } = sending((part, place) => (place === 1 ? { ok: false, reason: 'unanswered' } : taken(part)));
    expect(await run()).toMatchObject({ end: 'done' });
    expect(parts).toHaveLength(4);
  });

  test.each(['erased', 'taken-back', 'full', 'failed', 'unanswered'] as const)(
    'ends where it is told %s, and is taken back',
    async (reason) => {
      const { parts, undo, run } = sending((part, place) => (place === 0 ? taken(part) : { ok: false, reason }));
      expect(await run()).toEqual({ end: reason, added: 0, known: 1, refused: 0 });
      expect(parts).toHaveLength(reason === 'unanswered' ? 3 : 2);
      expect(undo.mock.calls).toEqual([[importId]]);
    },
  );

  test.each([
    ['is taken back', [true], { added: 0 }, 1],
    ['is taken back at the second try', [false, true], { added: 0 }, 2],
    ['remains where nobody says that it is gone', [false, false], { added: 99, remains: true }, 2],
  ])('stops between two parts, and %s', async (...[, undone, expected, tries]) => {
    const { parts, undo, stop, run } = sending((part) => {
      stop.abort();
      return taken(part);
    }, undone);
    expect(await run()).toEqual({ end: 'stopped', known: 1, refused: 0, ...expected });
    expect(parts).toHaveLength(1);
    expect(undo).toHaveBeenCalledTimes(tries);
  });
});

describe('an order that several bills tell of', () => {
  const each = (orderId: string, change: Partial<Purchase> = {}): Purchase => ({
    ...purchases[0]!,
    orderId,
    ...change,
  });
  const many = Array.from({ length: 150 }, (_each, n) => each(String(n)));
  const told = [
    ...many,
    ...many.slice(0, 80).map((order) => ({ ...order, title: 'U盘' })),
    ...[each('wallet', { alsoIds: ['n'] }), each('shop', { alsoIds: ['n'] })],
  ];

  test('goes in one part with them, and counts once', async () => {
    const parts: BillPart[] = [];
    const send = (part: BillPart): Promise<BillPartAnswer> => {
      parts.push(part);
      const orders = new Set(
        (part.purchases as Purchase[]).map(({ orderId, alsoIds: [also] = [] }) => also ?? orderId),
      );
      return Promise.resolve({ ok: true, added: orders.size, known: part.purchases.length - orders.size, refused: 0 });
    };
    const { signal } = new AbortController();
    const undo = () => Promise.resolve(true);
    const sent = await sendBill(told, { send, undo, signal, onProgress: vi.fn(), importId, now: 7, zoneMinutes: 480 });
    expect(sent).toEqual({ end: 'done', added: 151, known: 0, refused: 0 });
    const partsOf = (orderId: string) =>
      parts.filter((part) => (part.purchases as Purchase[]).some((purchase) => purchase.orderId === orderId)).length;
    expect([partsOf('0'), partsOf('79'), partsOf('149')]).toEqual([1, 1, 1]);
    expect(parts.map((part) => part.last)).toEqual([...parts.slice(1).map(() => undefined), true]);
  });
});

test('no part holds more than a message takes, nor nothing, whatever stands under one number', () => {
  const [purchase] = purchases;
  const masked = Array.from({ length: 1_201 }, () => purchase as Purchase);
  const parts = [...inParts([masked, [purchase as Purchase]], 100)];
  expect(parts.map((part) => part.flat().length)).toEqual([500, 500, 201, 1]);
});
