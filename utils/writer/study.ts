import {
  asksForMore,
  endOf,
  forgottenAt,
  isAutomated,
  isOver,
  mostRedacted,
  mostRuns,
  type KeptStudy,
  type Participation,
  type StudyChange,
  type StudyFile,
  type TaskRun,
  type Withdrawal,
} from '../core/study';
import { newestAt, readEventTimes, type EventsRead } from '../ledger/newest';
import type { Answers } from '../messages/protocol';
import { decodeKeptStudy, isKeptStudy } from '../schemas/study';
import { readSettings, type SettingsArea } from '../settings';
import { readClock, readLatest } from './kept-retention';
import type { oneAtATime } from './one-at-a-time';
import type { WriterDesk } from './write';

/** Beside the settings, as retention is: no page's script needs to know of a study. */
const studyKey = 'study';

type Reader = Pick<SettingsArea, 'get'>;
type Turns = ReturnType<typeof oneAtATime>;

export async function readKeptStudy(area: Reader): Promise<KeptStudy> {
  return decodeKeptStudy((await area.get(studyKey))[studyKey]);
}

/**
 * What joining asks of all events it asks before its turn, as everything else would have to wait for it. Where everything
 * was erased meanwhile, the consent is gone as well.
 * @returns `{ ok: false }` when there was nothing to do it to
 */
export async function takeStudy(desk: WriterDesk, change: StudyChange, inTurn: Turns): Promise<Answers['own']> {
  if (change.kind !== 'join') return inTurn(() => changeStudy(desk, change));
  // Asked in a turn, too: in the middle of an erasure there is a mark, which goes again where nothing could be erased.
  const { erasedAt } = await inTurn(() => readSettings(desk.storage));
  const before = await desk.read((db) => readEventTimes(db));
  return inTurn(async () => {
    const isErased = (await readSettings(desk.storage)).erasedAt !== erasedAt;
    return isErased ? { ok: false } : changeStudy(desk, change, before);
  });
}

async function changeStudy(desk: WriterDesk, change: StudyChange, before?: EventsRead): Promise<Answers['own']> {
  const kept = await readKeptStudy(desk.storage);
  const next =
    change.kind === 'join' ? joined(kept, change, await readTimes(desk, before)) : changed(kept, change, desk.now());
  if (!next || !isKeptStudy(next)) return { ok: false };
  await desk.storage.set({ [studyKey]: next });
  desk.announce();
  return { ok: true };
}

interface Times {
  now: number;
  /** No earlier than the clock was last known to be. */
  latest: number;
  /** From when on rows may be told. */
  floor: number;
}

/**
 * The floor is later than each row that is there, whatever the clock says now. By a clock that was put back, rows of before
 * would else seem to have come after. Where nothing is stored, the clock that was last known counts.
 */
async function readTimes(desk: WriterDesk, before?: EventsRead): Promise<Times> {
  const now = desk.now();
  const [latest, newest] = [await readLatest(desk.storage, now), await desk.read((db) => newestAt(db, before))];
  return { now, latest, floor: Math.max(latest, newest === undefined ? 0 : newest + 1) };
}

export function forgetStudy(area: Pick<SettingsArea, 'set'>): Promise<void> {
  return area.set({ [studyKey]: {} });
}

/** Erases what is kept for a study that has been over for as long as it was allowed to stay. */
export async function endStudies(desk: WriterDesk): Promise<void> {
  const { joined: study, left = [] } = await readKeptStudy(desk.storage);
  if (!study && left.length === 0) return;
  const { believed } = await readClock(desk.storage, desk.now());
  const stays = ({ file }: Pick<Participation, 'file'>) => believed < forgottenAt(file);
  const [joinedStill, leftStill] = [study && stays(study) ? study : undefined, left.filter(stays)];
  if (joinedStill === study && leftStill.length === left.length) return;
  await desk.storage.set({ [studyKey]: keptOf(joinedStill, leftStill) });
}

function keptOf(study: Participation | undefined, left: Withdrawal[]): KeptStudy {
  return { ...(study && { joined: study }), ...(left.length > 0 && { left }) };
}

