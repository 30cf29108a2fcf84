import type { DensityReport } from '@/utils/core/density-report';
import type { JoinAnswer, KeptStudy, StudyFile, StudyRefusal, StudyTable, Withdrawal } from '@/utils/core/study';
import type { Job } from '../../parts/job';

/** One row as it would leave, with what the person knows it by; that stays here. */
export interface ShownRow {
  cells: string[];
  /** Its note or item, where it has one and its title is known. */
  about?: string;
  /** What leaves it out; none for what is summed up over many rows. */
  keys: string[];
}

export interface ShownTable {
  table: StudyTable;
  columns: { name: string; about: string }[];
  rows: ShownRow[];
  /** More follow. */
  more: boolean;
  /** How much is recorded and of no time that the study may see; absent where nobody asked. */
  outside?: number;
}

/** A study's file that was read and can be agreed to. */
export interface Offer {
  file: StudyFile;
  /** Rows made of the person's own records, as they would leave; absent while they are made. */
  sample?: ShownTable[];
}

export type BundleFormat = 'parquet' | 'csv' | 'ndjson';

export interface BundleWish {
  format: BundleFormat;
  /** With the byte order mark that Excel wants. */
  mark: boolean;
}

export interface BundleDone {
  name: string;
  bytes: number;
  rows: number;
  where: 'written' | 'handed';
}

/** `left`: the study had been left by the time that the file would have been there. */
export type BundleFailure = 'full' | 'failed' | 'left' | 'changed';

export type BundleJob = Job<BundleDone, BundleFailure>;

export interface ReviewQuery {
  table: StudyTable;
  text: string;
  count: number;
}

export type Review = { state: 'closed' } | { state: 'reading'; query: ReviewQuery } | ReviewRead;

interface ReviewRead {
  state: 'ready';
  query: ReviewQuery;
  shown: ShownTable;
}

/** An export that was opened again, to be looked at. */
export interface OpenedBundle {
  name: string;
  study?: string;
  tier?: string;
  created?: string;
  files: { table: string; rows: number }[];
  /** Paths of files that were written and are not there. */
  missing: string[];
  /** Paths of files that are not what was written. */
  changed: string[];
  shown?: ShownTable;
  /** Its figures, made by the functions that make the person's own. */
  figures?: { report: DensityReport; leftOut: number; repeated: number };
}

export interface ResearchProps {
  kept: KeptStudy | undefined;
  now: number;
  refusal?: StudyRefusal;
  offer?: Offer;
  /** The background did not take the last change. */
  failed: boolean;
  review: Review;
  bundle: BundleJob;
  withdrawal: BundleJob;
  envelope: BundleJob;
  opened: Job<OpenedBundle, 'damaged'>;
  actions: ResearchActions;
}

export interface ResearchActions {
  onStudyFile: (file: File) => void;
  onDecline: () => void;
  onJoin: (answer: JoinAnswer) => void;
  onLeave: () => void;
  onWithdrawal: (left: Withdrawal) => void;
  onPutAway: (left: Withdrawal) => void;
  onStartTask: (task: string) => void;
  onStopTask: () => void;
  onReview: (query: ReviewQuery) => void;
  onLeaveOut: (keys: string[]) => void;
  onBundle: (wish: BundleWish) => void;
  onStopBundle: () => void;
  onEnvelope: () => void;
  onStopEnvelope: () => void;
  onOpen: (file: File) => void;
  onLook: (table: string) => void;
  onFigures: () => void;
}
