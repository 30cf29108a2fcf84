import type { ItemFacts, ItemPage } from '../item-facts';
import { readPlaces } from '../item-facts';

// Guesses: no page of a deal was seen.
const places = { title: 'h1', shop: '.seller-name', price: '.deal-price', stock: '.deal-stock' };

export function readItem(page: ItemPage): ItemFacts {
  return readPlaces(page, places);
}
