import { expect, test } from 'vitest';
import { orderKey, redactionMark, withoutRedacted } from '@/utils/export/redaction';
import type { OrderLine } from '@/utils/export/terms';
import { rowsOf } from '../export/collect';
import * as made from '../export/made-rows';
import { madeTerms } from '../export/made-terms';
import { sourceOf } from '../export/simulate';

const { id: participantId } = madeTerms().participant;

/** Two things of one order, which states its total alone. */
const first = made.order(0, { itemKey: 'jd:1' });
const second = made.order(0, { itemKey: 'jd:2' });

const told = (orders: OrderLine[], ...leftOut: OrderLine[]) => {
  const redacted = leftOut.map((line) => redactionMark(participantId, orderKey(line)));
  const study = { participantId, redacted, observedFrom: 0, observedTo: 8e15 };
  return rowsOf(withoutRedacted(sourceOf({ happenings: [made.click(0, 'v')], orders }), study));
};

test.each([
  ['first', first, 2],
  ['second', second, 1],
])('of two lines the %s may be left out, and the other stays what it was', async (_which, gone, line_no) => {
  const whole = await told([first, second]);
  const { orders, quality } = await told([first, second], gone);
  expect(orders).toEqual(whole.orders.filter((row) => row.line_no === line_no));
  expect(orders).toMatchObject([{ line_no, paid_fen: null, refunded_fen: 0 }]);
  expect(quality.filter(({ surface }) => surface === 'orders')).toMatchObject([{ units_seen: 1, units_classified: 1 }]);
});

test('what came back of the order is not that of the line that remains', async () => {
  const lines = [first, second].map((line) => ({ ...line, paidFen: 900, twin: { refundedFen: 700 } }));
  expect((await told(lines, first)).orders).toMatchObject([{ paid_fen: 900, refunded_fen: 0 }]);
});

test('an order that was left out whole is not there, and changes none that follows', async () => {
  const other = { ...first, orderKey: `jd:${'cd'.repeat(32)}` };
  const { orders, quality } = await told([first, second, other], first, second);
  expect(orders).toMatchObject([{ line_no: 1, paid_fen: 19_900 }]);
  expect(quality.filter(({ surface }) => surface === 'orders')).toMatchObject([{ units_seen: 1 }]);
});
