import { planted } from '../data/orders';
import { type ShopOrder, shopOrders } from '../data/shop-orders';
import { pageTime } from '../clock';
import { html, inlineScript, raw, scriptJson, type Html } from '../html';
import { yuan } from './parts';
import type { ListState } from './taobao-orders';

/** A list that its own script fills; `kind` says how, see pages/shop-orders.js. */
export function listPage(brand: string, kind: string, more: Html = html``): Html {
  return html`${raw('<!doctype html>')}
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>我的订单</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/replica-static/shop.css" />
      </head>
      <body class="theme-plain" data-list="${kind}">
        <header class="top"><b>${brand}</b><span>我的订单 · 仿制页</span></header>
        <main id="list"></main>
        ${more}
        <script src="/replica-static/shop-orders.js"></script>
      </body>
    </html>`;
}

/** The first page of Pinduoduo, in camelCase and yuan. */
export function pddOrders(list: ListState): Html {
  const { id, item, fen } = shopOrders.pddFirst;
  const order = {
    orderSn: id,
    orderStatusPrompt: list.refunded ? '退款成功' : '待发货',
    orderAmount: yuan(fen),
    orderTime: Math.floor(list.seenAt / 1000),
    mall: { mallName: item.shop },
    orderGoods: [{ goodsId: Number(item.id), goodsName: item.title, goodsNumber: 1, goodsPrice: yuan(fen) }],
    address: planted.address,
  };
  const data = { ordersStore: { orders: [order] } };
  return listPage('拼多多', 'pdd', inlineScript(`window.rawData=${scriptJson(data)};window.leo={};`));
}

/** Its later pages, in snake_case and fen. */
export function pddLater({ seenAt }: ListState): object {
  const { id, item, fen } = shopOrders.pddLater;
  return {
    orders: [
      {
        order_sn: id,
        order_status_prompt: '待收货',
        order_amount: fen,
        order_time: Math.floor(seenAt / 1000),
        mall: { mall_name: item.shop },
        order_goods: [{ goods_id: Number(item.id), goods_name: item.title, goods_number: 1, goods_price: fen }],
        receive_name: planted.receiver,
      },
    ],
  };
}

/** What the page of Vipshop puts into itself. */
export function vipPartial(list: ListState): string {
  const { id, item, fen } = shopOrders.vip;
  const secrets = `data-receiver="${planted.receiver}" data-mobile="${planted.phone}"`;
  return `<table class="m-table"><tbody data-orderid="1" data-ordersn="${id}" data-money="${yuan(fen)}" data-sizeamount="1" ${secrets}>
    <tr class="order-hd"><td><span class="num order-gen-date">${pageTime(list.seenAt)}</span></td></tr>
    <tr class="order-bd"><td><a class="name" href="https://detail.vip.com/detail-1711548839-${item.id}.html">${item.title}</a><span class="size">M</span></td>
    <td class="purple"><span>${list.refunded ? '已退款' : '已发货'}</span></td></tr></tbody></table><div>共1页</div>`;
}

export function meituanOrders(list: ListState): object {
  const { id, item, fen } = shopOrders.meituan;
  const [title, time] = [item.title, String(Math.floor(list.seenAt / 1000))];
  const showstatus = list.refunded ? '已退款' : '已完成';
  const order = { orderid: id, title, ordertime: time, catename: '美食', phone: planted.phone };
  return { data: { orders: [{ ...order, orderinfo: `数量：1 总价：¥${yuan(fen)}`, showstatus }] } };
}

/** The list of today: a map of parts, keyed by order. */
export function boughtNew({ seenAt }: ListState, { id, item, fen }: ShopOrder): object {
  const parts = {
    [`shopInfo_${id}`]: { orderId: id, createTime: pageTime(seenAt), shopName: item.shop, tradeTitle: '卖家已发货' },
    [`orderStatus_${id}`]: { title: '卖家已发货' },
    [`orderPayment_${id}`]: { actualFee: { prefix: '实付款', value: `￥${yuan(fen)}` } },
    [`orderItemInfo_${id}_${id}`]: { item: { itemId: item.id, title: item.title, quantity: '1' } },
    [`address_${id}`]: { name: planted.receiver, address: planted.address },
  };
  return mtop(parts);
}

/** The same on the phone, with other names and without a shop or a time. */
export function boughtPhone({ id, item, fen }: ShopOrder): object {
  return mtop({
    [`Main_${id}`]: { orderId: id, orderStatus: '2_1' },
    [`sellerInfo_${id}`]: { status: { text: '买家已付款' } },
    [`item_${id}_1_1`]: { item: { title: item.title, quantity: '1' } },
    [`pay_${id}/0`]: { actualFee: { prefix: '实付款', value: `￥${yuan(fen)}` } },
  });
}

function mtop(parts: Record<string, object>): object {
  const data = Object.fromEntries(Object.entries(parts).map(([key, fields]) => [key, { fields }]));
  return { api: 'mtop.taobao.order.queryboughtlistv2', ret: ['SUCCESS::调用成功'], data: { data } };
}
