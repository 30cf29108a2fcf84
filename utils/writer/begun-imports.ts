import * as v from 'valibot';
import type { TakenBack } from '../core/bill-parts';
import type { SettingsArea } from '../settings';
import type { QueueArea } from './queue';

/** Imports that have begun and not ended, beside the ledger; their pages may be gone. */
const begunKey = 'bills';
const takenBackKey = 'bills-taken-back';
const plannedKey = 'bills-planned';
const undoneKey = 'bills-undone';

/** Past this many the oldest is forgotten: its page has long been told, or is gone. */
const mostUndone = 200;

type Area = SettingsArea & Pick<QueueArea, 'remove'>;

const ids = v.array(v.string());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const takenBack = v.object({ at: count, purchases: count });

/** Ids of the imports that have begun and not ended. */
export async function listBegun(area: Pick<SettingsArea, 'get'>): Promise<string[]> {
  const result = v.safeParse(ids, (await area.get(begunKey))[begunKey]);
  return result.success ? result.output : [];
}

/** To be noted before anything of it is stored. @returns whether it is new */
export async function beginImport(area: SettingsArea, importId: string): Promise<boolean> {
  const begun = await listBegun(area);
  if (begun.includes(importId)) return false;
  await area.set({ [begunKey]: [...begun, importId] });
  return true;
}

/** It is whole, or nothing of it is left. */
export async function endImport(area: Area, importId: string): Promise<void> {
  const begun = await listBegun(area);
  const others = begun.filter((each) => each !== importId);
  if (others.length > 0) await area.set({ [begunKey]: others });
  else await area.remove([begunKey]);
}

/**
 * Remembers that an import is taken back, as long as the browser runs, which is as long as its page can be there to tell a
 * part once more. To be noted before anything of it is erased. Without a memory it is taken back all the same.
 * @param area session storage
 */
export async function noteUndone(area: SettingsArea, importId: string): Promise<void> {
  const others = (await listUndone(area)).filter((each) => each !== importId);
  await area.set({ [undoneKey]: [...others, importId].slice(-mostUndone) }).catch(() => undefined);
}

/** Whether nothing of an import may be stored any more. A page that begins again does so under another id. */
export async function isUndone(area: Pick<SettingsArea, 'get'>, importId: string): Promise<boolean> {
  return (await listUndone(area)).includes(importId);
}

async function listUndone(area: Pick<SettingsArea, 'get'>): Promise<string[]> {
  const stored = await area.get(undoneKey).catch(() => ({ [undoneKey]: [] }));
  const result = v.safeParse(ids, stored[undoneKey]);
  return result.success ? result.output : [];
}

/** What was taken back without the person being there to see it: told until they put it away. */
export async function readTakenBack(area: Pick<SettingsArea, 'get'>): Promise<TakenBack | undefined> {
  const result = v.safeParse(takenBack, (await area.get(takenBackKey))[takenBackKey]);
  return result.success ? result.output : undefined;
}

/**
 * Remembers how many purchases are being taken back, until it is told. To be noted before anything of it is erased; without
 * room for it, what has to go goes all the same.
 */
export async function notePlanned(area: SettingsArea, importId: string, purchases: number): Promise<void> {
  const planned = { ...(await readPlanned(area)), [importId]: purchases };
  await area.set({ [plannedKey]: planned }).catch(() => undefined);
}

/**
 * Puts what was planned among what is told, in one write, so that it is told once whenever the background is stopped. More
 * of it before the person has read of the first is told with it.
 * @param erased at what time, and how many purchases where no plan was noted
 */
export async function tellPlanned(area: SettingsArea, importId: string, erased: TakenBack): Promise<void> {
  const { [importId]: purchases = erased.purchases, ...others } = await readPlanned(area);
  const before = await readTakenBack(area);
  const told: TakenBack = { at: erased.at, purchases: purchases + (before?.purchases ?? 0) };
  await area.set({ [plannedKey]: others, ...(purchases > 0 && { [takenBackKey]: told }) });
}

async function readPlanned(area: Pick<SettingsArea, 'get'>): Promise<Record<string, number>> {
  const result = v.safeParse(v.record(v.string(), count), (await area.get(plannedKey))[plannedKey]);
  return result.success ? result.output : {};
}

/** The person has read it. */
export function forgetTold(area: Pick<Area, 'remove'>): Promise<void> {
  return area.remove([takenBackKey]);
}

/** Nor is there anything left to be told: everything is erased. */
export function forgetTakenBack(area: Pick<Area, 'remove'>): Promise<void> {
  return area.remove([takenBackKey, plannedKey]);
}
