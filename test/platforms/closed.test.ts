import { describe, expect, test } from 'vitest';
import type { Purchase } from '../../utils/core/types';
import { readOrders } from '../../utils/platforms';

/** 交易关闭 alone does not say whether anything was paid. */
const list = 'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm';
const mtop = 'https://h5api.m.taobao.com/h5/mtop.taobao.order.queryboughtlistv2/1.0/';

const order = (change: object) => ({ id: '4000000000000000101', payInfo: { actualFee: '47.40' }, ...change });

describe('Taobao, closed', () => {
  const line = (text: string) => ({ quantity: '1', itemInfo: { title: '示例商品' }, operations: [{ text }] });
  const refunded = { status: 'refunded', orderPaidFen: 4740 };
  const cancelled = { status: 'cancelled' };

  test.each([
    ['交易关闭', {}, '查看退款', refunded],
    ['交易关闭', {}, '退款成功', refunded],
    ['交易关闭', {}, '申请售后', cancelled],
    ['交易关闭，买家未付款', {}, '查看退款', cancelled],
    ['交易关闭', { tradeStatus: 'CREATE_CLOSED_OF_TAOBAO' }, '查看退款', cancelled],
    ['交易关闭', { tradeStatus: 'SOMETHING_NEW' }, '查看退款', refunded],
    ['已取消', {}, '查看退款', cancelled],
  ])('in the old list: %s %j, and its line says %s', (...[text, extra, operation, expected]) => {
    const closed = order({ extra, statusInfo: { text }, subOrders: [line(operation), line('')] });
    const { found } = readOrders(list, JSON.stringify({ mainOrders: [closed] }));
    expect(found).toEqual([1, 2].map(() => expect.objectContaining(expected) as Purchase));
    expect(found[0]?.orderPaidFen).toBe('orderPaidFen' in expected ? 4740 : undefined);
  });

  const paid = { type: 'line', content: [{ value: { name: '付款时间:', value: '2026-01-05 10:00:00' } }] };
  test.each([
    [[paid], '交易关闭', '', refunded],
    [[], '交易关闭', '', cancelled],
    [[], '交易关闭', '退款成功', refunded],
    [[paid], '当前订单状态：交易关闭', '', refunded],
    [[paid], '卖家已发货', '', { status: 'shipped' }],
  ])('one trade: %j %s %s', (...[lines, text, word, expected]) => {
    const main = order({
      orderInfo: { lines },
      extra: {},
      statusInfo: { text },
      subOrders: [{ ...line(''), tradeStatus: [{ content: [{ value: word }] }] }],
    });
    const { found } = readOrders(list, JSON.stringify({ mainOrder: main }));
    expect(found).toEqual([expect.objectContaining(expected)]);
  });

  test.each([
    ['查看退款', refunded],
    ['再次购买', cancelled],
  ])('in the new list, beside %s', (text, expected) => {
    const id = '4000000000000000301';
    const data = {
      [`orderStatus_${id}`]: { fields: { title: '交易关闭' } },
      [`orderPayment_${id}`]: { fields: { actualFee: { value: '￥47.40' } } },
      [`orderItemInfo_${id}_1`]: { fields: { item: { title: '示例商品' } } },
      [`operations_${id}`]: { fields: { list: [{ text }] } },
    };
    const { found } = readOrders(mtop, JSON.stringify({ ret: ['SUCCESS::'], data: { data } }));
    expect(found).toEqual([expect.objectContaining(expected)]);
  });
});

