import { withCheck, type SpotCheck } from '../core/spot-checks';
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
