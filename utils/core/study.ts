/** A study that a person may join, as its file says, and what is kept here of having joined it. */

export const studyTiers = ['T0', 'T1', 'T2'] as const;
export type StudyTier = (typeof studyTiers)[number];

/** What may be asked for; who it is of and what could not be read goes with it. */
export const studyTables = [
  'participants',
  'sessions',
  'page_views',
  'exposures',
  'links',
  'actions',
  'orders',
  'attributions',
  'quality',
  'aggregates',
] as const;
export type StudyTable = (typeof studyTables)[number];

/** Where a task is done, in the words of the export. */
export const taskSurfaces = ['explore_feed', 'search_results', 'note_detail', 'profile', 'shop', 'other'] as const;

/** One thing that every participant does alike, so that sessions can be compared 任务. */
export interface StudyTask {
  id: string;
  surface: (typeof taskSurfaces)[number];
  /** What the person is asked to do, in the study's own words. */
  task: string;
  /** It is over after so many notes shown (goods, in a shop), or so many minutes, or when the person says so. */
  stop: { units?: number; minutes?: number };
}

export interface StudyFile {
  format: 'bacao-study';
  version: 1;
  /** `^[a-z0-9][a-z0-9-]{1,30}$` */
  id: string;
  title: string;
  purpose: string;
  controller: string;
  contact: string;
  ethicsId?: string;
  /** ISO 3166 code of where the data are kept. */
  country: string;
  tables: StudyTable[];
  tier: StudyTier;
  /** The last day, `YYYY-MM-DD`, in UTC. */
  endsOn: string;
  /** Days after the end until everything kept here for the study is erased. */
  retentionDays: number;
  paidAt: 'ms' | 'minute' | 'hour' | 'day';
  amounts: 'exact' | 'none';
  subjectKind: 'human' | 'sock_puppet';
  condition?: string;
  minimumAge: number;
  spendFen?: number;
  /** 32 bytes as hex; every participant of the study has it. */
  key: string;
  consent: { version: string; text: string };
  /** What people are asked besides, where purchases are asked for: those may tell of health. */
  purchaseConsent?: string;
  protocol?: StudyTask[];
}

/** A task that was begun 执行. Epoch ms. */
export interface TaskRun {
  task: string;
  startedAt: number;
  endedAt?: number;
  stop?: 'person' | 'units' | 'minutes';
}

/** One export, as the person can look it up later. */
export interface ExportNote {
  at: number;
  name: string;
  tier: StudyTier;
  rows: number;
  /** Of the description, which holds those of all files. */
  sha256: string;
}

/** That the person takes part, and what they decided about it. Epoch ms. */
export interface Participation {
  file: StudyFile;
  /** `p-` and 26 characters of base32, random. */
  participantId: string;
  consentedAt: number;
  /** Of the consent that last let this study have more than it had ({@link asksForMore}); rows from before are never exported. */
  observedFrom: number;
  /** Agreed to purchases as well. */
  purchases: boolean;
  /** Marks of what the person left out, by where it came from; hashes, of which nothing can be read. */
  redacted: string[];
  runs: TaskRun[];
  exports: ExportNote[];
}

/** What is left of a withdrawal until its file has been handed over: the pool is to drop this participant. */
export interface Withdrawal extends Pick<Participation, 'file' | 'participantId' | 'consentedAt' | 'observedFrom'> {
  withdrawnAt: number;
}

export interface KeptStudy {
  joined?: Participation;
  /** One of each study that was left, the first one first. */
  left?: Withdrawal[];
}

/** What was ticked by hand beside the consent itself. */
export interface JoinAnswer {
  /** Agreed to purchases as well. */
  purchases: boolean;
  /** Confirmed that no person browses with this profile, as the study says. */
  automated: boolean;
}

/** What the person changes about it. */
export type StudyChange =
  | ({ kind: 'join'; file: StudyFile } & JoinAnswer)
  | { kind: 'leave' }
  // The file of this withdrawal was handed over.
  | { kind: 'put-away'; participantId: string }
  | { kind: 'leave-out'; keys: string[]; on: boolean }
  | { kind: 'start-task'; task: string }
  | { kind: 'stop-task'; stop: NonNullable<TaskRun['stop']>; at: number }
  | { kind: 'exported'; note: ExportNote };

