import type { LedgerEvent, SightingEvent } from '../core/events';
import type { PlatformId, PurchaseStatus, SiteId } from '../core/types';
import type { ExposureEvent, UnitLink } from '../core/units';
import type { TableName } from './tables';

/** T0: aggregates alone. T1: pseudonymous rows. T2: with the public ids of notes, for coding by hand. */
export type Tier = 'T0' | 'T1' | 'T2';

export type Precision = 'ms' | 'minute' | 'hour' | 'day';

type Key = Uint8Array<ArrayBuffer>;

/** What a study may have, as its file says. */
export interface StudyTerms {
  /** `^[a-z0-9][a-z0-9-]{1,30}$` */
  id: string;
  tier: Tier;
  tables: readonly TableName[];
  /** Every participant has it: what is hashed under it can be joined, and guessed by who knows the ids. */
  key: Key;
  paidAt: Precision;
  amounts: 'exact' | 'none';
  subjectKind: 'human' | 'sock_puppet';
  condition?: string;
  /** What a campaign spent, as the study's file has it: no browser sees it. */
  spendFen?: number;
}

/** Who takes part, and since when. Times are epoch ms. */
export interface ParticipantTerms {
  /** `p-` and 26 characters of base32, random. */
  id: string;
  consentVersion: string;
  consentText: string;
  consentedAt: number;
  withdrawnAt?: number;
  observedFrom: number;
  observedTo: number;
}

/** A task of the study that was done. Epoch ms; no end while it still runs. */
export interface TaskTerms {
  task: string;
  surface: string;
  asked: string;
  startedAt: number;
  endedAt?: number;
  stop?: string;
}

/** The browser it was recorded in, as it is now. */
export interface DeviceTerms {
  /** Random, and never exported: order ids are hashed under it. */
  key: Key;
  zoneMinutes: number;
  locale?: string;
  /** Family and major version. */
  browser: string;
  extensionVersion: string;
  /** The rule version of the readers. */
  detectorVersion: string;
  viewport: { width: number; height: number };
  pixelRatio: number;
  form: 'desktop' | 'mobile' | 'tablet';
}

export interface ExportTerms {
  study: StudyTerms;
  participant: ParticipantTerms;
  device: DeviceTerms;
  /** A UUID of this export. */
  exportId: string;
  exportedAt: number;
  /** Rows that the person took out before. */
  redactions: number;
  rowsDropped: number;
  tasks?: readonly TaskTerms[];
  /** Rows of a time yet to come, which a clock alone keeps out; absent where nobody counted. */
  rowsAhead?: number;
}

/** An order line as the ledger lists it. */
export interface OrderLine {
  /** Item space and HMAC: the lines of one order share it and come together. */
  orderKey: string;
  platform: PlatformId;
  itemKey?: string;
  quantity?: number;
  orderPaidFen?: number;
  paidFen?: number;
  refundedFen?: number;
  orderedAt?: number;
  paidAt?: number;
  /** Epoch ms of when it was first read. */
  firstSeenAt: number;
  /** None where it is a word that this version does not know. */
  status: PurchaseStatus | undefined;
  /** What a bill says that is the same purchase: fen of the whole order. */
  twin?: { refundedFen?: number };
  source: 'page' | 'bill' | 'user';
  /** Epoch ms of the first time its item was saved. */
  firstSavedAt?: number;
}

/** A line that is not told, since nobody can read it or the person left it out: it is one of its order all the same. */
export interface UntoldLine {
  orderKey: string;
  isUntold: true;
}

export type Happening = ExposureEvent | LedgerEvent;

/** A click or a landing that the person left out is marked: that its link sells is known by it, and not what. */
export type ToldHappening = Happening & { isLeftOut?: true };

/** A link that was seen on a note at one time or another. */
export interface NoteLink {
  /** What was told of it, the first sight first. */
  rows: readonly [SightingEvent, ...SightingEvent[]];
  /** The first sight of it is not told: of the visits after, that there was a link, and not which. */
  isWithheld: boolean;
  /** The person left out this very link: nothing stands for it. */
  isLeftOut?: boolean;
}

/** A link as its unit names it; of one that the person left out nothing is told but its place. */
export interface ToldLink extends UnitLink {
  isLeftOut?: boolean;
}

/** What an export reads. Nothing is asked for twice, and no more than a page of it is held. */
export interface ExportSource {
  /** Everything that happened, by time. */
  happenings: AsyncIterable<readonly ToldHappening[]>;
  orders: AsyncIterable<readonly (OrderLine | UntoldLine)[]>;
  linksOn: (site: SiteId, noteId: string) => Promise<readonly NoteLink[]>;
  /** Rows so far that nobody could read, order lines apart. */
  dropped: () => number;
  droppedLines: () => number;
}
