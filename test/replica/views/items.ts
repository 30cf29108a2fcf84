import { html, inlineScript, raw, scriptJson, type Html } from '../html';
import type { Item } from '../types';
import { yuan } from './parts';

interface Frame {
  brand: string;
  theme: string;
  title: string;
  head?: Html;
  body: Html;
}

function shopPage({ brand, theme, title, head, body }: Frame): Html {
  return html`${raw('<!doctype html>')}
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/replica-static/shop.css" />
        ${head}
      </head>
      <body class="theme-${theme}">
        <header class="top"><b>${brand}</b><span>仿制页 · 商品与店铺均为虚构</span></header>
        ${body}
      </body>
    </html>`;
}

export function shopHome(brand: string): Html {
  return shopPage({ brand, theme: 'plain', title: brand, body: html`<main class="home"><h1>${brand}</h1></main>` });
}

/** Title from the document, `.sku-name` and `.p-price` are guesses of the field notes (§5); the SKU stands in the URL. */
export function jdItem(item: Item): Html {
  const config = { product: { skuid: Number(item.id), name: item.title, imageList: [], colorSize: [] } };
  return shopPage({
    brand: '京东',
    theme: 'jd',
    title: `【${item.title}】 行情 报价 价格 评测-京东`,
    head: inlineScript(`var pageConfig = ${scriptJson(config)};`),
    body: product(item, {
      name: html`<div class="sku-name">${item.title}</div>`,
      price: html`<span class="p-price"
        ><span>￥</span><span class="price J-p-${item.id}">${yuan(item.priceFen)}</span></span
      >`,
      shop: html`<div class="popbox-inner">
        <a href="//mall.jd.com/index-1000${item.id.slice(-4)}.html">${item.shop}</a>
      </div>`,
    }),
  });
}

/** The state the site's server writes since 2025 (§5, from code); the classes end in hashes, as there. */
export function taobaoItem(item: Item): Html {
  const tmall = item.platform === 'tmall';
  const price = { priceText: yuan(item.priceFen), priceMoney: String(item.priceFen) };
  const res = {
    item: { itemId: item.id, title: item.title, images: [] },
    seller: { shopId: '10860001', shopName: item.shop, sellerId: '2200000001' },
    skuBase: { skus: [] },
    skuCore: { sku2info: { '0': { price, quantity: '200' } } },
    componentsVO: { priceVO: { price } },
  };
  const state = { appData: null, loaderData: { home: { data: { res } } }, routePath: '/item.htm' };
  return shopPage({
    brand: tmall ? '天猫' : '淘宝',
    theme: tmall ? 'tmall' : 'taobao',
    title: `${item.title}-${tmall ? 'tmall.com天猫' : '淘宝网'}`,
    body: html`${product(item, {
      name: html`<h1 class="mainTitle--R75fTcZL">${item.title}</h1>`,
      price: html`<div class="priceWrap--yR3sJ1dE">
        <span>￥</span><span class="priceText--V7pd5Qw2">${yuan(item.priceFen)}</span>
      </div>`,
      shop: html`<span class="shopName--cSjM9uKk">${item.shop}</span>`,
    })}
    ${iceContext(state)}`,
  });
}

function iceContext(state: object): Html {
  const merge = 'for (var k in a) {b[k] = a[k]}window.__ICE_APP_CONTEXT__=b;';
  return inlineScript(
    `!(function () {var a = window.__ICE_APP_CONTEXT__ || {};var b = ${scriptJson(state)};${merge}})();`,
  );
}

/** `window.rawData` as readers of it name its parts (§5, from code); money is in fen there. */
export function pddItem(item: Item): Html {
  const goods = {
    goodsID: item.id,
    goodsName: item.title,
    minGroupPrice: yuan(item.priceFen),
    minOnSaleGroupPrice: item.priceFen,
    topGallery: [],
  };
  const data = { store: { initDataObj: { goods, mall: { mallName: item.shop } } } };
  return shopPage({
    brand: '拼多多',
    theme: 'pdd',
    title: item.title,
    body: html`${product(item, {
      name: html`<div class="goods-title">${item.title}</div>`,
      price: html`<span class="goods-price">¥${yuan(item.priceFen)}</span>`,
      shop: html`<span class="mall-name">${item.shop}</span>`,
    })}
    ${inlineScript(`window.rawData=${scriptJson(data)};window.leo={};`)}`,
  });
}

/** A guess: nothing is known of this page but its URL. */
export function vipItem(item: Item): Html {
  return guessed(item, '唯品会', 'vip');
}

/** A guess: nothing is known of this page but its URL. */
export function meituanItem(item: Item): Html {
  return guessed(item, '美团', 'mt');
}

function guessed(item: Item, brand: string, theme: string): Html {
  return shopPage({
    brand,
    theme,
    title: `${item.title} - ${brand}`,
    head: html`<meta property="og:title" content="${item.title}" /><meta property="og:type" content="product" /><meta
        property="product:price:amount"
        content="${yuan(item.priceFen)}"
      />`,
    body: product(item, {
      name: html`<h1>${item.title}</h1>`,
      price: html`<span class="price">¥${yuan(item.priceFen)}</span>`,
      shop: html`<span class="shop">${item.shop}</span>`,
    }),
  });
}

function product(item: Item, { name, price, shop }: { name: Html; price: Html; shop: Html }): Html {
  return html`<main class="product">
    <img class="picture" alt="" src="/replica-static/art/item-${item.id}-0.svg" />
    <div class="facts">
      <div class="name">${name}</div>
      <div class="price-row">${price}<small>近 30 天已售 2000+</small></div>
      <div class="shop-row">${shop}</div>
      <ul class="promises">
        <li>48 小时内发货</li>
        <li>7 天无理由退换</li>
        <li>运费险</li>
      </ul>
      <div class="buttons" data-platform="${item.platform}" data-item="${item.id}">
        <button type="button" id="favourite">收藏</button><button type="button" id="add-cart">加入购物车</button
        ><button type="button" class="strong">立即购买</button>
      </div>
      <script src="/replica-static/cart.js"></script>
    </div>
  </main>`;
}
