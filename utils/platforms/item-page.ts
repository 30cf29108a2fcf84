import { asText } from '../core/decode';
import type { PlatformId } from '../core/types';
import { resolveLink } from '../links';
import type { ItemFacts, ItemPage } from './item-facts';
import { inlineScripts } from './order-page';

export interface ItemPageReading extends ItemFacts {
  platform: PlatformId;
  itemId: string;
  itemKey: string;
  /** The item's plain address. */
  itemUrl?: string;
}

const readers = import.meta.glob<(page: ItemPage) => ItemFacts>('./*/index.ts', { eager: true, import: 'readItem' });

const titleEnds = import.meta.glob<RegExp>('./*/index.ts', { eager: true, import: 'titleEnd' });

// "【…】 行情 报价 价格 评测-京东", "…-淘宝网", "…-tmall.com天猫": the page's title without what the shop adds.
export function pageTitle(document: Document, platform: PlatformId): string | undefined {
  const shop = titleEnds[`./${platform}/index.ts`];
  const title = document.title.replace('行情 报价 价格 评测', '');
  const end = /[-_–|][^-_–|]*$/.exec(title)?.[0] ?? '';
  const own = (shop?.test(end) ? title.slice(0, -end.length) : title).trim();
  return asText(/^【([^【】]*)】$/.exec(own)?.[1] ?? own);
}

/** The item a shop page shows: which one by the address alone, the rest from the page's own data and text. */
export function readItemPage(url: string, document: Document): ItemPageReading | undefined {
  const link = resolveLink(url);
  const read = readers[`./${link?.platform}/index.ts`];
  if (!read || link?.kind !== 'item' || !link.itemId || !link.itemKey) return undefined;
  const { platform, itemId, itemKey } = link;
  const facts = read({ document, scripts: inlineScripts(document) });
  const title = facts.title ?? pageTitle(document, platform);
  return {
    platform,
    itemId,
    itemKey,
    ...facts,
    ...(link.canonical !== undefined && { itemUrl: link.canonical }),
    ...(title !== undefined && { title }),
  };
}
