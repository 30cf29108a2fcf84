import browser from 'webextension-polyfill';
import type { PopupProps } from '@/components/popup/props';
import type { ItemRow } from '@/utils/core/rows';
import { type OpenLedger, readTwice } from '@/utils/ledger/read-twice';
import { readThumbnails } from '@/utils/ledger/thumbnails';
import { readSettings } from '@/utils/settings';

/** The small pictures of these items; where the person wants none, nothing is looked for. */
export async function picturesOf(open: OpenLedger, items: readonly ItemRow[]): Promise<PopupProps['thumbnails']> {
  const { thumbnails } = await readSettings(browser.storage.local);
  if (!thumbnails) return undefined;
  const keys = items.map(({ key }) => key);
  return readTwice(open, (db) => readThumbnails(db, keys)).catch(() => new Map<string, string>()); // rows show without
}
