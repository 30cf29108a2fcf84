import { i18n } from '@/utils/i18n';
import type { Hit, Hits } from '@/components/dashboard/data/erase-props';
import { itemTitle } from '@/components/items/item-text';
import { cleanText } from '@/components/text/clean';
import { formatDate } from '@/components/text/measures';
import type { ItemRow } from '@/utils/core/rows';
import { findItemsNamed, findNotesNamed } from '@/utils/ledger/find';
import { readTwice } from '@/utils/ledger/read-twice';
import type { NoteRow } from '@/utils/ledger/schema';
import { platformName } from '@/utils/links/list';
import type { Desk } from './view';

export const noHits: Hits = { state: 'idle', rows: [], more: false };

const limit = 20;

interface Search {
  what: 'item' | 'note';
  text: string;
  signal: AbortSignal;
}

/** @throws when a later search has begun */
export async function findHits(desk: Desk, search: Search): Promise<Hits> {
  if (search.text === '') return noHits;
  try {
    return search.what === 'item' ? await findItemHits(desk, search) : await findNoteHits(desk, search);
  } catch {
    search.signal.throwIfAborted();
    return { ...noHits, state: 'failed' };
  }
}

async function findItemHits({ open }: Desk, { text, signal }: Search): Promise<Hits> {
  const { rows, more } = await readTwice(open, (db) => findItemsNamed(db, text, { limit, signal }));
  return { state: 'ready', rows: rows.map(itemHit), more };
}

async function findNoteHits({ open }: Desk, { text, signal }: Search): Promise<Hits> {
  const { rows, more } = await readTwice(open, (db) => findNotesNamed(db, text, { limit, signal }));
  return { state: 'ready', rows: rows.map(noteHit), more };
}

const nameOf = (id: string) => platformName(id, i18n.t('lang'));

function itemHit(item: ItemRow): Hit {
  const { key, platform, shop, journey } = item;
  const seenAt = journey[0]?.at;
  const facts = [nameOf(platform), cleanText(shop, 40), seenAt === undefined ? '' : formatDate(seenAt)];
  const { text: name } = itemTitle(item, nameOf);
  return { what: { kind: 'item', key }, key, name, platform, detail: facts.filter(Boolean).join(' · ') };
}

function noteHit({ key, site, id, title, firstSeenAt }: NoteRow): Hit {
  const name = cleanText(title) || i18n.t('page.untitled');
  const detail = [nameOf(site), formatDate(firstSeenAt)].join(' · ');
  return { what: { kind: 'note', site, id }, key, name, detail };
}
