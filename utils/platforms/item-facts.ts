import { asText, withoutAbsent } from '../core/decode';
import { readYuan } from '../core/money';
import type { PriceKind, Stock } from '../core/types';
import type { Places } from './places';
import { firstAt } from './places';

/** What an item page says of its item; a field is absent where the page does not say it. */
export interface ItemFacts {
  title?: string;
  shop?: string;
  priceFen?: number;
  priceKind?: PriceKind;
  stock?: Stock;
}

export interface ItemPage {
  document: Document;
  /** The inline scripts as one text. */
  scripts: string;
}

/** Where a page or its data keeps its item. */
export interface ItemPlaces {
  title?: Places;
  shop?: Places;
  price?: Places;
  /** The words beside the price, which say what kind it is. */
  priceWords?: Places;
  stock?: Places;
}

// A price that cannot be read is the same as none: the item still is one.
function readPrice(value: unknown): number | undefined {
  const price = readYuan(value);
  return typeof price === 'number' ? price : undefined;
}

function kindOf(words: string | undefined): ItemFacts['priceKind'] {
  if (/会员|vip|plus/i.test(words ?? '')) return 'member';
  return words?.includes('券后') ? 'coupon' : 'list';
}

/** Pieces left, or the page's word for it. */
function readStock(value: unknown): ItemFacts['stock'] {
  const said = String(value);
  if (/^0$|无货|售罄|售完|下架/.test(said)) return 'out';
  return /^[1-9]\d*$|有货|现货/.test(said) ? 'in' : undefined;
}

export function readFacts(node: unknown, places: ItemPlaces): ItemFacts {
  const priceFen = firstAt(node, places.price, readPrice);
  return withoutAbsent<ItemFacts>({
    title: firstAt(node, places.title, asText),
    shop: firstAt(node, places.shop, asText),
    priceFen,
    priceKind: priceFen === undefined ? undefined : kindOf(firstAt(node, places.priceWords, asText)),
    stock: firstAt(node, places.stock, readStock),
  });
}
