import { asText, at, withoutAbsent } from '../../core/decode';
import { assignedJson } from '../embedded-json';
import type { ItemFacts, ItemPage } from '../item-facts';
import { readPlaces, readPrice } from '../item-facts';

const places = {
  title: 'h1',
  shop: '[class*="mall-name"]',
  price: '[class*="goods-price"]',
  stock: '[class*="sold-out"]',
};

// 2026-09: rawData.store.initDataObj.goods, minGroupPrice 98.9 in yuan. A whole number may be yuan or fen: not taken.
function asYuan(value: unknown): unknown {
  return /\./.test(String(value)) ? value : undefined;
}

export function readItem(page: ItemPage): ItemFacts {
  const data = at(assignedJson(page.scripts, /\bwindow\.rawData\s*=/g), 'store', 'initDataObj');
  const goods = at(data, 'goods');
  const price = asYuan(at(goods, 'minOnSaleGroupPrice')) ?? asYuan(at(goods, 'minGroupPrice'));
  return {
    ...readPlaces(page, places),
    ...withoutAbsent<ItemFacts>({
      title: asText(at(goods, 'goodsName')),
      shop: asText(at(data, 'mall', 'mallName')),
      ...readPrice(price, undefined),
    }),
  };
}
