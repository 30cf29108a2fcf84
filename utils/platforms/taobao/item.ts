import { asText, at, withoutAbsent } from '../../core/decode';
import { jsonAt } from '../embedded-json';
import type { ItemFacts, ItemPage } from '../item-facts';
import { readPlaces, readPrice, readStock } from '../item-facts';

// 2025, Taobao and Tmall alike: window.__ICE_APP_CONTEXT__ is made in an inline script from an object with loaderData.
function readServerData(scripts: string): unknown {
  const start = scripts.indexOf('__ICE_APP_CONTEXT__');
  const data = start < 0 ? -1 : scripts.indexOf('"loaderData"', start);
  return data < 0 ? undefined : at(jsonAt(scripts, data), 'home', 'data', 'res');
}

// 2025: class names end in a build's hash; only their beginnings stay.
const places = {
  title: '[class*="mainTitle--"], h1',
  shop: '[class*="shopName"]',
  price: '[class*="priceText"]',
  stock: '[class*="quantityTip"]',
};

export function readItem(page: ItemPage): ItemFacts {
  const data = readServerData(page.scripts);
  const price = at(data, 'componentsVO', 'priceVO', 'price');
  return {
    ...readPlaces(page, places),
    ...withoutAbsent<ItemFacts>({
      title: asText(at(data, 'item', 'title')),
      shop: asText(at(data, 'seller', 'shopName')),
      stock: readStock(at(data, 'skuCore', 'sku2info', '0', 'quantity')),
      ...readPrice(at(price, 'priceText'), at(price, 'priceTitle')),
    }),
  };
}
