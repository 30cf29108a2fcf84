import type { LedgerEvent, PurchaseEvent, StoredEvent } from '../../core/events';
import { decodeStoredEvent } from '../../schemas/stored';
import { pagesOf } from '../pages';
import { findUnplaced } from '../quarantine';
import type { Walk } from '../rebuild';
import type { LedgerDb } from '../schema';
import { Heirs } from './heirs';
import { OrderLines } from './lines';
import { readAliases } from './names';

export interface Choice {
  /** Whether an event goes. */
  takes: (event: LedgerEvent) => boolean;
  /** Whether an event goes that nobody can read. */
  takesBroken: (row: unknown) => boolean;
  /** Whether all readings of an order go, since one of them says this. */
  takesOrder: (reading: PurchaseEvent) => boolean;
}

/** What has to be known of all events before the first of them is taken out. */
export interface Survey {
  heirs: Heirs;
  /** Ids of events that go: readings of order lines, and what nobody can read. The rest is told by asking again. */
  taken: Set<string>;
  /** Visits of events that go. */
  visits: Set<string>;
  /** Whether anything goes. */
  isAny: boolean;
}

export async function surveyEvents(db: LedgerDb, choice: Choice, walk: Walk = {}): Promise<Survey> {
  const survey: Survey = { heirs: new Heirs(await readAliases(db)), taken: new Set(), visits: new Set(), isAny: false };
  const lines = new OrderLines();
  let read = 0;
  for await (const page of pagesOf((after, count) => db.getAllFromIndex('events', 'seq', after, count), 'seq')) {
    for (const row of page) survey.isAny = meetRow({ row, survey, lines, choice }) || survey.isAny;
    read += page.length;
    walk.onProgress?.({ done: read, total: read });
    walk.signal?.throwIfAborted();
  }
  for (const id of lines.listTaken()) survey.taken.add(id);
  if ((await db.count('events')) > read) await meetUnplaced(db, survey, choice);
  return { ...survey, isAny: survey.isAny || survey.taken.size > 0 };
}

interface Meeting {
  row: StoredEvent;
  survey: Survey;
  lines: OrderLines;
  choice: Choice;
}

/** @returns whether the event goes */
function meetRow({ row, survey, lines, choice }: Meeting): boolean {
  const decoded = decodeStoredEvent(row);
  if ('reason' in decoded) return takeBroken(row, survey, choice);
  const isTaken = choice.takes(row);
  if (row.type === 'purchase' || row.type === 'match') {
    // At no time at all a row is taken for what it names alone.
    const taken = { reading: isTaken, named: isTaken && choice.takes({ ...row, at: NaN }) };
    if (row.type === 'match') lines.addWord(row, taken);
    else lines.add(row, { ...taken, order: choice.takesOrder(row) });
  }
  if (row.type === 'signal' && !isTaken) lines.addTold(row);
  if (isTaken && 'visit' in row) survey.visits.add(row.visit);
  survey.heirs.meet(row, isTaken);
  return isTaken;
}

function takeBroken(row: { id: string }, { taken }: Survey, { takesBroken }: Choice): boolean {
  const isTaken = takesBroken(row);
  if (isTaken) taken.add(row.id);
  return isTaken;
}

/** Events that stand nowhere in the order of writing go too. */
async function meetUnplaced(db: LedgerDb, survey: Survey, choice: Choice): Promise<void> {
  for (const { key } of await findUnplaced((after, count) => db.getAll('events', after, count))) {
    const row = await db.get('events', IDBKeyRange.only(key));
    if (row) takeBroken(row, survey, choice);
  }
}
