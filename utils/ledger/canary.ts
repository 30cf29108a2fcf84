import { browser } from 'wxt/browser';
import { countedFrom, withRows } from '../core/backup-due';
import type { BackupNote, Canary, Health, LedgerCounts, Loss } from '../core/health';
import { decodeCanary, decodeKept, decodePassing, healthKey, type KeptHealth } from '../core/health-decode';
import { askClock, firstClock, type ClockNote } from '../core/retention';
import { addLoss, findLoss, greater, withRestored, type Noticed } from './loss';
import { countedMarks, isSame, noteLost, readMarks, trueMarks } from './marks';
import type { LedgerDb } from './schema';

const canaryKey = 'canary';

interface CanaryArea {
  get: (key: string) => Promise<Record<string, unknown>>;
  set: (items: Record<string, unknown>) => Promise<void>;
}

export type CanaryKeeper = ReturnType<typeof canaryKeeper>;

/**
 * Keeps the canary: a note outside of the database of how much the database holds. Chromium wipes a damaged database and
 * gives a new one, Firefox says nothing at all; only from outside can that be told from a ledger that is new.
 * @param area outlives the database: `storage.local`
 */
export function canaryKeeper(area: CanaryArea, now: () => number) {
  /** Noticed, and not yet stored: it goes with the next move, since a moved canary would hide it. */
  let untold: Loss | undefined;
  /** The ledger's backups bear another name already, though the loss is not told yet. */
  let isRenamed = false;
  /** What a ledger held when it was found to be less than the canary knew, or another one; until a move has told. */
  let foundWith: LedgerCounts | undefined;
  /** As of the last canary: a write by a clock that has jumped is no witness of how late it is. */
  let clock: ClockNote | undefined;
  /** The ledger was removed on purpose, and no canary is of the one that comes; it may still stand where there is no room. */
  let isForgotten = false;

  /** After a loss that is not told yet; a wiped ledger has a new name anyway. */
  const hasNewName = () => untold === undefined || untold.kind === 'wiped' || isRenamed;

  /** Moves the canary to where the ledger is: only what a completed transaction left is read, so it is never ahead. */
  const move = async (db: LedgerDb): Promise<void> => {
    const { uuid, counts, seq = 0, schema } = await readMarks(db);
    if (uuid === undefined || !counts) return; // lost since it was opened; opening it again tells
    clock = askClock(now(), clock ?? firstClock(now()));
    const canary: Canary = { uuid, schema, seq, counts, at: now(), clock };
    const told = foundWith && healthAnew(await readKept(area), foundWith, untold);
    // First, so that no backup of what is left can take the place of a fuller one.
    if (untold && !hasNewName()) {
      await noteLost(db, untold.noticedAt);
      isRenamed = true;
    }
    // In one call: an empty canary never overwrites a full one without the loss being told.
    await area.set({ [canaryKey]: canary, ...(told && { [healthKey]: told }) });
    untold = undefined;
    isRenamed = false;
    isForgotten = false;
    foundWith = undefined;
  };

  const compare = async (db: LedgerDb, by: { marks: typeof trueMarks; kind: Noticed['kind'] }): Promise<boolean> => {
    const canary = isForgotten ? undefined : decodeCanary((await area.get(canaryKey))[canaryKey]);
    clock = canary?.clock ?? clock;
    const said = await readMarks(db);
    const marks = await by.marks(db, said, canary);
    const noticed = { kind: by.kind, noticedAt: now() };
    // The ledger's own word may be ahead of the canary, or all there is.
    const own = { ...marks, ...said, at: canary?.at ?? now(), clock: clock ?? firstClock(now()) };
    const loss = greater(canary && findLoss(canary, marks, noticed), findLoss(own, marks, noticed));
    if (loss || canary?.uuid !== marks.uuid) foundWith = marks.counts;
    // One that no move took yet is found again: the canary still stands where it did.
    if (loss) [untold, isRenamed] = [loss, false];
    // A storage that takes no canary is no reason to refuse rows: the next move takes both.
    if (loss || !canary || !isSame(canary, marks)) await move(db).catch(() => undefined);
    return loss !== undefined;
  };

  return {
    /**
     * Compares a connection that was just opened with what is known from before, and moves the canary there.
     * @returns whether rows were lost
     */
    check: (db: LedgerDb) => compare(db, { marks: trueMarks, kind: 'cut' }),
    /** The same by counting every row: what is gone from between the others shows in no other way. */
    count: (db: LedgerDb) => compare(db, { marks: countedMarks, kind: 'thinned' }),
    move,
    /** Whether a backup may be written: not while one of what is left would bear the name of fuller ones. */
    hasNewName,
    /** Whether a loss was noticed that could not be told yet. */
    isUntold: () => untold !== undefined,
    /**
     * The ledger is about to be removed on purpose: what is no canary tells no loss. A storage without room is no reason to
     * keep what takes the room. Resolves to the way back.
     */
    forget: () => putAway(area, (isAway) => (isForgotten = isAway)),
    ...keptNotes(area, now),
  };
}

