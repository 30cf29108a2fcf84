import { i18n } from '@/utils/i18n';
import type { ItemRow, NoteRef } from '@/utils/core/rows';
import { cleanText, isolate } from '../text/clean';
import { hostOf, hostOfKey, isItemKey } from '../text/host';
import type { Tools } from '../tools';

/** What an item is called; one that has not told its name is called by what is known of it, and never by a guess. */
type Named = Pick<ItemRow, 'key' | 'platform' | 'kind' | 'url' | 'title'>;

export function itemTitle(item: Named, platformName: Tools['platformName']): { text: string; known: boolean } {
  const title = cleanText(item.title);
  if (title) return { text: title, known: true };
  return { text: standIn(item, platformName(item.platform)), known: false };
}

function standIn(item: Named, platform: string): string {
  if (item.kind === 'token' || item.kind === 'sharetext') return i18n.t('items.token', [platform]);
  if (item.kind === 'shop') return i18n.t('items.shop', [platform]);
  const host = hostOf(item.url) ?? hostOfKey(item.key) ?? platform;
  return isItemKey(item.key) ? i18n.t('items.noTitle', [host]) : i18n.t('items.opaque', [host]);
}

/** Where the wish came from. */
export function noteText(note: NoteRef | undefined): string {
  if (!note) return i18n.t('items.noNote');
  const title = cleanText(note.title, 60);
  return title ? i18n.t('items.fromNote', [isolate(title)]) : i18n.t('items.fromUntitledNote');
}
