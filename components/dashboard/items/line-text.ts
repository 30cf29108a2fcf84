import { i18n } from '@/utils/i18n';
import type { ItemLine } from '@/utils/core/item-lines';
import { itemTitle } from '../../items/item-text';
import { cleanText } from '../../text/clean';
import type { Tools } from '../../tools';

/** What a line is called; one that has not told its name is called by what is known of it. */
export function lineTitle(line: ItemLine, platformName: Tools['platformName']): string {
  return itemTitle(line, platformName).text;
}

/** Where it is sold, and where it came from. */
export function lineSub({ platform, shop, note }: ItemLine, platformName: Tools['platformName']): string {
  const from = note === undefined ? '' : i18n.t('items.fromNote', [cleanText(note, 40)]);
  return [platformName(platform), cleanText(shop, 30), from].filter(Boolean).join(' · ');
}
