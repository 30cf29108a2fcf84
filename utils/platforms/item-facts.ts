import { asText, withoutAbsent } from '../core/decode';
import { textAt } from './dom';
import { readYuan } from './money';

export type PriceKind = 'list' | 'coupon' | 'member';

/** What an item page says of its item; a field is absent where the page does not say it. */
export interface ItemFacts {
  title?: string;
  shop?: string;
  priceFen?: number;
  priceKind?: PriceKind;
  stock?: 'in' | 'out';
}

export interface ItemPage {
  document: Document;
  /** The inline scripts as one text. */
  scripts: string;
}

/** Where a page shows its item, by selector; a guess unless dated. */
export interface ItemPlaces {
  title: string;
  shop: string;
  price: string;
  stock: string;
}

/** A price with its kind by the words beside it; no price, no kind. */
export function readPrice(value: unknown, words: unknown): Pick<ItemFacts, 'priceFen' | 'priceKind'> {
  const priceFen = readYuan(value);
  if (typeof priceFen !== 'number') return {};
  const said = asText(words) ?? '';
  if (/会员|vip|plus/i.test(said)) return { priceFen, priceKind: 'member' };
  return { priceFen, priceKind: said.includes('券后') ? 'coupon' : 'list' };
}

/** Pieces left, or the page's word for it. */
export function readStock(value: unknown): ItemFacts['stock'] {
  const said = String(value);
  if (/^0$|无货|售罄|售完|下架/.test(said)) return 'out';
  return /^[1-9]\d*$|有货|现货/.test(said) ? 'in' : undefined;
}

// "…【行情 报价 价格 评测】-京东", "…-淘宝网", "…-tmall.com天猫": the page's title without the shop's name behind it.
function pageTitle(document: Document): string | undefined {
  const title = document.title.replace(/【行情[^】]*】/, '');
  const end = /[-_–|][^-_–|]*$/.exec(title);
  return asText(end && /京东|淘宝|天猫|唯品会|美团|拼多多/.test(end[0]) ? title.slice(0, end.index) : title);
}

/** The item as the page's elements show it. */
export function readPlaces({ document }: ItemPage, places: ItemPlaces): ItemFacts {
  return withoutAbsent<ItemFacts>({
    title: textAt(document, places.title) ?? pageTitle(document),
    shop: textAt(document, places.shop),
    stock: readStock(textAt(document, places.stock)),
    ...readPrice(textAt(document, places.price), undefined),
  });
}
