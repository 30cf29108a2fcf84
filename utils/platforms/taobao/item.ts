import { jsonAt } from '../embedded-json';
import type { ItemFacts, ItemPage, ItemPlaces } from '../item-facts';
import { readFacts } from '../item-facts';
import { valueAt } from '../places';

// 2025, Taobao and Tmall alike: an inline script makes window.__ICE_APP_CONTEXT__ from an object with loaderData.
const dataPlaces: ItemPlaces = {
  title: 'item.title',
  shop: 'seller.shopName',
  price: 'componentsVO.priceVO.price.priceText',
  priceWords: 'componentsVO.priceVO.price.priceTitle',
  stock: 'skuCore.sku2info.0.quantity',
};

// 2025: class names end in a build's hash; only their beginnings stay.
const pagePlaces: ItemPlaces = {
  title: '[class*="mainTitle--"]|h1',
  shop: '[class*="shopName"]',
  price: '[class*="priceText"]',
};

function readServerData(scripts: string): unknown {
  const start = scripts.indexOf('__ICE_APP_CONTEXT__');
  const from = start < 0 ? -1 : scripts.indexOf('"loaderData"', start);
  return from < 0 ? undefined : valueAt(jsonAt(scripts, from), 'home.data.res');
}

export function readItem({ document, scripts }: ItemPage): ItemFacts {
  return { ...readFacts(document, pagePlaces), ...readFacts(readServerData(scripts), dataPlaces) };
}
