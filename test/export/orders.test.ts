import { describe, expect, test } from 'vitest';
import { pseudonym } from '@/utils/density/pseudonym';
import { columnsOf } from '@/utils/export/tables';
import { rowsFrom } from './collect';
import { madeTerms } from './made-terms';
import * as made from './made-rows';
import { jdLink } from './simulate';

const { start, minute, item } = made;
const terms = madeTerms();

describe('orders', () => {
  const day = Date.UTC(2026, 10, 2);

  test('are cut to the day, under the device key and the study', async () => {
    const { orders } = await rowsFrom([], [made.order(0, { firstSavedAt: start - 1 })]);
    const order_h = await pseudonym(terms.device.key, 'order:demo-study', `jd:${'ab'.repeat(32)}`);
    expect(orders).toMatchObject([
      {
        order_h,
        line_no: 1,
        paid_at: day,
        paid_at_precision: 'day',
        paid_fen: 19_900,
        refunded_fen: 0,
        saved_before: true,
      },
    ]);
    const other = await rowsFrom([], [made.order(0)], madeTerms({ study: { id: 'other-study' } }));
    expect(other.orders[0]?.order_h).not.toBe(order_h);
  });

  test('say when their item was saved, unless that was before the person agreed', async () => {
    const agreed = madeTerms({ participant: { observedFrom: start - 2 } });
    const savedAt = async (firstSavedAt: number) => {
      const { orders } = await rowsFrom([], [made.order(0, { firstSavedAt })], agreed);
      return orders.map(({ saved_before, first_save_at }) => [saved_before, first_save_at]);
    };
    expect(await savedAt(start - 1)).toEqual([[true, start - 1]]);
    expect(await savedAt(start - 3)).toEqual([[true, null]]);
  });

  test.each([
    ['ms', start + 123_456],
    ['minute', start + 120_000],
    ['hour', start],
    ['day', day],
  ] as const)('at the precision of a %s', async (paidAt, paid_at) => {
    const { orders } = await rowsFrom([], [made.order(123_456)], madeTerms({ study: { paidAt } }));
    expect(orders).toMatchObject([{ paid_at, paid_at_precision: paidAt }]);
  });

  test.each([
    ['refunding', {}, ['paid', 19_900, 0]],
    ['refunded', {}, ['refunded', 19_900, 19_900]],
    ['refunded', { refundedFen: 500 }, ['refunded', 19_900, 19_900]],
    ['refunded', { twin: { refundedFen: 700 } }, ['refunded', 19_900, 19_900]],
    ['cancelled', { orderPaidFen: undefined }, ['cancelled', null, 0]],
    ['cancelled', {}, ['cancelled', null, 0]],
    ['paid', { refundedFen: 500 }, ['paid', 19_900, 500]],
    ['paid', { twin: { refundedFen: 700 } }, ['paid', 19_900, 700]],
    ['paid', { refundedFen: 39_800 }, ['paid', 19_900, 19_900]],
    ['unknown', {}, ['paid', 19_900, 0]],
    ['unpaid', {}, undefined],
    ['unknown', { orderPaidFen: undefined }, undefined],
    ['unknown', { paidAt: undefined, orderedAt: undefined }, undefined],
  ] as const)('%s %j', async (status, change, expected) => {
    const { orders, quality } = await rowsFrom([], [{ ...made.order(0), ...change, status } as never]);
    expect(orders.map((row) => [row.status, row.paid_fen, row.refunded_fen])).toEqual(expected ? [expected] : []);
    const leftOut = status === 'unknown' && expected === undefined ? 1 : 0;
    expect(quality).toMatchObject([{ surface: 'orders', units_seen: 1, errors: leftOut }]);
  });

  test('the total of several lines is no line’s price', async () => {
    const { orders } = await rowsFrom([], [made.order(0), made.order(0, { itemKey: 'jd:2', paidFen: 4_000 })]);
    expect(orders.map(({ line_no, paid_fen }) => [line_no, paid_fen])).toEqual([
      [1, null],
      [2, 4_000],
    ]);
  });

  test('without amounts where the study may have none', async () => {
    const { orders } = await rowsFrom([], [made.order(0)], madeTerms({ study: { amounts: 'none' } }));
    expect(orders).toMatchObject([{ paid_fen: null, refunded_fen: 0 }]);
    const lineOf = (name: string) => columnsOf('orders').find((column) => column.name === name)?.about;
    expect(lineOf('refunded_fen')).toContain('0 also where');
  });

  test('how many are one where nobody says, as the codebook tells', async () => {
    expect((await rowsFrom([], [made.order(0)])).orders).toMatchObject([{ quantity: 1 }]);
    expect(columnsOf('orders').find(({ name }) => name === 'quantity')?.about).toContain('1 also where');
  });

  test('nothing tells on which day before the consent one was read', async () => {
    const agreed = madeTerms({ participant: { observedFrom: start } });
    const { orders, quality } = await rowsFrom([], [made.order(0, { firstSeenAt: start - 5 * 86_400_000 })], agreed);
    expect(orders).toHaveLength(1);
    expect(quality).toMatchObject([{ surface: 'orders', day, units_seen: 1 }]);
  });

  test('nor on which day after the last one', async () => {
    const over = madeTerms({ participant: { observedTo: start + 5 } });
    const { orders, quality } = await rowsFrom([], [made.order(0, { firstSeenAt: start + 5 * 86_400_000 })], over);
    expect(orders).toHaveLength(1);
    expect(quality).toMatchObject([{ surface: 'orders', day, units_seen: 1 }]);
  });

  test('who gets no orders is not told how many there are', async () => {
    const without = madeTerms({ study: { tables: ['links'] } });
    expect((await rowsFrom([], [made.order(0)], without)).quality).toEqual([]);
  });

  test('a bill’s are imported', async () => {
    expect((await rowsFrom([], [made.order(0, { source: 'bill' })])).orders).toMatchObject([{ source: 'imported' }]);
  });
});

