import { countedFrom, SNOOZE_MS } from '../core/backup-due';
import type { BackupNote } from '../core/health';
import { isKindWanted } from '../core/record-kinds';
import { readMarks } from '../ledger/marks';
import type { Walk } from '../ledger/rebuild';
import { repairLedger } from '../ledger/repair';
import type { LedgerDb } from '../ledger/schema';
import { eraseThumbnails, putThumbnail } from '../ledger/thumbnails';
import type { Answers, OwnMessage } from '../messages/protocol';
import { forgetTold } from './begun-imports';
import { takeBuyer } from './buyers';
import { eraseEverything, eraseNamed } from './erase';
import { takeRestored } from './restore';
import { readSettings } from '../settings';
import { drain } from './rows';
import { isSwitch, turn, type SwitchMessage } from './turn';
import { forgetUnfinished } from './unfinished';
import { takeSpotCheck } from './spot-checks';
import { isWord, takeWord } from './words';
import { unlessStopped } from './works';
import type { WriterDesk } from './write';

/** Answers `{ ok: true }` when it is done, `{ ok: false }` when there was nothing to do it to. */
export async function obey(
  desk: WriterDesk,
  message: Exclude<OwnMessage, { type: 'keep-to' | 'stop' | 'study' }>,
  walk: Walk,
): Promise<Answers['own']> {
  if (isWord(message)) return takeWord(desk, message);
  if (isSwitch(message)) return switched(desk, message);
  if (message.type === 'spot-check') return takeSpotCheck(desk, message.check);
  if (message.type === 'buyer') return takeBuyer(desk, message.isMine);
  switch (message.type) {
    case 'look':
      return look(desk);
    case 'count':
      return count(desk);
    case 'dismiss-loss':
      await desk.canary.dismissLoss();
      break;
    case 'backed-up':
      return noteBackup(desk, message.note);
    case 'snooze-backup':
      await desk.canary.snoozeBackup(desk.now() + SNOOZE_MS);
      break;
    case 'erase-all':
      return { ok: await eraseEverything(desk, walk) };
    case 'erase':
      await desk.visits.forget();
      return eraseNamed(desk, message.what, walk);
    case 'thumbnail':
      return { ok: await keepThumbnail(desk, message) };
    case 'erase-thumbnails':
      await desk.write(eraseThumbnails);
      break;
    case 'repair':
      return repair(desk, walk);
    case 'restore':
      return takeRestored(desk, message.part);
    case 'forget-restore':
      await forgetUnfinished(desk.storage);
      break;
    case 'forget-taken-back':
      await forgetTold(desk.storage);
      break;
  }
  desk.announce();
  return { ok: true };
}

/** Once more by the switch: it may have been turned off meanwhile. */
async function keepThumbnail(
  desk: WriterDesk,
  { key, picture }: Extract<OwnMessage, { type: 'thumbnail' }>,
): Promise<boolean> {
  const { thumbnails } = await readSettings(desk.storage);
  const isKept = thumbnails && (await desk.write((db) => putThumbnail(db, { key, picture, at: desk.now() })));
  if (isKept) desk.announce();
  return isKept;
}

async function switched(desk: WriterDesk, message: SwitchMessage): Promise<Answers['own']> {
  // The ends of what is open may no longer be told, and that is no crash.
  await desk.visits.forget();
  const ok = await turn(desk, message);
  if (ok) desk.announce();
  return { ok };
}

/** A loss is told with the backup before it: until that is done none takes its place, and another one is asked for. */
async function noteBackup(desk: WriterDesk, note: BackupNote): Promise<Answers['own']> {
  await desk.look();
  if (desk.canary.isUntold()) return { ok: false };
  const { counts } = await desk.read(readMarks);
  await desk.canary.noteBackup(counts ? countedFrom(note, counts) : note);
  desk.announce();
  return { ok: true };
}

async function look(desk: WriterDesk): Promise<Answers['own']> {
  await desk.look();
  await lookForCrashes(desk);
  await desk.tryQueue('again');
  // A page that is about to write a backup goes by this.
  return { ok: desk.canary.hasNewName() };
}

/** What is still on its way may be the end that seems to be missing. */
async function lookForCrashes(desk: WriterDesk): Promise<void> {
  const isDrained = await drain(desk).then(
    () => true,
    () => false, // why not is told already
  );
  if (!isDrained) return;
  const lost = await desk.visits.takeLost(desk.hasTab);
  const { unwantedKinds } = await readSettings(desk.storage);
  if (isKindWanted('exposure', unwantedKinds)) await desk.passing.crash(lost);
}

async function count(desk: WriterDesk): Promise<Answers['own']> {
  if (await desk.read((db) => desk.canary.count(db))) desk.announce();
  return { ok: desk.canary.hasNewName() };
}

async function repair(desk: WriterDesk, walk: Walk): Promise<Answers['repair']> {
  // First: what is missing and was erased by nobody is told before anything is made to fit what is left.
  await desk.read((db) => desk.canary.count(db));
  const repairing = (db: LedgerDb) => repairLedger(db, { now: desk.now(), ...walk });
  const repaired = await desk.write((db) => unlessStopped(walk, repairing(db)));
  if (!repaired) return { ok: false };
  desk.announce();
  return { ok: true, ...repaired };
}