async function putAway(area: CanaryArea, say: (isAway: boolean) => void): Promise<() => Promise<void>> {
  const before = (await area.get(canaryKey))[canaryKey];
  say(true);
  await area.set({ [canaryKey]: null }).catch(() => undefined);
  return () => {
    say(false);
    return area.set({ [canaryKey]: before ?? null });
  };
}

/** What else is noted beside the canary, each by itself. */
function keptNotes(area: CanaryArea, now: () => number) {
  const keep = async (change: (kept: KeptHealth) => KeptHealth) =>
    area.set({ [healthKey]: change(await readKept(area)) });
  return {
    /** A backup of that time has added so many rows. */
    noteRestored: async (added: NonNullable<Loss['restored']>, madeAt: number | undefined) => {
      if (added.events + added.exposures === 0) return;
      await keep(({ loss, backup, ...rest }) => {
        const last = backup ?? (madeAt === undefined ? undefined : { at: madeAt, eventsEver: 0, rowsEver: 0 });
        return {
          ...rest,
          ...(loss && { loss: withRestored(loss, added) }),
          ...(last && { backup: withRows(last, added) }),
        };
      });
    },
    dismissLoss: () => keep(({ loss: _told, ...rest }) => rest),
    noteBackup: (backup: BackupNote) =>
      keep(({ snoozedUntil: _over, ...kept }) => ({ ...kept, backup: fuller(kept.backup, backup, now()) })),
    /** Resolves to the way back, for an erasure that was stopped. */
    noteErased: async (erasedAt: number) => {
      const { erasedAt: before } = await readKept(area);
      await keep((kept) => ({ ...kept, erasedAt }));
      return () =>
        keep(({ erasedAt: _taken, ...kept }) => ({ ...kept, ...(before !== undefined && { erasedAt: before }) }));
    },
    snoozeBackup: (snoozedUntil: number) => keep((kept) => ({ ...kept, snoozedUntil })),
  };
}

async function readKept(area: CanaryArea): Promise<KeptHealth> {
  return decodeKept((await area.get(healthKey))[healthKey]);
}

/** Of two pages that make one, the one that began first may end last. One of a day to come was dated by a clock gone wrong. */
function fuller(noted: BackupNote | undefined, backup: BackupNote, now: number): BackupNote {
  if (!noted || noted.at > now || noted.rowsEver < backup.rowsEver) return backup;
  return noted.rowsEver > backup.rowsEver || noted.at > backup.at ? noted : backup;
}

/** The loss goes with the last backup from before it, and what is new to that one is counted from what is there now. */
function healthAnew({ backup, ...kept }: KeptHealth, counts: LedgerCounts, loss: Loss | undefined): KeptHealth {
  return {
    ...kept,
    ...(backup && { backup: countedFrom(backup, counts) }),
    ...(loss && { loss: addLoss(kept.loss, { ...loss, ...(backup && { backup }) }) }),
  };
}

/** How late it was when the ledger was last written, as far as anything outside of it says. */
export async function readLastClock(area: Pick<CanaryArea, 'get'>): Promise<ClockNote | undefined> {
  return decodeCanary((await area.get(canaryKey))[canaryKey])?.clock;
}

/** For our own pages: how the ledger fares, without opening it. */
export async function readHealth(): Promise<Health> {
  const { local, session } = browser.storage;
  const [kept, passing] = await Promise.all([local.get(healthKey), session.get(healthKey)]);
  return { ...decodeKept(kept[healthKey]), ...decodePassing(passing[healthKey]) };
}
