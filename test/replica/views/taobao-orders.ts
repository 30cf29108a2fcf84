import { pageDay, pageTime } from '../clock';
import { type OrderLine, type OrderSpec, planted } from '../data/orders';
import { asciiHtml, html, inlineScript, raw } from '../html';
import { yuan } from './parts';

interface Stamp {
  status: string;
  text: string;
  extra?: object;
}

const stamps: Record<OrderSpec['kind'], Stamp> = {
  'from-note': { status: 'WAIT_SELLER_SEND_GOODS', text: '买家已付款' },
  'no-note': { status: 'TRADE_FINISHED', text: '交易成功', extra: { finish: true } },
  unpaid: { status: 'WAIT_BUYER_PAY', text: '等待买家付款' },
  // Closed before payment, yet the page goes on showing an amount.
  cancelled: { status: 'CREATE_CLOSED_OF_TAOBAO', text: '交易关闭', extra: { closed: true } },
  unreadable: { status: '', text: '' },
};

const refundedStamp: Stamp = { status: 'TRADE_CLOSED', text: '交易关闭' };

function stampOf({ kind }: OrderSpec, refunded: boolean): Stamp {
  return refunded && kind === 'from-note' ? refundedStamp : stamps[kind];
}

export interface ListState {
  seenAt: number;
  refunded: boolean;
}

/** The old list (tm1): everything in one JSON literal, which the page's script then draws. */
export function taobaoOrders(orders: readonly OrderSpec[], list: ListState): string {
  const state = {
    error: '',
    extra: {
      asyncRequestUrl:
        '/trade/itemlist/asyncBought.htm?action=itemlist/BoughtQueryAction&event_submit_do_query=1&_input_charset=utf8',
      hasPageList: true,
      i18n: 'zh-CN',
      mainBizOrderIds: orders.map(({ id }) => id).join('-'),
    },
    mainOrders: orders.map((order) => (order.kind === 'unreadable' ? brokenOrder(order) : mainOrder(order, list))),
    page: {
      currentPage: 1,
      globalCodes: [],
      pageSize: 50,
      prefetchCount: 0,
      queryForTitle: false,
      totalNumber: orders.length,
      totalPage: 1,
    },
    query: { pageNum: 1, pageSize: 50, queryForV2: false },
    tabs: ['所有订单', '待付款', '待发货', '待收货', '待评价'].map((text, index) => ({
      code: ['all', 'waitPay', 'waitSend', 'waitConfirm', 'waitRate'][index],
      text,
      type: 't1',
      ...(index === 0 && { selected: true }),
    })),
  };
  const document = html`${raw('<!doctype html>')}
    <html>
      <head>
        <meta charset="gbk" />
        <title>已买到的宝贝</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/replica-static/shop.css" />
      </head>
      <body class="theme-taobao">
        ${inlineScript(`\n var data = JSON.parse('${literal(state)}');\n window.canUpgrade2Tm2 = JSON.parse('false');\n`)}
        <header class="top"><b>淘宝</b><span>已买到的宝贝 · 仿制页</span></header>
        <div id="J_bought_main"><div id="J_tradeBought_loading"></div></div>
        <script src="/replica-static/taobao-orders.js"></script>
      </body>
    </html>`;
  return asciiHtml(document.markup);
}

function mainOrder(order: OrderSpec, { seenAt, refunded }: ListState) {
  const at = seenAt - order.agoMs;
  const { status, text, extra } = stampOf(order, refunded);
  const first = order.lines[0]?.item;
  const b2C = first?.platform === 'tmall';
  const detail = b2C
    ? `//trade.tmall.com/detail/orderDetail.htm?bizOrderId=${order.id}`
    : `//buyertrade.taobao.com/trade/detail/trade_item_detail.htm?bizOrderId=${order.id}`;
  return {
    extra: {
      allowBuyAgain: true,
      bizType: 200,
      currency: 'CNY',
      currencySymbol: '￥',
      id: bare(order.id),
      inHold: false,
      needDisplay: true,
      tradeStatus: status,
      visibility: true,
      ...extra,
    },
    id: order.id,
    deliveryInfo: { receiveName: planted.receiver, mobile: planted.phone, address: planted.address },
    operations: [],
    orderInfo: { createDay: pageDay(at), createTime: pageTime(at), id: order.id, ...(b2C && { b2C }) },
    payInfo: {
      actualFee: yuan(order.shownFen),
      icons: [],
      postFees: [{ prefix: '(含运费', suffix: ')', value: '￥0.00' }],
    },
    presentOrder: false,
    seller: {
      id: 2200000001,
      nick: `${first?.shop}_nick`,
      shopName: first?.shop,
      shopUrl: '//store.taobao.com/shop/view_shop.htm?user_number_id=2200000001',
      wangwangType: 'nonAlipay',
    },
    statusInfo: {
      operations: [
        { id: 'viewDetail', style: 't0', text: '订单详情', type: 'operation', url: `${detail}&route_to=tm1` },
      ],
      text,
      type: 't0',
      url: detail,
    },
    subOrders: [
      ...order.lines.map((line) => subOrder(order, line)),
      ...(order.services ?? []).map((title) => serviceLine(order, title)),
    ],
  };
}

function subOrder(order: OrderSpec, { item, quantity }: OrderLine) {
  return {
    id: bare(order.id),
    itemInfo: {
      id: bare(item.id),
      // item.taobao.com also for Tmall, as on the real page.
      itemUrl: `//item.taobao.com/item.htm?id=${item.id}&_u=replica`,
      pic: `/replica-static/art/item-${item.id}-0.svg`,
      serviceIcons: [],
      skuId: bare(`50${item.id.slice(-8)}`),
      skuText: [{ name: '颜色分类', value: '默认', visible: 'SOLID' }],
      snapUrl: `//buyertrade.taobao.com/trade/detail/tradeSnap.htm?tradeID=${order.id}&snapShot=true`,
      title: item.title,
      xtCurrent: false,
    },
    operations: [],
    priceInfo: { realTotal: yuan(item.priceFen) },
    quantity: String(quantity),
    returnAddressVO: { historyShow: false },
  };
}

function serviceLine(order: OrderSpec, title: string) {
  return {
    id: bare(`${order.id.slice(0, -7)}9${order.id.slice(-6)}`),
    itemInfo: { title, itemUrl: '', pic: '', skuText: [] },
    operations: [],
    priceInfo: { realTotal: '0.00' },
    quantity: '1',
  };
}

/** A row in a shape nobody knows: it has an id and nothing that can be read. */
function brokenOrder({ id }: OrderSpec) {
  return {
    id,
    extra: { id: bare(id), tradeStatus: 'NEW_STATUS_X9' },
    orderInfo: null,
    payInfo: null,
    seller: null,
    statusInfo: null,
    subOrders: 'unavailable',
  };
}

// Ids of 19 digits stand unquoted in the real literal; a number here would already be rounded.
function bare(digits: string): string {
  return `@@${digits}@@`;
}

/** The same as JSON, ids without quotes. */
export function bareJson(state: object): string {
  return JSON.stringify(state).replace(/"@@(\d+)@@"/g, '$1');
}

/** Escapes as the real page has them: `\"`, `\/`, `\uXXXX` and nothing else that is not ASCII. */
function literal(state: object): string {
  const escaped = bareJson(state).replace(/[\\"'/]/g, '\\$&');
  return escaped.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
