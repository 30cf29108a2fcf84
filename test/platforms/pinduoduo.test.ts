import { describe, expect, test } from 'vitest';
import { readOrders } from '../../utils/platforms';

describe('Pinduoduo', () => {
  const url = 'https://mobile.pinduoduo.com/proxy/api/api/aristotle/order_list_v4';
  const sold = {
    order_sn: '260105-000000000000001',
    order_status_prompt: '待收货',
    order_amount: '10.90',
    order_time: 1767600000,
    order_goods: [{ goods_id: 900000000001, goods_name: '示例商品', goods_number: '2' }],
  };
  test.each<[string, object, object]>([
    [
      'an answer that says it is none of an error',
      { error_code: 0, orders: [sold] },
      { orderPaidFen: 1090, quantity: 2 },
    ],
    ['fetched by hand', { orders: [{ ...sold, order_status_prompt: '已提货' }] }, { status: 'completed' }],
    ['time in ms', { orders: [{ ...sold, order_time: 1767600000000 }] }, { orderedAt: 1767600000000 }],
    ['one order', { data: sold }, { itemId: '900000000001' }],
    ['the orders of a group', { data: { orders: [sold] } }, { itemId: '900000000001' }],
    ['one order with others inside', { data: { ...sold, orders: [] } }, { itemId: '900000000001' }],
  ])('%s', (_name, answer, expected) =>
    expect(readOrders(url, JSON.stringify(answer)).found[0]).toMatchObject(expected),
  );

  const part = (n: number, more: object) => ({
    order_goods: [{ goods_id: n, goods_name: `示例${String(n)}` }],
    ...more,
  });
  const combined = (more: object, ...orders: object[]) =>
    readOrders(
      url,
      JSON.stringify({ orders: [{ order_sn: '260105-01', order_status_prompt: '待收货', ...more, orders }] }),
    );

  test.each<[string, object, object[], (number | undefined)[]]>([
    ['one amount inside', {}, [part(1, { order_sn: '260105-02', order_amount: 1090 })], [1090]],
    ['an empty amount outside', { order_amount: '' }, [part(1, { order_amount: 1090 })], [1090]],
    [
      'amounts inside, which make up the order’s',
      {},
      [part(1, { order_amount: 1090 }), part(2, { order_amount: '5.00' })],
      [1590, 1590],
    ],
    ['one amount outside', { order_amount: 2000 }, [part(1, { order_amount: 1090 }), part(2, {})], [2000, 2000]],
  ])('orders in one, %s', (...[, more, inner, amounts]) => {
    const { found } = combined(more, ...inner);
    expect(found.map(({ orderPaidFen }) => orderPaidFen)).toEqual(amounts);
    expect(new Set(found.map(({ orderId }) => orderId))).toEqual(new Set(['260105-01']));
  });

  const amountsOf = (...orders: object[]) =>
    readOrders(url, JSON.stringify({ orders: orders.map((change) => ({ ...sold, ...change })) })).found.map(
      ({ orderPaidFen }) => orderPaidFen,
    );
  const priced = (goods_price: unknown) => ({ order_goods: [{ goods_id: 1, goods_name: '示例商品', goods_price }] });

  test.each<[string, object[], number[]]>([
    ['yuan, of which one is whole', [{ order_amount: '20' }, {}], [2000, 1090]],
    ['yuan, as the prices of goods tell', [{ order_amount: '20', ...priced('10.50') }], [2000]],
    ['fen as text', [{ order_amount: '20' }, { order_amount: '1090' }], [20, 1090]],
    ['fen, under prices as text', [{ order_amount: 20, ...priced('0.20') }], [20]],
    [
      'yuan, one of them inside a combined order',
      [
        { order_amount: 20 },
        { order_amount: '', orders: [part(1, { order_amount: 10.5 }), part(2, { order_amount: 3 })] },
      ],
      [2000, 1350, 1350],
    ],
  ])('one page has one unit: %s', (_name, orders, fen) => expect(amountsOf(...orders)).toEqual(fen));

  test.each<[string, object, number | undefined]>([
    ['fen over a price in yuan', { order_amount: 1090, ...priced(10.9) }, 1090],
    ['fen as text over a price in yuan', { order_amount: '1090', ...priced('10.90') }, 1090],
    ['fen beside the same in yuan', { order_amount: 1090, display_amount: 10.9 }, 1090],
    ['fen, after a discount', { order_amount: 4000, ...priced(98.5) }, 4000],
    ['yuan over a price in yuan', { order_amount: 20, ...priced(10.5) }, 2000],
    ['far from its price either way', { order_amount: 9, ...priced(98.5) }, undefined],
    ['a number, of which a price as text tells nothing', { order_amount: 20, ...priced('10.50') }, 20],
    ['fen under a price as text, 100 times as much', { order_amount: 100, ...priced('99.00') }, 100],
    ['a number beside the same as text in yuan', { order_amount: 20, display_amount: '20.00' }, 2000],
  ])('a whole number is never taken for 100 times as much: %s', (_name, change, fen) => {
    const reading = readOrders(url, JSON.stringify({ orders: [{ ...sold, ...change }] }));
    expect(reading.found.map(({ orderPaidFen }) => orderPaidFen)).toEqual([fen]);
    expect(reading.unread.map(({ reason }) => reason)).toEqual(fen === undefined ? ['bad-amount'] : []);
  });

  test('the price of another order tells nothing of a whole number', () => {
    const orders = [
      { ...sold, order_amount: 2990 },
      { ...sold, order_amount: 1090, ...priced(10.9) },
    ];
    expect(readOrders(url, JSON.stringify({ orders }))).toMatchObject({
      found: [{ orderPaidFen: 2990 }, { orderPaidFen: 1090 }],
      unread: [],
    });
  });

  test('an empty word inside hides none outside', () => {
    const { found } = combined({}, part(1, { order_status_prompt: '' }), part(2, { order_status_prompt: '待评价' }));
    expect(found.map(({ status }) => status)).toEqual(['shipped', 'completed']);
  });

  test.each([
    ['已拼成', '10.90', 1090, 0],
    ['已拼成', undefined, undefined, 1],
  ])('an amount that is none, %s, and beside it %s', (...[order_amount, display_amount, fen, unread]) => {
    const reading = readOrders(url, JSON.stringify({ orders: [{ ...sold, order_amount, display_amount }] }));
    expect(reading.found[0]?.orderPaidFen).toBe(fen);
    expect(reading.unread).toEqual(unread === 0 ? [] : [{ where: 'order-list[0]', reason: 'bad-amount' }]);
  });

  test('the page’s data under either way to write it', () => {
    const page = (name: string) => `<script>${name}=${JSON.stringify({ ordersStore: { orders: [sold] } })};</script>`;
    for (const name of ['window.rawData', 'window["rawData"] ', 'var rawData'])
      expect(readOrders('https://mobile.yangkeduo.com/orders.html', page(name)).found).toHaveLength(1);
  });
});
