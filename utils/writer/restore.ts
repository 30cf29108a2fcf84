import type { Refusal, RestoreAnswer, RestorePart } from '../core/backup';
import { addRestoredEvents, addRestoredExposures } from '../ledger/backup/add';
import { adoptKeys } from '../ledger/backup/keys';
import { refusalOf } from '../ledger/backup/rows';
import { decodeExposure, decodeStoredEvent, type Decoded } from '../schemas/stored';
import { takeFromBackup } from './chosen';
import { isErasedSince } from './erasures';
import { noteUnfinished } from './unfinished';
import type { WriterDesk } from './write';

/** Stores one part of a backup, all of it or nothing, and notes how far the restore has come. */
export async function takeRestored(desk: WriterDesk, part: RestorePart): Promise<RestoreAnswer> {
  if (await isErasedSince(desk, part.startedAt)) return { ok: false, reason: 'erased' };
  if (part.settings !== undefined) await takeFromBackup(desk.storage, part.settings, desk.now());
  const events = sifted(part.events, decodeStoredEvent);
  const exposures = sifted(part.exposures, decodeExposure);
  let keysLeft = 0;
  const added = await desk.write(async (db) => {
    keysLeft = await adoptKeys(db, part.keys ?? []);
    return [
      await addRestoredEvents(db, { events: events.rows, ahead: part.ahead }),
      await addRestoredExposures(db, exposures.rows),
    ] as const;
  });
  const [ofEvents, ofExposures] = added;
  await desk.canary.noteRestored({ events: ofEvents.added, exposures: ofExposures.added }, part.madeAt);
  await noteUnfinished(desk.storage, part);
  desk.announce();
  return {
    ok: true,
    added: added.reduce((sum, each) => sum + each.added, 0),
    known: added.reduce((sum, each) => sum + each.known, 0),
    refused: [...events.refused, ...exposures.refused, ...added.flatMap(({ refused }) => refused)],
    ...(keysLeft > 0 && { keysLeft }),
  };
}

/** The page has decoded them already; what it sends is still a message. */
function sifted<T>(raw: readonly unknown[], decode: (each: unknown) => Decoded<T>) {
  const rows: T[] = [];
  const refused: Refusal[] = [];
  for (const each of raw) {
    const decoded = decode(each);
    if ('row' in decoded) rows.push(decoded.row);
    else refused.push(refusalOf(each, decoded.reason));
  }
  return { rows, refused };
}
