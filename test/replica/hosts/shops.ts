import { forgedOrder, type ShopOrder, shopOrders } from '../data/shop-orders';
import { encodeGbk } from '../gbk';
import { html } from '../html';
import { json, notFound, page, redirect } from '../reply';
import type { PageRequest, Reply, World } from '../types';
import { shopHome } from '../views/items';
import * as lists from '../views/shop-lists';
import { bareJson } from '../views/taobao-orders';
import { stateOf } from './list-state';

/** What the pages of Taobao and Tmall ask for; from anywhere, as their policy lets them. */
export function mtop({ path, query }: PageRequest, world: World): Reply {
  const answer = mtopAnswer(path, query, world);
  if (answer === undefined) return notFound();
  const callback = query.get('callback');
  if (callback === null) return { ...json(answer), headers: { 'access-control-allow-origin': '*' } };
  return { status: 200, type: 'text/javascript; charset=utf-8', body: ` ${callback}(${JSON.stringify(answer)})` };
}

function mtopAnswer(path: string, query: URLSearchParams, world: World): object | undefined {
  if (/\/mtop\.(?:trade\.addBag|taobao\.mercury\.addCollect)\//.test(path))
    return { ret: ['SUCCESS::调用成功'], data: {} };
  if (!path.includes('queryboughtlist')) return undefined;
  if (query.get('session') === 'expired') return { ret: ['FAIL_SYS_SESSION_EXPIRED::Session过期'], data: {} };
  return query.has('callback')
    ? lists.boughtPhone(shopOrders.boughtPhone)
    : lists.boughtNew(stateOf(world), shopOrders.boughtNew);
}

/** Taobao's lists that load themselves: the list of today, and one whose page is not to be trusted. */
export function boughtPages({ path, query }: PageRequest, world: World): Reply | undefined {
  if (path.endsWith('/asyncBought.htm'))
    return asyncBought(query.has('forged') ? forgedOrder : shopOrders.boughtLater, world);
  if (query.has('replica-forge')) return open(lists.listPage('淘宝', 'forge'));
  return query.get('route_to') === 'tm2' ? open(lists.listPage('淘宝', 'bought')) : undefined;
}

export function phonePages({ path }: PageRequest): Reply {
  return path === '/mlapp/olist.html' ? open(lists.listPage('淘宝', 'phone')) : notFound();
}

function asyncBought({ id, item, fen }: ShopOrder, world: World): Reply {
  const { seenAt } = stateOf(world);
  const order = {
    id,
    extra: { currency: 'CNY', tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS' },
    orderInfo: { id, createTime: new Date(seenAt).toISOString() },
    payInfo: { actualFee: (fen / 100).toFixed(2) },
    seller: { shopName: item.shop },
    statusInfo: { text: '卖家已发货' },
    subOrders: [
      {
        itemInfo: { id: Number(item.id), title: item.title },
        quantity: '1',
        priceInfo: { realTotal: (fen / 100).toFixed(2) },
      },
    ],
  };
  const bytes = encodeGbk(bareJson({ error: '', mainOrders: [order], page: { currentPage: 2 } }));
  return { status: 200, type: 'text/html; charset=GBK', body: '', bytes };
}

export function pddPages({ path }: PageRequest, world: World): Reply | undefined {
  if (path === '/orders.html') return page(lists.pddOrders(stateOf(world)));
  return path.includes('/order_list_v4') ? json(lists.pddLater(stateOf(world))) : undefined;
}

export function vipPages({ path }: PageRequest, world: World): Reply {
  if (path === '/order/orderlist') return page(lists.listPage('唯品会', 'vip'));
  if (path !== '/order/getOrderListTab') return notFound();
  return { status: 200, type: 'text/html; charset=utf-8', body: lists.vipPartial(stateOf(world)) };
}

export function meituanPages({ path }: PageRequest, world: World): Reply | undefined {
  if (path === '/orders/') return page(lists.listPage('美团', 'meituan'));
  return path === '/ptapi/orders/orderlist' ? json(lists.meituanOrders(stateOf(world))) : undefined;
}

/** cart.jd.com/gate.action leads to the page that says that it is in the cart; success.jd.com is where an order ends. */
export function jdCart({ path, query }: PageRequest): Reply {
  const pid = query.get('pid') ?? '';
  if (path === '/gate.action') return redirect(`https://cart.jd.com/addToCart.html?rcd=1&pid=${pid}&pc=1`);
  return path === '/addToCart.html' ? page(shopHome('商品已成功加入购物车')) : notFound();
}

export function jdSuccess({ path, query }: PageRequest): Reply {
  if (path !== '/success/success.action') return notFound();
  return page(
    html`<!doctype html><title>订单提交成功</title>
      <h1>订单提交成功，请您尽快付款！</h1>
      <p>订单号：${query.get('orderId') ?? ''}</p>`,
  );
}

/** Pages of Taobao may ask its own hosts. */
function open(body: Parameters<typeof page>[0]): Reply {
  return withMtop(page(body));
}

export function withMtop(reply: Reply): Reply {
  const policy = reply.headers?.['content-security-policy'] ?? '';
  const wider = policy.replace(/(script-src|connect-src) 'self'/g, "$1 'self' https://h5api.m.taobao.com");
  return { ...reply, headers: { ...reply.headers, 'content-security-policy': wider } };
}
