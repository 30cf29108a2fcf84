import type { CreditActions, CreditView } from '@/components/dashboard/purchases/credit-props';
import type { CreditReport } from '@/utils/core/credits';
import { withoutAbsent } from '@/utils/core/decode';
import { orderTime } from '@/utils/core/purchases';
import { DAY_MS } from '@/utils/core/retention';
import type { ExposureEvent } from '@/utils/core/units';
import { carrierOf } from '@/utils/export/rows/page';
import { viewOfStays } from '@/utils/export/rows/screen';
import { readableExposures, sightingsFinder } from '@/utils/ledger/by-time';
import { clicksBySeq, type LineOfOrder, listBoughtLines } from '@/utils/ledger/credit-queries';
import { readAliases } from '@/utils/ledger/erasure/names';
import { itemKeyOf } from '@/utils/ledger/projections/items';
import type { LedgerDb, OrderRow } from '@/utils/ledger/schema';
import { type CreditedLine, creditReport, type NoteTouch } from '@/utils/match/credits';
import { longWork, type Reins } from './long-work';
import type { Desk } from './view';

/** Works out, when asked, which notes the purchases are credited to. */
export function creditWork(desk: Desk, show: (view: CreditView) => void): CreditActions {
  const work = longWork<CreditReport, 'failed'>(show, () => 'failed');
  return { onWorkOut: () => void work.start((reins) => readCredits(desk, reins)), onStop: work.stop };
}

interface Walking {
  db: LedgerDb;
  walk: { signal: AbortSignal; onRows: (count: number) => void };
  /** The item that a link's key stands for, if it was bought. */
  boughtKeyOf: (key: string) => string | undefined;
}

async function readCredits(desk: Desk, { signal, onProgress }: Reins): Promise<CreditReport> {
  const db = await desk.open();
  let done = 0;
  const walk = { signal, onRows: (count: number) => onProgress({ done: (done += count) }) };
  const rows = await listBoughtLines(db, walk);
  const bought = new Set(rows.flatMap(({ itemKey }) => itemKey ?? []));
  const aliases = await readAliases(db);
  const boughtKeyOf = (key: string) => {
    const item = aliases.get(key) ?? key;
    return bought.has(item) ? item : undefined;
  };
  const walking = { db, walk, boughtKeyOf };
  const touches = bought.size === 0 ? [] : [...(await readClicks(walking)), ...(await readViews(walking, rows))];
  return titled(db, creditReport(rows.map(lineOf), touches));
}

function lineOf(row: LineOfOrder): CreditedLine {
  const { itemKey, orderKey: order, linesOfOrder, paidFen, orderPaidFen } = row;
  const at = orderTime(row);
  return withoutAbsent<CreditedLine>({ itemKey, at, order, linesOfOrder, paidFen, orderPaidFen });
}

async function readClicks({ db, walk, boughtKeyOf }: Walking): Promise<NoteTouch[]> {
  const touches: NoteTouch[] = [];
  for await (const [{ id, at, site, noteId }, key] of clicksBySeq(db, walk)) {
    const itemKey = boughtKeyOf(key);
    if (itemKey !== undefined && noteId !== undefined)
      touches.push({ id, type: 'click', at, itemKey, note: `${site}:${noteId}` });
  }
  return touches;
}

/** Links that were viewable within a day before a purchase; time on screen is known of what carries a link. */
async function readViews(walking: Walking, rows: readonly OrderRow[]): Promise<NoteTouch[]> {
  const touches: NoteTouch[] = [];
  for (const stretch of daysBefore(rows)) {
    const stays = new Map<string, ExposureEvent[]>();
    for await (const page of readableExposures(walking.db, stretch)) {
      for (const row of page.filter(isCarrier)) {
        const name = `${row.visit} ${row.unit.key}`;
        stays.set(name, [...(stays.get(name) ?? []), row]);
      }
      walking.walk.onRows(page.length);
      walking.walk.signal.throwIfAborted();
    }
    for (const own of stays.values()) touches.push(...(await viewsOf(walking, own)));
  }
  return touches;
}

function isCarrier({ unit }: ExposureEvent): boolean {
  return unit.noteId !== undefined && unit.surfaces !== undefined && unit.surfaces.length > 0;
}

/** The days before purchases of items, each stretch of time once. */
function daysBefore(rows: readonly OrderRow[]): { from: number; to: number }[] {
  const times = rows.flatMap((row) => (row.itemKey === undefined ? [] : (orderTime(row) ?? [])));
  const stretches: { from: number; to: number }[] = [];
  for (const at of times.sort((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last && at - DAY_MS <= last.to) last.to = at;
    else stretches.push({ from: at - DAY_MS, to: at });
  }
  return stretches;
}

async function viewsOf({ db, boughtKeyOf }: Walking, stays: readonly ExposureEvent[]): Promise<NoteTouch[]> {
  const [stay] = stays;
  const { viewable_at: at } = viewOfStays(stays);
  if (!stay?.unit.noteId || at === null) return [];
  const sightings = await sightingsFinder(db)(stay.site, stay.unit.noteId);
  return sightings
    .filter((each) => carrierOf(each) === stay.unit.key && stay.unit.surfaces?.includes(each.surface))
    .flatMap(({ id, site, noteId, link }): NoteTouch[] => {
      const itemKey = boughtKeyOf(itemKeyOf(link) ?? link.key);
      if (itemKey === undefined || noteId === undefined) return [];
      return [{ id: `${stay.id} ${id}`, type: 'view', at, itemKey, note: `${site}:${noteId}` }];
    });
}

/** So many notes stand in a table of the screen. */
const mostNotes = 20;

async function titled(db: LedgerDb, report: CreditReport): Promise<CreditReport> {
  const titles = new Map<string, string>();
  const windows = report.windows.map((each) => ({ ...each, notes: each.notes.slice(0, mostNotes) }));
  for (const key of new Set(windows.flatMap(({ notes }) => notes.map(({ note }) => note)))) {
    const row = await db.get('notes', key);
    if (row?.title !== undefined) titles.set(key, row.title);
  }
  const named = windows.map(({ notes, ...rest }) => ({
    ...rest,
    notes: notes.map((each) => {
      const title = titles.get(each.note);
      return { ...each, ...(title !== undefined && { title }) };
    }),
  }));
  return { ...report, windows: named };
}
