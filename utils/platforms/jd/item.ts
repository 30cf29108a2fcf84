import type { ItemFacts, ItemPage } from '../item-facts';
import { readPlaces } from '../item-facts';

// Guesses by older pages; the price comes late and is "？" for visitors who are not logged in.
const places = {
  title: '.sku-name, .sku-title',
  shop: '.J-hove-wrap .name a, .shop-name',
  price: '.p-price .price, .p-price',
  stock: '#store-prompt, .store-prompt',
};

export function readItem(page: ItemPage): ItemFacts {
  return readPlaces(page, places);
}