describe('Taobao, new list: the line below the status', () => {
  const id = '4000000000000000301';
  const read = (title: string, subTitle: string, { lines = 1, fee = '￥47.40' } = {}) => {
    const items = Array.from({ length: lines }, (_, n) => [
      `orderItemInfo_${id}_${String(n)}`,
      { fields: { item: { title: `示例商品${String(n)}` } } },
    ]);
    const data = {
      [`orderStatus_${id}`]: { fields: { title, subTitle } },
      [`orderPayment_${id}`]: { fields: { actualFee: { value: fee } } },
      [`operations_${id}`]: { fields: { list: [{ text: '查看退款' }] } },
      ...Object.fromEntries(items),
    };
    return readOrders(mtop, JSON.stringify({ ret: ['SUCCESS::'], data: { data } })).found;
  };

  test.each([
    ['交易成功', '', 'completed', undefined],
    ['交易成功', '已退款1.00元', 'completed', 100],
    ['卖家已发货', '2件商品，已退款￥1.00，其余待收货', 'shipped', 100],
    ['交易成功', '已部分退款1元', 'completed', 100],
    ['交易成功', '退款成功（￥1.00）', 'completed', 100],
    ['交易成功，已退款1.00元', '', 'completed', 100],
    ['交易成功', '已退款￥12.00,其余款项已打给卖家', 'completed', 1200],
    ['交易成功', '已退款￥12,其余款项已打给卖家', 'completed', 1200],
    ['交易成功', '已退款12', 'completed', 1200],
    ['交易成功', '已退款（12）', 'completed', 1200],
    ['交易成功', '已退款2件', 'refunded', undefined],
    ['交易成功', '已退款￥1,047.40', 'refunded', undefined],
    ['交易成功', '已退款47.40元', 'refunded', undefined],
    ['交易成功', '退款成功', 'refunded', undefined],
    ['交易成功', '已退款1笔', 'refunded', undefined],
    ['交易关闭', '已退款1.00元', 'refunded', undefined],
    ['卖家已发货', '若未收到，退款成功后可再次购买', 'shipped', undefined],
  ])('%s, %s: %s', (...[title, below, status, back]) => {
    expect(read(title, below)).toEqual([expect.objectContaining({ status, orderPaidFen: 4740 })]);
    expect(read(title, below)[0]?.refundedFen).toBe(back);
  });

  test('what came back of two lines is of neither', () => {
    expect(
      read('交易成功', '已退款1.00元', { lines: 2 }).map(({ status, refundedFen }) => [status, refundedFen]),
    ).toEqual([
      ['completed', undefined],
      ['completed', undefined],
    ]);
  });

  test.each([
    ['交易成功', '已退款￥12.00', 'completed'],
    ['卖家已发货', '已退款￥12.00', 'shipped'],
    ['交易关闭', '已退款￥12.00', 'refunded'],
    ['交易成功', '退款成功', 'refunded'],
  ])('of an order in foreign money, %s, %s: %s', (title, below, status) => {
    const [order] = read(title, below, { fee: '61,83 сом' });
    expect([order?.status, order?.orderPaidFen, order?.refundedFen]).toEqual([status, undefined, undefined]);
  });
});

describe('Tmall, one trade without a code', () => {
  const parcel = (text: string, title: string) => ({ statusInfo: [{ text }], subOrders: [{ itemInfo: { title } }] });
  const read = (...parcels: object[]) => readWith({}, ...parcels);
  const readWith = (more: object, ...parcels: object[]) =>
    readOrders(
      'https://trade.tmall.com/detail/orderDetail.htm',
      JSON.stringify({
        ...more,
        basic: { lists: [{ key: '订单编号', content: [{ text: '4000000000000000101' }] }] },
        orders: { list: [{ status: parcels }] },
      }),
    ).found.map(({ status }) => status);

  test('its parcels speak for it where they say one thing', () => {
    expect(read(parcel('卖家已发货', '甲一二三'), parcel('卖家已发货', '乙一二三'))).toEqual(['shipped', 'shipped']);
  });

  test('closed, its money came back where it was paid', () => {
    const paid = { stepbar: { options: [{ content: '付款到支付宝', time: '2026-01-05 10:00:00' }] } };
    const closed = parcel('交易关闭', '甲一二三');
    expect(readWith(paid, closed)).toEqual(['refunded']);
    expect(readWith(paid, closed, parcel('待确认收货', '乙一二三'))).toEqual(['refunded', 'shipped']);
    expect(readWith({ stepbar: { options: [{ content: '付款到支付宝' }] } }, closed)).toEqual(['cancelled']);
  });

  test('each line has its parcel’s word, and keeps silent where that is new', () => {
    const parcels = [parcel('待确认收货', '甲一二三'), parcel('退款成功', '乙一二三'), parcel('已揽收', '丙一二三')];
    expect(read(...parcels)).toEqual(['shipped', 'refunded', 'unknown']);
  });

  test('one parcel that came back does not make the others come back', () => {
    expect(read(parcel('退款成功', '甲一二三'), parcel('卖家已发货', '乙一二三'))).toEqual(['refunded', 'shipped']);
  });
});
