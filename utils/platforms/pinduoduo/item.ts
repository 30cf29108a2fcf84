import { assignedJson } from '../embedded-json';
import type { ItemFacts, ItemPage } from '../item-facts';
import { readFacts } from '../item-facts';
import { valueAt } from '../places';
import { rawData } from './raw-data';

// 2026-09: rawData.store.initDataObj, minGroupPrice 98.9 in yuan. A whole number may be yuan or fen: not taken.
export function readItem({ document, scripts }: ItemPage): ItemFacts {
  const data = valueAt(assignedJson(scripts, rawData), 'store.initDataObj');
  const prices = ['goods.minOnSaleGroupPrice', 'goods.minGroupPrice'].map((place) => valueAt(data, place));
  const price = prices.find((value) => String(value).includes('.'));
  return {
    ...readFacts(document, { title: '.goods-title', shop: '.mall-name', price: '.goods-price' }),
    ...readFacts(data, { title: 'goods.goodsName', shop: 'mall.mallName' }),
    ...readFacts({ price }, { price: 'price' }),
  };
}
