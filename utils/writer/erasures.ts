import * as v from 'valibot';
import { isNamedIn, rowMatcher, type AnyRow } from '../ledger/erasure/match';
import type { Names } from '../ledger/erasure/names';
import { decodePageEvents } from '../messages/decode';
import { markErased, readSettings, type SettingsArea } from '../settings';
import { isDone } from './attempts';

const erasuresKey = 'erasures';

/** Past this many the oldest is forgotten: who erases a hundred things has left the pages of the first. */
const mostErasures = 200;

const texts = v.array(v.string());
const erasure = v.object({
  at: v.number(),
  names: v.object({
    keys: texts,
    platforms: texts,
    notes: v.array(v.object({ site: v.string(), id: v.string() })),
    visits: texts,
    ranges: v.array(v.object({ from: v.number(), to: v.number() })),
  }),
});

/** What was erased, and when: what happened before and is told only now, by a page that is still open, is erased too. */
interface PastErasure {
  at: number;
  names: Names;
}

/**
 * Remembers an erasure as long as the browser runs, which is as long as a page can be open that shows the thing. In
 * memory alone: the names of what was erased must not stay on the disk.
 * @param area session storage
 */
export async function noteErasure(area: SettingsArea, past: PastErasure): Promise<void> {
  const pasts = [...(await readErasures(area)), past];
  await write(area, pasts.slice(-mostErasures));
}

/** The last one was stopped and has erased nothing. */
export async function forgetLastErasure(area: SettingsArea): Promise<void> {
  await write(area, (await readErasures(area)).slice(0, -1));
}

/** Without a memory nothing is remembered, and what is recorded or erased meanwhile still is. */
async function readErasures(area: Pick<SettingsArea, 'get'>): Promise<PastErasure[]> {
  const stored = await area.get(erasuresKey).catch(() => ({ [erasuresKey]: [] }));
  const result = v.safeParse(v.array(erasure), stored[erasuresKey]);
  return result.success ? result.output : [];
}

/** Whether anything was erased after a moment: what was begun then must not bring it back. */
export async function isErasedSince(
  desk: { storage: SettingsArea; session: SettingsArea; now: () => number },
  at: number,
) {
  const { erasedAt } = await readSettings(desk.storage);
  const pasts = await readErasures(desk.session);
  return [erasedAt, ...pasts.map((past) => past.at)].some((erased) => at < erased && erased <= desk.now());
}

/** Everything was erased since: that one is enough. */
export function forgetErasures(area: SettingsArea): Promise<void> {
  return write(area, []);
}

/** Everything was erased. Where the disk has no room to say so, memory does: no page of before outlives the browser. */
export async function noteAllErased(desk: { storage: SettingsArea; session: SettingsArea }, at: number): Promise<void> {
  if (await isDone(markErased(desk.storage, at))) await forgetErasures(desk.session);
  else await noteErasure(desk.session, { at, names: { ...noNames, ranges: [{ from: 0, to: at }] } });
}

const noNames: Names = { keys: [], platforms: [], notes: [], visits: [], ranges: [] };

function write(area: SettingsArea, pasts: PastErasure[]): Promise<void> {
  return area.set({ [erasuresKey]: pasts }).catch(() => undefined); // no memory: see above
}

/** The rows that belong to nothing that was erased after they happened. */
export async function leaveErased<T extends AnyRow>(area: SettingsArea, rows: readonly T[], now: number): Promise<T[]> {
  const pasts = (await readErasures(area)).map(({ at, names }) => ({ at, matches: rowMatcher(names) }));
  // A clock that was ahead when something was erased says nothing about the time until then.
  const isErased = (row: T) => pasts.some(({ at, matches }) => at <= now && row.at < at && matches(row));
  return rows.filter((row) => !isErased(row));
}

/** Tells whether a row as it waits in the queue belongs to what goes, also one that nobody can read. */
export function queuedMatcher(names: Names): (raw: unknown) => boolean {
  const matches = rowMatcher(names);
  return (raw) => {
    const [row] = decodePageEvents([raw]);
    return row ? matches(row) : isNamedIn(raw, names);
  };
}
