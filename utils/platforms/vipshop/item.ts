import type { ItemFacts, ItemPage } from '../item-facts';
import { readFacts } from '../item-facts';

// Guesses: no page of an item was seen.
export function readItem({ document }: ItemPage): ItemFacts {
  return readFacts(document, { title: 'h1', shop: '.shop', price: 'meta[property="product:price:amount"]@content' });
}
