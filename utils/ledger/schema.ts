import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { MatchWord, StoredEvent } from '../core/events';
import { noCounts, type LedgerCounts } from '../core/health';
import type { OpenClick } from '../core/landings';
import type { ItemRow, Summary } from '../core/rows';
import type { NoteReading, PlatformId, Purchase, PurchaseStatus, SiteId } from '../core/types';
import type { ExposureEvent } from '../core/units';

/** A note 笔记 that carried a link or was collected. Key `<site>:<id>`. */
export interface NoteRow extends Pick<NoteReading, 'id' | 'title' | 'authorId' | 'media' | 'label'> {
  key: string;
  site: SiteId;
  firstSeenAt: number;
  lastSeenAt: number;
  /** Epoch ms; there only while the note is collected. */
  collectedAt?: number;
  /** Epoch ms of the person's last word on it: what is older and arrives later changes nothing. */
  decidedAt?: number;
  /** Keys of the items that hang on it, as first seen: opaque ones are looked up among the aliases. */
  itemKeys: string[];
}

/** An order line. Key `<item space>:<HMAC of the order id>:<item>:<sku or title>`, as the line was first read. */
export interface OrderRow extends Omit<Purchase, 'orderId' | 'alsoIds' | 'partOf'> {
  key: string;
  /** Item space and HMAC: the lines of one order share it, whichever page or platform name told them. */
  orderKey: string;
  itemKey?: string;
  firstSeenAt: number;
  lastSeenAt: number;
  /** Epoch ms of the reading that first said the present status. */
  statusAt: number;
  /** Epoch ms of when the order's own page said that it was placed. */
  placedAt?: number;
  /** A page stated what was paid for the order: no bill overrules it. */
  isSumStated?: true;
  /** A bill itself said that the money came back in full. */
  refundProven?: true;
  /** Who told of the line, where more than one did. */
  sources?: Purchase['source'][];
  /** The person's words on what the line is, newest last. */
  words?: LineWord[];
  /** While there are such words: the item that the forms name. */
  namedKey?: string;
  /** Key of the order that was split into this one's and others. */
  partOf?: string;
  /** Its order was split into others, which count in its place. */
  isSplit?: true;
  /** The line that this one is once more, as the person says, or its own key where it is split: it does not count itself. */
  twinOf?: string;
  /**
   * A bill's line alone: the order that it may be once more, the nearest in time. It counts nowhere until the person has
   * said so or not so. Its own key where there are more orders than can be kept.
   */
  mayBe?: string;
  /** How many orders it may be, where it is more than one. */
  mayBeOf?: number;
  /**
   * What the line's twin tells, kept apart so that the person can take their word back. It ends all lines of the order; fen
   * that came back are of the order as a whole, and stand on one of them.
   */
  twin?: { line: string; status: PurchaseStatus; statusAt: number; refundedFen?: number };
  /** Epoch ms; there only while the line counts as bought and no note can have led to it. */
  unmatchedAt?: number;
}

/** The person's last word on whether a line is of an item, or the same as another line. */
export interface LineWord {
  item?: string;
  other?: string;
  word: MatchWord;
  at: number;
  /** Said of the order that the line's is a part of. */
  ofWhole?: true;
  /** Said of a bill while nothing else was known of its order. */
  ofBill?: true;
}

/** Sightings and clicks per day × site × surface × platform, so that no list is ever counted by walking it. */
export interface CounterRow {
  key: string;
  day: string;
  site: SiteId;
  surface: string;
  platform: PlatformId;
  seen: number;
  clicked: number;
  /** What was done in shops: its `site` is the shop, its `surface` the signal. */
  done?: number;
}

/** Page visits per day × place × page kind, with what could not be read: unknown is not zero. */
export interface CoverageRow {
  key: string;
  day: string;
  where: string;
  kind: string;
  visits: number;
  unread: Record<string, number>;
}

/** What the page of an order says of it: when it was placed, when it was paid. */
export type OrderTime = 'placedAt' | 'paidAt';

/** What the last visited page of a kind could not give. */
export interface UnreadPage {
  /** Place and kind of page. */
  page: string;
  count: number;
}

/** An item that the person wants to be asked about again: `until` is epoch ms. */
export interface Cooling {
  key: string;
  until: number;
}

/** A row that no reader understands: out of the way of the lists, and not thrown away. Key `<store>:<its key there>`. */
export interface QuarantinedRow {
  key: string;
  store: string;
  row: unknown;
  /** Epoch ms. */
  at: number;
  reason: string;
}

/** A small picture of an item, kept only where the person asked for it. Key: the item's. */
export interface ThumbnailRow {
  key: string;
  /** A `data:` address, of bounded length. */
  picture: string;
  /** Epoch ms. */
  at: number;
}

