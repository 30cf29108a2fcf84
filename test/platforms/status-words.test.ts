// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readOrders } from '../../utils/platforms';

/** The words of every shop in the order in which they decide, put where each form of page has its status. */
const words: [string, string[]][] = [
  ['refunded', ['退款成功', '已退款', '已全额退款', '交易关闭，退款成功', '已取消（已退款）']],
  ['refunding', ['退款中', '待发货，退款中']],
  ['cancelled', ['交易已取消', '已取消', '订单已取消', '交易关闭', '已关闭', '订单已失效']],
  ['completed', ['交易成功', '已完成', '已收货', '已签收', '待评价', '已评价', '完成', '交易完成', '已使用']],
  ['shipped', ['卖家已发货', '已发货', '待收货', '等待收货', '等待确认收货']],
  ['unpaid', ['等待买家付款', '等待付款', '待付款', '待支付', '未付款', '未支付', '支付失败']],
  ['unpaid', ['待付尾款', '等待付尾款', '待付定金', '定金已付，待付尾款']],
  ['paid', ['买家已付款', '待发货', '等待商家发货', '正在出库', '支付成功']],
  ['cancelled', ['交易关闭，超时未付款', '取消订单']],
  // A refund asked for and called off: the order goes on
  ['unknown', ['退款已取消', '退款申请已取消', '退款取消', '取消退款', '已取消退款申请', '取消售后', '退款已关闭']],
  ['unknown', ['待使用', '部分已使用', '未完成', '待完成', '完成度', '售后处理', '部分退款成功', 'Delivered']],
];
const codes: [string, string[]][] = [
  ['refunded', ['TRADE_CLOSED']],
  ['cancelled', ['CREATE_CLOSED_OF_TAOBAO', 'TRADE_CLOSED_BY_TAOBAO']],
  ['completed', ['TRADE_FINISHED']],
  ['shipped', ['WAIT_BUYER_CONFIRM_GOODS']],
  ['unpaid', ['WAIT_BUYER_PAY', 'TRADE_NO_CREATE_PAY', 'PAY_PENDING']],
  ['paid', ['WAIT_SELLER_SEND_GOODS']],
];

const id = '4000000000000000101';
const taobao = 'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm';
const mtop = 'https://h5api.m.taobao.com/h5/mtop.taobao.order.queryboughtlistv2/1.0/';
const item = { itemInfo: { id: 700000000001, title: '示例商品' }, quantity: '1' };

type Form = [url: string, content: (word: string) => unknown, statesMoney?: boolean];

const parts = (more: object) => ({ ret: ['SUCCESS::调用成功'], data: { data: more } });