/** More than a person leaves out by hand; what is beyond is not taken, and they are told. */
export const mostRedacted = 10_000;
export const mostRuns = 500;

/** What there is at T0. */
const summedTables: ReadonlySet<StudyTable> = new Set(['participants', 'quality', 'aggregates']);

const purchaseTables: ReadonlySet<StudyTable> = new Set(['orders', 'attributions']);

export function asksForPurchases({ tables }: Pick<StudyFile, 'tables'>): boolean {
  return tables.some((table) => purchaseTables.has(table));
}

/** The file's own claim, by which it may ask for more: whoever joins has to confirm it. */
export function isAutomated({ subjectKind }: Pick<StudyFile, 'subjectKind'>): boolean {
  return subjectKind === 'sock_puppet';
}

type Agreed = Pick<Participation, 'file' | 'purchases'>;

const finest: readonly StudyFile['paidAt'][] = ['day', 'hour', 'minute', 'ms'];

/**
 * Whether somebody who agreed to one thing lets a study have more by agreeing to another: more tables, public ids, what was
 * bought, amounts or finer times of it, or the same for another purpose, recipient or country.
 */
export function asksForMore(before: Agreed, after: Agreed): boolean {
  const [was, is] = [before.file, after.file];
  const had = new Set(tablesOf(before));
  return (
    studyTiers.indexOf(is.tier) > studyTiers.indexOf(was.tier) ||
    tablesOf(after).some((table) => !had.has(table)) ||
    (is.amounts === 'exact' && was.amounts === 'none') ||
    finest.indexOf(is.paidAt) > finest.indexOf(was.paidAt) ||
    (['purpose', 'controller', 'country', 'subjectKind'] as const).some((name) => is[name] !== was[name])
  );
}

/** What a study gets, less what this person did not agree to. */
export function tablesOf({ file, purchases }: Agreed): StudyTable[] {
  return purchases ? file.tables : file.tables.filter((table) => !purchaseTables.has(table));
}

/** The first moment after the last day. */
export function endOf({ endsOn }: Pick<StudyFile, 'endsOn'>): number {
  return Date.parse(`${endsOn}T00:00:00Z`) + 86_400_000;
}

export function isOver(file: Pick<StudyFile, 'endsOn'>, now: number): boolean {
  return now >= endOf(file);
}

/** When everything that is kept here for the study goes. */
export function forgottenAt(file: Pick<StudyFile, 'endsOn' | 'retentionDays'>): number {
  return endOf(file) + file.retentionDays * 86_400_000;
}

/** What a study may not have, and why. */
export type Excess =
  'ids-without-ethics' | 'ids-with-purchases' | 'purchases-without-consent' | 'times-without-ethics' | 'rows-at-sums';

/**
 * Public ids of notes (T2) can be looked up, so somebody must have approved; with purchases they would name what a person
 * bought. Purchases need a consent of their own (PIPL 28, 29), exact times of payment an approval. Sums alone (T0) have no
 * tables of rows: a study of none but those would get nothing.
 */
export function excessOf(file: StudyFile): Excess[] {
  const isPerson = !isAutomated(file);
  const buys = asksForPurchases(file);
  const found: [Excess, boolean][] = [
    ['ids-without-ethics', file.tier === 'T2' && isPerson && file.ethicsId === undefined],
    ['ids-with-purchases', file.tier === 'T2' && isPerson && buys],
    ['purchases-without-consent', buys && file.purchaseConsent === undefined],
    ['times-without-ethics', buys && file.paidAt !== 'day' && file.ethicsId === undefined],
    ['rows-at-sums', file.tier === 'T0' && !file.tables.some((table) => summedTables.has(table))],
  ];
  return found.flatMap(([excess, is]) => (is ? [excess] : []));
}

/** Why a file was not taken. `where` names the field. */
export type StudyRefusal =
  | { why: 'too-large' | 'not-json' | 'foreign' | 'newer' | 'expired' | 'weak-key' }
  | { why: 'shape'; where: string }
  | { why: 'excess'; excess: Excess[] };
