import type { EraseSize, EraseTarget } from '@/components/dashboard/data/erase-props';
import { getSummary } from '@/utils/ledger/queries';
import { readTwice } from '@/utils/ledger/read-twice';
import type { LedgerDb } from '@/utils/ledger/schema';
import { countLinksIn, countLinksOf } from '@/utils/ledger/sizes';
import type { Desk } from './view';

/** How much would go, as far as rows at hand tell it; the ledger is not walked for a question. */
export async function readSize(desk: Desk, target: EraseTarget | undefined): Promise<EraseSize | undefined> {
  if (!target) return undefined;
  const { what } = target;
  switch (what.kind) {
    case 'all':
      return sizeOfAll(desk);
    case 'platform':
      return readTwice(desk.open, (db) => sizeOfPlatform(db, what.platform));
    case 'range':
      return readTwice(desk.open, (db) => countLinksIn(db, [dayOf(what.from), dayOf(what.to - 1)]));
    case 'note':
      return readTwice(desk.open, (db) => sizeOfNote(db, `${what.site}:${what.id}`));
    case 'item':
      return undefined; // its own row says no number
  }
}

function sizeOfAll(desk: Desk): EraseSize | undefined {
  const { counts } = desk.facts();
  return counts && { rows: counts.events + counts.exposures };
}

async function sizeOfPlatform(db: LedgerDb, platform: string): Promise<EraseSize> {
  const { platforms } = await getSummary(db);
  const { saved = 0, purchased = 0 } = platforms.find((row) => row.platform === platform) ?? {};
  return { ...(await countLinksOf(db, platform)), saved, purchased };
}

async function sizeOfNote(db: LedgerDb, key: string): Promise<EraseSize | undefined> {
  const note = await db.get('notes', key);
  return note && { items: note.itemKeys.length };
}

/** By the person's own calendar, as the daily counts are. */
function dayOf(at: number): string {
  const day = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
