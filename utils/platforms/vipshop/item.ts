import type { ItemFacts, ItemPage } from '../item-facts';
import { readPlaces } from '../item-facts';

// Guesses: no page of an item was seen.
const places = { title: '.pib-title-detail, h1', shop: '.pib-title-class', price: '.sp-price', stock: '.stock-txt' };

export function readItem(page: ItemPage): ItemFacts {
  return readPlaces(page, places);
}
