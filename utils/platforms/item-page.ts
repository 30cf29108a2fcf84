import type { PlatformId } from '../core/types';
import { resolveLink } from '../links';
import { inlineScripts } from './dom';
import type { ItemFacts } from './item-facts';
import { modules } from './modules';

export interface ItemPageReading extends ItemFacts {
  platform: PlatformId;
  itemId: string;
  itemKey: string;
}

/** The item a shop page shows: which one by the address alone, the rest from the page's own data and text. */
export function readItemPage(url: string, document: Document): ItemPageReading | undefined {
  const link = resolveLink(url);
  if (link?.kind !== 'item' || link.itemId === undefined || link.itemKey === undefined) return undefined;
  const { platform, itemId, itemKey } = link;
  const module = modules.find((one) => one.platform.id === platform);
  if (!module) return undefined;
  return { platform, itemId, itemKey, ...module.readItem({ document, scripts: inlineScripts(document) }) };
}
