import { listItems } from '../data/items';
import { html, type Html } from '../html';
import type { Item, LinkSpec } from '../types';
import { yuan } from './parts';
import { sitePage } from './site';
import { roomState } from './state';

/** The site's own goods page; of its real markup nothing is known. */
export function goodsPage(item: Item): Html {
  const main = html`<div class="goods-detail">
    <img class="goods-picture" alt="" src="/replica-static/art/item-${item.id}-0.svg" />
    <div class="goods-words">
      <h1 class="goods-name">${item.title}</h1>
      <div class="goods-price">¥${yuan(item.priceFen)}</div>
      <div class="shop-name">${item.shop}</div>
      <ul>
        <li>包邮 · 7 天无理由</li>
        <li>48 小时内发货</li>
      </ul>
      <button class="goods-buy" type="button">立即购买</button>
    </div>
  </div>`;
  return sitePage({ title: `${item.title} - 小红书`, state: html``, main });
}

/** `.product-item` and `.shop-name` are the two names anyone has seen. */
export function shopPage(name: string): Html {
  const own = listItems().filter((item) => item.platform === 'xiaohongshu');
  const main = html`<div class="shop-page">
    <h1 class="shop-name">${name}</h1>
    <div class="product-list">
      ${own.map((item) => html`<a class="product-item" href="/goods-detail/${item.id}"><img alt="" src="/replica-static/art/item-${item.id}-0.svg" /><span>${item.title}</span><b>¥${yuan(item.priceFen)}</b></a>`)}
    </div>
  </div>`;
  return sitePage({ title: `${name} - 小红书店铺`, state: html``, main });
}

/** A live room, with what it sells, if anything. */
export function livePage(goods: readonly LinkSpec[]): Html {
  const main = html`<div class="live-room">
    <video muted playsinline poster="/replica-static/art/live-1-0.svg"></video>
    <div class="live-goods">
      ${goods.map((link) => html`<a class="live-goods-item" href="${link.href}" target="${link.target}"><span>${link.label}</span></a>`)}
    </div>
  </div>`;
  return sitePage({ title: '秋冬器物专场 - 小红书直播', state: roomState('秋冬器物专场'), main });
}
