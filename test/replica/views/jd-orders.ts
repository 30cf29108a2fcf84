import { pageTime } from '../clock';
import { type OrderLine, type OrderSpec, planted, shopShown } from '../data/orders';
import { asciiHtml, html, inlineScript, raw, type Html } from '../html';
import { yuan } from './parts';
import type { ListState } from './taobao-orders';

const statuses: Record<OrderSpec['kind'], string> = {
  'from-note': '正在出库',
  'no-note': '已完成',
  unpaid: '等待付款',
  cancelled: '已取消',
  unreadable: '',
};

type StatedOrder = OrderSpec & { status: string };

/** The list as saved pages show it: one tbody per order, names still empty. */
export function jdOrders(orders: readonly OrderSpec[], list: ListState): string {
  const document = html`${raw('<!doctype html>')}
    <html>
      <head>
        <meta charset="gbk" />
        <title>我的京东--我的订单</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/replica-static/shop.css" />
      </head>
      <body class="theme-jd">
        <header class="top"><b>京东</b><span>我的订单 · 仿制页</span></header>
        <div id="order02">
          ${config(orders)}
          <table class="td-void order-tb">
            <thead>
              <tr>
                <th>订单详情</th>
                <th>收货人</th>
                <th>金额</th>
                <th>全部状态</th>
                <th>操作</th>
              </tr>
            </thead>
            ${orders.map((order) => (order.kind === 'unreadable' ? brokenBody(order) : orderBody(order, list)))}
          </table>
        </div>
        <script src="/replica-static/jd-orders.js"></script>
      </body>
    </html>`;
  return asciiHtml(document.markup);
}

/** Parallel lists, one entry per row, in page order. */
function config(orders: readonly OrderSpec[]): Html {
  const rows = orders.flatMap((order) => order.lines.map((line) => [line.item.id, order.id] as const));
  const lists = {
    orderWareIds: rows.map(([ware]) => ware),
    orderWareTypes: rows.map(() => '0'),
    orderIds: rows.map(([, order]) => order),
    orderTypes: rows.map(() => '22'),
    orderSiteIds: rows.map(() => '0'),
  };
  const lines = Object.entries(lists).map(([name, values]) => `$ORDER_CONFIG['${name}']='${values.join(',')}';`);
  return inlineScript(`\nvar $ORDER_CONFIG={};\n${lines.join('\n')}\n`);
}

function orderBody(order: OrderSpec, { seenAt, refunded }: ListState): Html {
  const time = pageTime(seenAt - order.agoMs);
  const status = refunded && order.kind === 'from-note' ? '已退款' : statuses[order.kind];
  const detail = `//details.jd.com/normal/item.action?orderid=${order.id}&PassKey=REPLICA`;
  return html`<tbody id="tb-${order.id}">
    <tr class="sep-row">
      <td colspan="5"></td>
    </tr>
    <tr class="tr-th">
      <td colspan="5">
        <span class="gap"></span><span class="dealtime" title="${time}">${time}</span
        ><input type="hidden" id="datasubmit-${order.id}" value="${time}" />
        <span class="number"
          >订单号：<a
            name="orderIdLinks"
            id="idUrl${order.id}"
            target="_blank"
            href="${detail}"
            clstag="click|keycount|orderinfo|order_num"
            >${order.id}</a
          ></span
        >
        <div class="tr-operate"><span class="order-shop">${shop(order)}</span></div>
      </td>
    </tr>
    ${order.lines.map((line, index) => itemRow({ ...order, status }, line, index === 0))}
  </tbody> `;
}

function shop(order: OrderSpec): Html {
  const name = shopShown(order) ?? '';
  if (name === '京东自营') return html`<span class="shop-txt">${name}</span>`;
  return html`<a href="//mall.jd.com/index-10007012.html" class="shop-txt venderName10007012" title="${name}"
    >${name}</a
  >`;
}

/** Amount, receiver and status stand in the first row of an order and span the others. */
function itemRow(order: StatedOrder, { item, quantity }: OrderLine, first: boolean): Html {
  const url = `//item.jd.com/${item.id}.html`;
  const span = order.lines.length;
  return html`<tr class="tr-bd" id="track${order.id}" oty="0,1,70">
    <td>
      <div class="goods-item p-${item.id}">
        <div class="p-img">
          <a href="${url}" target="_blank"
            ><img width="60" height="60" alt="" src="/replica-static/art/item-${item.id}-0.svg"
          /></a>
        </div>
        <div class="p-msg">
          <div class="p-name"><a href="${url}" class="a-link" target="_blank" title=""></a></div>
          <div class="p-extra">
            <ul class="o-info">
              <li>
                <span class="o-match J-o-match" data-sku="${item.id}"><i></i><em>找搭配</em></span>
              </li>
            </ul>
          </div>
        </div>
      </div>
      <div class="goods-number">x${quantity}</div>
      <div class="goods-repair"></div>
    </td>
    ${first && firstCells(order, span)}
  </tr> `;
}

function firstCells(order: StatedOrder, span: number): Html {
  const word = html`<span class="order-status ftx-0${order.kind === 'unpaid' ? 2 : 4}">${order.status}</span>`;
  return html`<td rowspan="${span}">
      <div class="consignee tooltip">
        <span class="txt">${planted.receiver}</span>
        <div class="prompt-01">
          <div class="pc">
            <strong>${planted.receiver}</strong>
            <p>${planted.address}</p>
            <p>${planted.phone}</p>
          </div>
        </div>
      </div>
    </td>
    <td rowspan="${span}">
      <div class="amount"><span>总额 &yen;${yuan(order.shownFen)}</span><br /><span class="ftx-13">在线支付</span></div>
    </td>
    <td rowspan="${span}">
      <div class="status">
        ${word}<br /><a
          href="//details.jd.com/normal/item.action?orderid=${order.id}&amp;PassKey=REPLICA"
          target="_blank"
          >订单详情</a
        >
      </div>
    </td>
    <td rowspan="${span}" id="operate${order.id}">
      <div class="operate">${order.kind === 'no-note' && html`<a class="btn-again">再次购买</a>`}</div>
    </td>`;
}

/** An order without time, item or amount: a form nobody has seen. */
function brokenBody({ id }: OrderSpec): Html {
  return html`<tbody id="tb-${id}">
    <tr class="tr-new">
      <td colspan="5">
        <div class="order-block-v9"><span>订单升级中，请在手机端查看</span></div>
      </td>
    </tr>
  </tbody> `;
}