const forms: Record<string, Form> = {
  'Taobao, old list': [
    taobao,
    (text) => ({ mainOrders: [{ id, payInfo: { actualFee: '9.90' }, statusInfo: { text }, subOrders: [item] }] }),
  ],
  'Taobao, new list': [
    mtop,
    (title) =>
      parts({
        [`orderStatus_${id}`]: { fields: { title } },
        [`orderPayment_${id}`]: { fields: { actualFee: { value: '￥9.90' } } },
        [`orderItemInfo_${id}_1`]: { fields: { item: { itemId: '700000000001', title: '示例商品' } } },
      }),
  ],
  'Taobao, phone': [
    mtop,
    (text) =>
      parts({
        [`Main_${id}`]: { fields: { orderId: id } },
        [`sellerInfo_${id}`]: { fields: { status: { text } } },
        [`pay_${id}/0`]: { fields: { actualFee: { value: '￥9.90' } } },
        [`item_${id}_1_1`]: { fields: { item: { title: '示例商品' } } },
      }),
  ],
  'Taobao, one trade': [
    'https://buyertrade.taobao.com/trade/detail/trade_item_detail.htm',
    (text) => ({
      mainOrder: { id, statusInfo: { text }, payInfo: { actualFee: { value: '￥9.90' } }, subOrders: [item] },
    }),
  ],
  'Tmall, one trade': [
    'https://trade.tmall.com/detail/orderDetail.htm',
    (text) => ({
      basic: { lists: [{ key: '订单编号', content: [{ text: id }] }] },
      orders: { list: [{ status: [{ statusInfo: [{ text }], subOrders: [item] }] }] },
    }),
    false,
  ],
  'JD, list': [
    'https://order.jd.com/center/list.action',
    (word) =>
      `<table class="order-tb"><tbody id="tb-300000000001"><tr class="tr-th"><td></td></tr><tr class="tr-bd"><td><div class="goods-item p-1000001"><div class="p-name"><a>示例商品</a></div></div></td><td><div class="amount"><span>总额 ¥9.90</span></div></td><td><span class="order-status ftx-03"> ${word} </span></td></tr></tbody></table>`,
  ],
  'JD, one order': [
    'https://details.jd.com/normal/item.action',
    (word) =>
      `<div class="state-top">订单号：300000000001</div><h3 class="state-txt">${word}</h3><table><tr class="product-1000001"><td><div class="p-name"><a>示例商品</a></div></td></tr></table><div class="goods-total"><ul><li><span class="count">¥9.90</span></li></ul></div>`,
  ],
  'JD, phone': [
    'https://api.m.jd.com/client.action?functionId=order_list_m',
    (orderStatusName) => ({
      body: {
        orderList: [
          { orderId: '300000000001', orderStatusInfo: { orderStatusName }, wareInfoList: [{ wareName: '示例商品' }] },
        ],
      },
    }),
    false,
  ],
  'Pinduoduo, first page': [
    'https://mobile.yangkeduo.com/orders.html',
    (orderStatusPrompt) =>
      `<script>window.rawData=${JSON.stringify({ ordersStore: { orders: [{ orderSn: '260105-000000000000001', orderStatusPrompt, orderAmount: '9.90', orderGoods: [{ goodsName: '示例商品' }] }] } })};</script>`,
  ],
  'Pinduoduo, later pages': [
    'https://mobile.pinduoduo.com/proxy/api/api/aristotle/order_list_v4',
    (order_status_prompt) => ({
      orders: [
        {
          order_sn: '260105-000000000000001',
          order_status_prompt,
          order_amount: 990,
          order_goods: [{ goods_name: '示例商品' }],
        },
      ],
    }),
  ],
  'Vipshop, list': [
    'https://order.vip.com/order/orderlist',
    (word) =>
      `<table class="m-table"><tbody data-ordersn="26010500000001" data-money="9.90"><tr class="order-bd"><td><a class="name">示例商品</a></td><td class="purple"><span>${word}</span></td></tr></tbody></table>`,
  ],
  'Vipshop, one order': [
    'https://order.vip.com/detail/info?ordersn=1',
    (status_name) => ({
      orderSummary: { result: { object: { sn: '26010500000001', amount: '9.90', status_name } } },
      goodsList: { result: { object: { goods_list: [{ good_name: '示例商品' }] } } },
    }),
  ],
  Meituan: [
    'https://www.meituan.com/ptapi/orders/orderlist',
    (showstatus) => ({
      data: { orders: [{ orderid: '4900000001', title: '示例商品', orderinfo: '数量：1 总价：¥9.90', showstatus }] },
    }),
  ],
};

const text = (content: unknown) => (typeof content === 'string' ? content : JSON.stringify(content));
const rows = words.flatMap(([status, all]) => all.map((word) => [word, status] as const));

describe.each(Object.entries(forms))('%s', (_form, [url, content, statesMoney = true]) => {
  test.each(rows)('%s: %s', (word, status) => {
    const { found, unread } = readOrders(url, text(content(word)));
    expect([found.map((line) => line.status), unread]).toEqual([[status], []]);
    // What was never paid shows no money, whatever is shown beside it
    const isPaid = statesMoney && status !== 'unpaid' && status !== 'cancelled';
    expect(found[0]?.orderPaidFen).toBe(isPaid ? 990 : undefined);
  });
});

test.each(codes.flatMap(([status, all]) => all.map((code) => [code, status] as const)))(
  'the code %s beats the word beside it: %s',
  (tradeStatus, status) => {
    const order = { id, extra: { tradeStatus }, statusInfo: { text: '交易关闭' }, subOrders: [item] };
    expect(readOrders(taobao, JSON.stringify({ mainOrders: [order] })).found[0]?.status).toBe(status);
  },
);

test('Pinduoduo’s 6 is refunded, whatever the words say; other numbers stand in for words nobody knows', () => {
  const read = (status: number, prompt: string) =>
    readOrders(
      'https://mobile.yangkeduo.com/proxy/api/api/aristotle/order_list_v4',
      JSON.stringify({
        orders: [{ order_sn: '260105-01', status, order_status_prompt: prompt, order_goods: [{ goods_name: '示例' }] }],
      }),
    ).found[0]?.status;
  expect(read(6, '交易已取消')).toBe('refunded');
  expect([2, 3, 4, 1].map((status) => read(status, '拼单成功'))).toEqual(['paid', 'shipped', 'completed', 'unknown']);
});
