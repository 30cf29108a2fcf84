import { expect, test } from 'vitest';
import { readBill } from '@/utils/bills';
import { made } from './files';

/** Meituan's refunds name no payment: it is known by its title. */
interface Line {
  kind: '支付' | '退款';
  minute: number;
  fen: number;
}

const write = (lines: readonly Line[]) =>
  made(
    'meituan',
    ...lines.map(({ kind, minute, fen }, n) => {
      const at = new Date(Date.UTC(2026, 0, 5) + minute * 60_000).toISOString().slice(0, 19).replace('T', ' ');
      const sum = `¥${(fen / 100).toFixed(2)}`;
      const number = String(110_000_000_000 + n);
      return `${at},${at},${kind},外卖,支出,微信,${sum},${sum},${number},22${number},`;
    }),
  );

/** The rule itself, which looks at every payment for each refund. */
function plainly(lines: readonly Line[]) {
  const payments = lines.filter(({ kind }) => kind === '支付').map((line) => ({ ...line, back: 0 }));
  let stray = 0;
  for (const { fen, minute } of lines.filter(({ kind }) => kind === '退款')) {
    const fit = payments.filter((each) => each.fen - each.back >= fen && each.minute <= minute);
    const some = fit.length > 1 ? fit.filter((each) => each.fen === fen && each.back === 0) : fit;
    if (some.length === 1) some[0]!.back += fen;
    else stray += 1;
  }
  return { back: payments.map(({ fen, back }) => (back >= fen ? 'all' : back)), stray };
}

const read = (lines: readonly Line[]) => {
  const { found, skipped } = readBill(write(lines), 'meituan.csv');
  return {
    back: found.map(({ status, refundedFen = 0 }) => (status === 'refunded' ? 'all' : refundedFen)),
    stray: skipped,
  };
};

test('refunds of one title go where the rule says, however many there are', () => {
  let seed = 7;
  const draw = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  let given = 0;
  for (let run = 0; run < 300; run += 1) {
    const payments = 1 + draw(9);
    const lines = Array.from({ length: payments + draw(12) }, (_line, n): Line => {
      const fen = 100 * (1 + draw(run % 2 ? 4 : 30));
      return n < payments
        ? { kind: '支付', minute: 2 * draw(40), fen }
        : { kind: '退款', minute: 2 * n + draw(80), fen };
    });
    const expected = plainly(lines);
    expect(read(lines)).toEqual(expected);
    given += expected.back.filter((back) => back !== 0).length;
  }
  expect(given).toBeGreaterThan(200);
});

test('ten times as many payments and refunds of one title take no hundred times as long', { timeout: 60_000 }, () => {
  const timeOf = (count: number) => {
    const lines = (['支付', '退款'] as const).flatMap((kind) =>
      Array.from({ length: count }, (_line, n): Line => ({
        kind,
        minute: kind === '支付' ? n : 20_000 + n,
        fen: kind === '支付' ? 1_000 : 300,
      })),
    );
    const bytes = write(lines);
    const start = performance.now();
    readBill(bytes, 'meituan.csv');
    return performance.now() - start;
  };
  timeOf(300);
  const few = Math.max(timeOf(600), timeOf(600));
  expect(timeOf(6_000) / few).toBeLessThan(40);
});