/** Single rows under fixed names, and `alias:<link key>` for opaque links whose item was learnt. */
export type MetaRow =
  | { key: 'summary'; value: Summary }
  | { key: 'seq'; value: number }
  // The database's own name: another one means that the browser made it anew.
  | { key: 'uuid'; value: string }
  // Epoch ms of when it was last noticed that rows were lost: backups from before are another ledger's.
  | { key: 'lost-at'; value: number }
  | { key: 'counts'; value: LedgerCounts }
  // Events that are kept although no list could take them; a repair makes the lists anew.
  | { key: 'unlisted'; value: number }
  | { key: 'device-key'; value: Uint8Array }
  // Keys of other devices whose backups were restored: their orders must still be known again.
  | { key: 'older-device-keys'; value: Uint8Array[] }
  | { key: 'open-clicks'; value: OpenClick[] }
  | { key: 'unread-pages'; value: UnreadPage[] }
  | { key: 'cooling'; value: Cooling[] }
  | { key: `alias:${string}`; value: string }
  // By another key of an order: the one under which its lines stand.
  | { key: SameOrderKey; value: string }
  // By an opaque link: keys of the orders of which the person said something by it.
  | { key: SaidOfKey; value: string[] }
  // By the key of an order that was split into others: their keys.
  | { key: `split:${string}`; value: string[] }
  // Keys of orders that are compared with each other.
  | { key: PricedKey; value: string[] }
  // By order key, for lines that a list names later. Epoch ms.
  | { key: `${OrderTime}:${string}`; value: number };

export type SaidOfKey = `said-of:${string}`;

export type SameOrderKey = `same-order:${string}`;

/** A house, an amount in fen, a stretch of hours, and whether pages or bills tell of them. */
export type PricedKey = `priced:${string}`;

export interface LedgerSchema extends DBSchema {
  events: { key: string; value: StoredEvent; indexes: { seq: number } };
  exposures: { key: string; value: ExposureEvent; indexes: { at: number } };
  quarantine: { key: string; value: QuarantinedRow };
  thumbnails: { key: string; value: ThumbnailRow };
  items: { key: string; value: ItemRow; indexes: { savedAt: number; purchasedAt: number } };
  notes: { key: string; value: NoteRow };
  orders: { key: string; value: OrderRow; indexes: { itemKey: string; orderKey: string; unmatchedAt: number } };
  counters: { key: string; value: CounterRow };
  coverage: { key: string; value: CoverageRow };
  meta: { key: string; value: MetaRow };
}

/** Every projection may touch every list, so one write transaction spans them all; exposures have one of their own. */
export const ledgerStores = ['events', 'items', 'notes', 'orders', 'counters', 'coverage', 'meta'] as const;

/** Everything there is to keep, count and erase. */
export const allStores = [...ledgerStores, 'exposures', 'quarantine', 'thumbnails'] as const;

type LedgerStore = (typeof ledgerStores)[number];

export type LedgerDb = IDBPDatabase<LedgerSchema>;
export type LedgerTx = IDBPTransaction<LedgerSchema, readonly LedgerStore[], 'readwrite'>;
type UpgradeTx = IDBPTransaction<LedgerSchema, StoreNames<LedgerSchema>[], 'versionchange'>;

/** Each step moves a database up by one version. A shipped step is never edited: write the next one. */
export const steps: readonly ((db: LedgerDb, tx: UpgradeTx) => void)[] = [
  // 1 (2026-11): the first shipped form.
  (db) => {
    db.createObjectStore('events', { keyPath: 'id' }).createIndex('seq', 'seq', { unique: true });
    const items = db.createObjectStore('items', { keyPath: 'key' });
    items.createIndex('savedAt', 'savedAt');
    items.createIndex('purchasedAt', 'purchasedAt');
    db.createObjectStore('notes', { keyPath: 'key' });
    const orders = db.createObjectStore('orders', { keyPath: 'key' });
    orders.createIndex('itemKey', 'itemKey');
    orders.createIndex('orderKey', 'orderKey');
    orders.createIndex('unmatchedAt', 'unmatchedAt');
    db.createObjectStore('counters', { keyPath: 'key' });
    db.createObjectStore('coverage', { keyPath: 'key' });
    db.createObjectStore('meta', { keyPath: 'key' });
  },
  // 2 (2026-11): exposures; a name and counts that tell a loss; a place for rows that nobody can read.
  (db, tx) => {
    db.createObjectStore('exposures', { keyPath: 'id' }).createIndex('at', 'at');
    db.createObjectStore('quarantine', { keyPath: 'key' });
    const meta = tx.objectStore('meta');
    void meta.put({ key: 'uuid', value: crypto.randomUUID() });
    void tx
      .objectStore('events')
      .count()
      .then((events) => meta.put({ key: 'counts', value: { ...noCounts, events } }));
  },
  // 3 (2026-11): pictures of items, for those who want them.
  (db) => void db.createObjectStore('thumbnails', { keyPath: 'key' }),
];
