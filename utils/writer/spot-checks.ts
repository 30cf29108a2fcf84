import { visitOf, withCheck, type SpotCheck } from '../core/spot-checks';
import type { Names } from '../ledger/erasure/names';
import type { Answers } from '../messages/protocol';
import { decodeSpotChecks } from '../schemas/spot-check';
import type { SettingsArea } from '../settings';
import type { WriterDesk } from './write';

/** Beside the settings: no page's script needs to know them. */
const checksKey = 'spot-checks';

export async function readSpotChecks(area: Pick<SettingsArea, 'get'>): Promise<SpotCheck[]> {
  return decodeSpotChecks((await area.get(checksKey))[checksKey]);
}

export async function takeSpotCheck(desk: WriterDesk, check: Omit<SpotCheck, 'at'>): Promise<Answers['own']> {
  const checks = withCheck(await readSpotChecks(desk.storage), { ...check, at: desk.now() });
  await desk.storage.set({ [checksKey]: checks });
  desk.announce();
  return { ok: true };
}

export function forgetSpotChecks(area: Pick<SettingsArea, 'set'>): Promise<void> {
  return area.set({ [checksKey]: [] });
}

/**
 * A check names a note, and lies outside the ledger: it goes with the note, with its visit, and with the time in which the
 * card was shown or judged.
 */
export async function eraseSpotChecks(
  area: Pick<SettingsArea, 'get' | 'set'>,
  { notes = [], visits = [], ranges = [] }: Partial<Names>,
): Promise<void> {
  const [ofNotes, ofVisits] = [new Set(notes.map(({ id }) => id)), new Set(visits)];
  const isWithin = (at: number) => ranges.some(({ from, to }) => from <= at && at < to);
  const isTaken = ({ key, noteId, shownAt, at }: SpotCheck) =>
    ofNotes.has(noteId) || ofVisits.has(visitOf(key)) || isWithin(at) || isWithin(shownAt ?? at);
  const checks = await readSpotChecks(area);
  const left = checks.filter((check) => !isTaken(check));
  if (left.length < checks.length) await area.set({ [checksKey]: left });
}