describe('credits', () => {
  const days = 24 * 60 * minute;
  const credited = async (...rows: Parameters<typeof rowsFrom>) => {
    const { attributions } = await rowsFrom(...rows);
    const last = attributions.filter(({ model }) => model === 'last');
    return last.map((row) => [row.click_window_days, row.touch_type, row.touch_no, row.credit]);
  };

  test('a click leads to the order of its item, within each window that holds it', async () => {
    const rows = [made.click(0, 'v1'), made.click(0, 'v1', jdLink('999'))];
    expect(await credited(rows, [made.order(10 * days)])).toEqual([
      [14, 'click', 1, 1],
      [30, 'click', 1, 1],
    ]);
  });

  test('a viewable link does for a day, and a click beats it', async () => {
    const seen = [made.openNote(0, 'v1', { unit: { surfaces: ['ad-link'] } }), made.sighting(0, 'v1')];
    expect(await credited(seen, [made.order(days)])).toMatchObject([1, 7, 14, 30].map((days) => [days, 'view', 1, 1]));
    expect(await credited(seen, [made.order(2 * days)])).toEqual([]);
    expect((await credited([...seen, made.click(500, 'v1')], [made.order(minute)])).map(([, type]) => type)).toEqual([
      'click',
      'click',
      'click',
      'click',
    ]);
  });

  test('an opaque link is credited once its landing showed the item', async () => {
    const { itemKey: _key, itemId: _id, ...bare } = jdLink(item);
    const opaque = { ...bare, kind: 'short' as const, key: 'https://u.jd.com/aB3dE9' };
    expect(await credited([made.click(0, 'v1', opaque), made.landing(500)], [made.order(minute)])).toHaveLength(4);
    expect(await credited([made.click(0, 'v1', opaque)], [made.order(minute)])).toEqual([]);
  });
});
