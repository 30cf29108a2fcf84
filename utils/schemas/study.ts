import * as v from 'valibot';
import {
  excessOf,
  isOver,
  mostRedacted,
  mostRuns,
  studyTables,
  studyTiers,
  taskSurfaces,
  type KeptStudy,
  type StudyChange,
  type StudyFile,
  type StudyRefusal,
} from '../core/study';
import { time } from './fields';

/** A page of text at most: somebody has to read it. */
const prose = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20_000));
const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
const slug = v.pipe(v.string(), v.regex(/^[a-z\d][a-z\d-]{1,30}$/));
const isDay = (text: string) => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
};
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/), v.check(isDay));
const someTables = v.pipe(v.array(v.picklist(studyTables)), v.minLength(1), v.maxLength(studyTables.length));

const task = v.strictObject({
  id: slug,
  surface: v.picklist(taskSurfaces),
  task: v.pipe(prose, v.maxLength(1_000)),
  stop: v.strictObject({ units: v.exactOptional(count(10_000)), minutes: v.exactOptional(count(600)) }),
});

const studyFile = v.strictObject({
  format: v.literal('bacao-study'),
  version: v.literal(1),
  id: slug,
  title: line,
  purpose: prose,
  controller: line,
  contact: line,
  ethicsId: v.exactOptional(line),
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  tables: someTables,
  tier: v.picklist(studyTiers),
  endsOn: day,
  retentionDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_650)),
  paidAt: v.optional(v.picklist(['ms', 'minute', 'hour', 'day']), 'day'),
  amounts: v.optional(v.picklist(['exact', 'none']), 'none'),
  subjectKind: v.optional(v.picklist(['human', 'sock_puppet']), 'human'),
  condition: v.exactOptional(line),
  minimumAge: v.optional(v.pipe(v.number(), v.integer(), v.minValue(14), v.maxValue(99)), 18),
  spendFen: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  key: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)),
  consent: v.strictObject({ version: line, text: prose }),
  purchaseConsent: v.exactOptional(prose),
  protocol: v.exactOptional(v.pipe(v.array(task), v.minLength(1), v.maxLength(20))),
});

const mostChars = 200_000;
/** A larger file need not be read to be refused. */
export const mostStudyBytes = 4 * mostChars;

/** Of `docs/study/example.json`. */
const publicKey = '5f0a1c8e9d3b47e2a6c4f81b2d7e9053c8b1a4f6e02d7395fb8c6a1e4d90b372';

/**
 * A key that somebody typed to get on with it, or left as it stands in the example, hides nothing: notes' ids are public
 * and could be tried one by one.
 */
function isWeak(key: string): boolean {
  return key === publicKey || new Set(key.match(/../g)).size < 12;
}

/** Reads a study's file. Whatever is wrong with it is said; nothing is filled in that a person would have to agree to. */
export function readStudyFile(text: string, now: number): { file: StudyFile } | { refused: StudyRefusal } {
  const refuse = (refused: StudyRefusal) => ({ refused });
  if (text.length > mostChars) return refuse({ why: 'too-large' });
  const raw = parsed(text.replace(/^\uFEFF/, ''));
  if (raw === undefined) return refuse({ why: 'not-json' });
  if (fieldOf(raw, 'format') !== 'bacao-study') return refuse({ why: 'foreign' });
  const version = fieldOf(raw, 'version');
  if (typeof version === 'number' && version > 1) return refuse({ why: 'newer' });
  const read = v.safeParse(studyFile, raw);
  if (!read.success) return refuse({ why: 'shape', where: v.getDotPath(read.issues[0]) ?? 'file' });
  const file = read.output;
  if (hasTwice(file)) return refuse({ why: 'shape', where: 'protocol' });
  if (isWeak(file.key)) return refuse({ why: 'weak-key' });
  if (isOver(file, now)) return refuse({ why: 'expired' });
  const excess = excessOf(file);
  return excess.length > 0 ? refuse({ why: 'excess', excess }) : { file };
}

/** Runs name their task by its id. A file that somebody joined before this was asked is still theirs. */
function hasTwice({ protocol = [] }: StudyFile): boolean {
  return new Set(protocol.map(({ id }) => id)).size < protocol.length;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldOf(raw: unknown, name: string): unknown {
  return typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : undefined;
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const redactionMarks = v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\da-f]{32}$/))), v.maxLength(mostRedacted));
const participantId = v.pipe(v.string(), v.regex(/^p-[a-z2-7]{26}$/));
const stop = v.picklist(['person', 'units', 'minutes']);

const exportNote = v.object({
  at: time,
  name: line,
  tier: v.picklist(studyTiers),
  rows: whole,
  sha256: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)),
});

/** As a message or a stored row has it. */
export const studyChange = v.variant('kind', [
  v.object({ kind: v.literal('join'), file: studyFile, purchases: v.boolean(), automated: v.boolean() }),
  v.object({ kind: v.literal('leave') }),
  v.object({ kind: v.literal('put-away'), participantId }),
  v.object({ kind: v.literal('leave-out'), keys: redactionMarks, on: v.boolean() }),
  v.object({ kind: v.literal('start-task'), task: slug }),
  v.object({ kind: v.literal('stop-task'), stop, at: time }),
  v.object({ kind: v.literal('exported'), note: exportNote }),
]) satisfies v.GenericSchema<unknown, StudyChange>;

const shared = {
  file: studyFile,
  participantId,
  consentedAt: time,
  observedFrom: time,
};

const run = v.object({
  task: slug,
  startedAt: time,
  endedAt: v.exactOptional(time),
  stop: v.exactOptional(stop),
});

const keptStudy = v.object({
  joined: v.exactOptional(
    v.object({
      ...shared,
      purchases: v.boolean(),
      redacted: redactionMarks,
      runs: v.pipe(v.array(run), v.maxLength(mostRuns)),
      exports: v.pipe(v.array(exportNote), v.maxLength(1_000)),
    }),
  ),
  left: v.exactOptional(v.array(v.object({ ...shared, withdrawnAt: time }))),
});

/** Whether it can be read again: what cannot would take with it who withdrew and was not told of yet. */
export function isKeptStudy(kept: KeptStudy): boolean {
  return v.is(keptStudy, kept);
}

/** What nobody can read is no consent: the person is asked again. */
export function decodeKeptStudy(raw: unknown): KeptStudy {
  const read = v.safeParse(keptStudy, raw);
  return read.success ? read.output : {};
}
