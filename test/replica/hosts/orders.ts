import { listItems } from '../data/items';
import { orders, otherBuyer, type OrderSpec } from '../data/orders';
import { json, notFound, page } from '../reply';
import type { PageRequest, Reply, World } from '../types';
import { jdOrders } from '../views/jd-orders';
import { taobaoOrders } from '../views/taobao-orders';
import { stateOf } from './list-state';
import { boughtPages } from './shops';

export function taobaoOrderPages(request: PageRequest, world: World): Reply {
  const { path } = request;
  const own = boughtPages(request, world);
  if (own) return own;
  if (path !== '/trade/itemlist/list_bought_items.htm') return notFound();
  const bought = orders.filter((order) => order.page === 'taobao');
  const shown = request.query.has('replica-account') ? bought.map(ofAnother) : bought;
  return inGbk(taobaoOrders(shown, stateOf(world)));
}

/** The same list as another buyer's: every order of theirs ends in the same six digits, which are not ours. */
function ofAnother(order: OrderSpec): OrderSpec {
  return { ...order, id: `${order.id.slice(0, -6)}${otherBuyer}` };
}

export function jdOrderPages({ path, body }: PageRequest, world: World): Reply {
  if (path === '/lazy/getOrderProductInfo.action') return productNames(body);
  if (path !== '/center/list.action') return notFound();
  return inGbk(
    jdOrders(
      orders.filter((order) => order.page === 'jd'),
      stateOf(world),
    ),
  );
}

/** What the page's own script asks for, to fill in the names. */
function productNames(body: string): Reply {
  const wanted = (new URLSearchParams(body).get('orderWareIds') ?? '').split(',');
  const found = listItems().filter((item) => item.platform === 'jd' && wanted.includes(item.id));
  return json(
    found.map((item) => ({
      productId: Number(item.id),
      name: item.title,
      wareUrl: `//item.jd.com/${item.id}.html`,
      imgPath: '',
      state: 1,
    })),
  );
}

// The text is ASCII, so the header may say what the real one says.
function inGbk(text: string): Reply {
  return { ...page(text), type: 'text/html; charset=GBK' };
}