/**
 * The same study again, changed or not, keeps its name for this person: only a consent is new. One that lets it have more
 * reaches back to nothing: what was recorded under the narrower one was not agreed to in this way. Nor was what came
 * between the last day of a study and a file that lets it go on.
 */
function joined(
  kept: KeptStudy,
  change: Extract<StudyChange, { kind: 'join' }>,
  { now, latest, floor }: Times,
): KeptStudy | undefined {
  const { file, purchases } = change;
  if (isOver(file, now) || (isAutomated(file) && !change.automated)) return undefined;
  const before = kept.joined?.file.id === file.id && kept.joined.file.key === file.key ? kept.joined : undefined;
  if (kept.joined && !before) return undefined; // one at a time: the other has to be left first
  const fresh = { participantId: newParticipantId(), redacted: [], runs: [], exports: [] };
  // Where the study is to go on for longer, a row from after its last day may be of the time between, whatever the clock says.
  const isLonger = before && endOf(file) > endOf(before.file);
  const isWider = before && (asksForMore(before, change) || isOver(before.file, isLonger ? floor : latest));
  const observedFrom = before && !isWider ? before.observedFrom : Math.max(floor, before?.observedFrom ?? floor);
  return {
    ...(kept.left && { left: kept.left }),
    joined: {
      ...fresh,
      ...before,
      runs: runsIn(file, before?.runs ?? [], now),
      file,
      purchases,
      consentedAt: now,
      observedFrom,
    },
  };
}

/** A task that the study has no more is over now: nothing else would ever end it, and no other could begin. */
function runsIn({ protocol = [] }: StudyFile, runs: readonly TaskRun[], now: number): TaskRun[] {
  const stays = ({ task, endedAt }: TaskRun) => endedAt !== undefined || protocol.some(({ id }) => id === task);
  return runs.map((run) => (stays(run) ? run : { ...run, endedAt: Math.max(run.startedAt, now) }));
}

function changed(kept: KeptStudy, change: Exclude<StudyChange, { kind: 'join' }>, now: number): KeptStudy | undefined {
  const { joined: study, left = [] } = kept;
  if (change.kind === 'put-away') {
    const others = left.filter(({ participantId }) => participantId !== change.participantId);
    return others.length < left.length ? keptOf(study, others) : undefined;
  }
  if (!study) return undefined;
  if (change.kind === 'leave') {
    const { file, participantId, consentedAt, observedFrom } = study;
    return { left: [...left, { file, participantId, consentedAt, observedFrom, withdrawnAt: now }] };
  }
  const next = inStudy(study, change, now);
  return next && { ...kept, joined: next };
}

type OwnChange = Exclude<StudyChange, { kind: 'join' | 'leave' | 'put-away' }>;

function inStudy(study: Participation, change: OwnChange, now: number): Participation | undefined {
  switch (change.kind) {
    case 'leave-out': {
      const others = study.redacted.filter((key) => !change.keys.includes(key));
      const redacted = change.on ? [...others, ...new Set(change.keys)] : others;
      return redacted.length > mostRedacted ? undefined : { ...study, redacted };
    }
    case 'start-task': {
      const isKnown = study.file.protocol?.some(({ id }) => id === change.task) ?? false;
      const isRunning = study.runs.some(({ endedAt }) => endedAt === undefined);
      if (!isKnown || isRunning || isOver(study.file, now) || study.runs.length >= mostRuns) return undefined;
      return { ...study, runs: [...study.runs, { task: change.task, startedAt: now }] };
    }
    case 'stop-task': {
      const open = study.runs.find(({ endedAt }) => endedAt === undefined);
      if (!open) return undefined;
      const ended = { ...open, endedAt: Math.max(open.startedAt, Math.min(change.at, now)), stop: change.stop };
      return { ...study, runs: study.runs.map((run) => (run === open ? ended : run)) };
    }
    case 'exported':
      return { ...study, exports: [...study.exports, change.note].slice(-1_000) };
  }
}

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** Random, made of no account: begins with letters, since engines take eight digits for a number. */
function newParticipantId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26));
  return `p-${Array.from(bytes, (byte) => base32[byte % 32]).join('')}`;
}
