import type { NoteEvent, SightingEvent, StoredEvent } from '../core/events';
import { joined, sightingId } from '../core/sightings';
import type { SiteId } from '../core/types';
import type { ExposureEvent } from '../core/units';
import { decodeExposure, decodeStoredEvent } from '../schemas/stored';
import { pagesOf } from './pages';
import type { LedgerDb } from './schema';

/** Epoch ms, both ends within. */
interface Stretch {
  from: number;
  to: number;
}

/** Rows read at once. */
const pageRows = 500;

type Happening = ExposureEvent | StoredEvent;

/** Everything that happened, by time, with what could not be read counted; a page of each store is in memory. */
export function happeningsByTime(db: LedgerDb, stretch: Stretch) {
  let dropped = 0;
  const readable =
    <T>(decode: (raw: unknown) => { row: T } | { reason: string }) =>
    (rows: readonly unknown[]): T[] => {
      const decoded = rows.map(decode);
      const fit = decoded.flatMap((each) => ('row' in each ? [each.row] : []));
      dropped += rows.length - fit.length;
      return fit;
    };
  const exposures = mapped(exposuresByTime(db, stretch), readable(decodeExposure));
  const events = mapped(eventsByTime(db, stretch), readable(decodeStoredEvent));
  return { happenings: merged(exposures, events), dropped: () => dropped };
}

async function* mapped<A, B>(pages: AsyncGenerator<A[]>, map: (page: A[]) => B[]): AsyncGenerator<B[]> {
  for await (const page of pages) yield map(page);
}

/** By the index of times, which many rows may share: the next page begins where the last one ended, less what it had. */
async function* exposuresByTime(db: LedgerDb, { from, to }: Stretch): AsyncGenerator<ExposureEvent[]> {
  let start = from;
  let seen = new Set<string>();
  for (;;) {
    const rows = await db.getAllFromIndex('exposures', 'at', IDBKeyRange.bound(start, to), pageRows + seen.size);
    const fresh = rows.filter(({ id }) => !seen.has(id));
    const last = fresh.at(-1);
    if (!last) return;
    yield fresh;
    start = last.at;
    seen = new Set(rows.filter(({ at }) => at === last.at).map(({ id }) => id));
  }
}

/** The same without those that nobody can read. */
export function readableExposures(db: LedgerDb, stretch: Stretch): AsyncGenerator<ExposureEvent[]> {
  return mapped(exposuresByTime(db, stretch), (rows) =>
    rows.map(decodeExposure).flatMap((each) => ('row' in each ? [each.row] : [])),
  );
}

/** Events have an order of writing and no index of times: their places are sorted, two numbers each, and then read. */
async function* eventsByTime(db: LedgerDb, { from, to }: Stretch): AsyncGenerator<StoredEvent[]> {
  const places: { at: number; seq: number }[] = [];
  for await (const page of pagesOf((after, count) => db.getAllFromIndex('events', 'seq', after, count), 'seq'))
    for (const { at, seq } of page) if (at >= from && at <= to) places.push({ at, seq });
  places.sort((a, b) => a.at - b.at || a.seq - b.seq);
  for (let first = 0; first < places.length; first += pageRows) {
    const seqs = places.slice(first, first + pageRows).map(({ seq }) => seq);
    yield await readSeqs(db, seqs);
  }
}

/** Mostly they stand one after the other. */
async function readSeqs(db: LedgerDb, seqs: readonly number[]): Promise<StoredEvent[]> {
  const [low, high] = [Math.min(...seqs), Math.max(...seqs)];
  if (high - low > 4 * pageRows) {
    const rows = await Promise.all(seqs.map((seq) => db.getFromIndex('events', 'seq', seq)));
    return rows.filter((row) => row !== undefined);
  }
  const rows = await db.getAllFromIndex('events', 'seq', IDBKeyRange.bound(low, high));
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return seqs.flatMap((seq) => bySeq.get(seq) ?? []);
}

/** Two streams in order as one. */
async function* merged(one: AsyncGenerator<Happening[]>, other: AsyncGenerator<Happening[]>) {
  let [a, b] = [await nextPage(one), await nextPage(other)];
  while (a && b) {
    const [lastA, lastB] = [a.at(-1)?.at ?? 0, b.at(-1)?.at ?? 0];
    const until = Math.min(lastA, lastB);
    const [earlyA, earlyB] = [a.filter(({ at }) => at <= until), b.filter(({ at }) => at <= until)];
    yield [...earlyA, ...earlyB].sort((x, y) => x.at - y.at);
    a = earlyA.length < a.length ? a.slice(earlyA.length) : await nextPage(one);
    b = earlyB.length < b.length ? b.slice(earlyB.length) : await nextPage(other);
  }
  for (let rest = a ?? b; rest; rest = await nextPage(a ? one : other)) yield rest;
}

/** The next page that holds anything. */
async function nextPage(pages: AsyncGenerator<Happening[]>): Promise<Happening[] | undefined> {
  for (;;) {
    const { done, value } = await pages.next();
    if (done) return undefined;
    if (value.length > 0) return value;
  }
}

/** Notes whose links are asked for one after the other. */
const mostNotes = 100;

/** The links that were seen on one note, each with all that is known of it. */
export function sightingsFinder(db: LedgerDb) {
  const find = linkRowsFinder(db);
  return async (site: SiteId, noteId: string): Promise<SightingEvent[]> =>
    (await find(site, noteId)).map((rows) => rows.reduce(joined));
}

/** The links that were seen on one note, each with all rows that tell of it; the ids of their rows begin with the note's. */
export function linkRowsFinder(db: LedgerDb) {
  const known = new Map<string, Promise<LinkRows[]>>();
  return (site: SiteId, noteId: string): Promise<LinkRows[]> => {
    const prefix = `s:${site}:${noteId}:`;
    const found = known.get(prefix) ?? readSightings(db, prefix);
    const [oldest] = known.size >= mostNotes ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    known.set(prefix, found);
    return found;
  };
}

/** The first sight of a link, and what was told of it since. */
type LinkRows = [SightingEvent, ...SightingEvent[]];

async function readSightings(db: LedgerDb, prefix: string): Promise<LinkRows[]> {
  const rows = await db.getAll('events', IDBKeyRange.bound(prefix, `${prefix}\uffff`));
  const links = new Map<string, LinkRows>();
  for (const row of rows) {
    if (row.type !== 'sighting') continue;
    const id = sightingId(row);
    const before = links.get(id);
    if (before) before.push(row);
    else if (!row.again) links.set(id, [row]); // its own row, which comes first by its id, is gone
  }
  return [...links.values()];
}

/** Notes as they were told, by time. */
export async function* notesByTime(db: LedgerDb, stretch: Stretch): AsyncGenerator<NoteEvent[]> {
  for await (const page of eventsByTime(db, stretch)) yield page.filter((event) => event.type === 'note');
}
