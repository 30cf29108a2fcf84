import { describe, expect, test } from 'vitest';
import { readOrders } from '../../utils/platforms';

const jdMobile = 'https://api.m.jd.com/client.action?functionId=order_list_m';
const meituanList = 'https://www.meituan.com/ptapi/orders/orderlist';

describe('an answer that tells of an error', () => {
  test.each([
    [jdMobile, { code: '3' }],
    [jdMobile, { code: 3, body: { orderList: [] } }],
    [meituanList, { error: { code: 401 } }],
    [meituanList, { code: 401, data: { orders: [] } }],
  ])('%s, %j, is no data', (url, answer) => {
    const noData = { found: [], unread: [{ where: 'answer', reason: 'no-data' }], skipped: 0 };
    expect(readOrders(url, JSON.stringify(answer))).toEqual(noData);
  });

  test.each([
    [jdMobile, { code: '0', body: { orderList: [] } }],
    [meituanList, { code: 0, error: null, data: { orders: [] } }],
  ])('%s, %j, is none: there are no orders', (url, answer) => {
    expect(readOrders(url, JSON.stringify(answer))).toEqual({ found: [], unread: [], skipped: 0 });
  });

  test.each([
    [jdMobile, { code: '0' }],
    [meituanList, { code: 0 }],
  ])('%s, %j, is none, and of no form that is known', (url, answer) => {
    expect(readOrders(url, JSON.stringify(answer)).unread).toEqual([{ where: 'page', reason: 'unknown-form' }]);
  });
});

test.each([
  [{ prefix: '实付款', value: '' }, []],
  [{ prefix: '实付款', value: '见详情' }, ['bad-amount']],
  [{ text: '￥9.90' }, ['bad-amount']],
])('Taobao, no amount in the fee %j', (actualFee, reasons) => {
  const id = '4000000000000000301';
  const data = {
    [`orderStatus_${id}`]: { fields: { title: '交易成功' } },
    [`orderItemInfo_${id}_1`]: { fields: { item: { itemId: '700000000001', title: '示例商品' } } },
    [`orderPayment_${id}`]: { fields: { actualFee } },
  };
  const mtop = 'https://h5api.m.taobao.com/h5/mtop.taobao.order.queryboughtlistv2/1.0/';
  const { found, unread } = readOrders(mtop, JSON.stringify({ ret: ['SUCCESS::调用成功'], data: { data } }));
  expect(found).toHaveLength(1);
  expect(found[0]).not.toHaveProperty('orderPaidFen');
  expect(unread.map(({ reason }) => reason)).toEqual(reasons);
});
