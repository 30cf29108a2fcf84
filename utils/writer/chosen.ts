import { decodeRetention } from '../core/retention';
import { listChosen, readSettings, takeChosen, type SettingsArea } from '../settings';
import { readRetention, writeRetention } from './kept-retention';

/** What the person chose, for a backup: switches, what is left out, and how long things are kept. */
export async function listForBackup(area: Pick<SettingsArea, 'get'>): Promise<Record<string, unknown>> {
  const { limits } = await readRetention(area);
  return { ...listChosen(await readSettings(area)), limits };
}

/**
 * Takes over what a backup says was chosen; what it does not say, or says wrongly, stays. A limit of this machine's own
 * stands, since a file must not make what is here go sooner.
 */
export async function takeFromBackup(area: SettingsArea, chosen: unknown, at: number): Promise<void> {
  await takeChosen(area, chosen, at);
  const { limits } = decodeRetention(chosen);
  const kept = await readRetention(area);
  if (Object.keys(limits).length > 0) await writeRetention(area, { ...kept, limits: { ...limits, ...kept.limits } });
}
