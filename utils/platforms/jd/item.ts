import type { ItemFacts, ItemPage } from '../item-facts';
import { readFacts } from '../item-facts';

// Guesses by older pages; the price comes late and is "？" for visitors who are not logged in.
export function readItem({ document }: ItemPage): ItemFacts {
  return readFacts(document, {
    title: '.sku-name|.sku-title',
    shop: '.popbox-inner a|.shop-name',
    price: '.p-price .price|.p-price',
    stock: '#store-prompt|.store-prompt',
  });
}
