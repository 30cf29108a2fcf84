import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { StoredEvent } from '../core/events';
import type { ItemRow, Summary } from '../core/rows';
import type { NoteReading, PlatformId, Purchase, SiteId } from '../core/types';

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
export interface OrderRow extends Omit<Purchase, 'orderId'> {
  key: string;
  /** Item space and HMAC: the lines of one order share it, whichever page or platform name told them. */
  orderKey: string;
  itemKey?: string;
  firstSeenAt: number;
  lastSeenAt: number;
  /** Epoch ms of the reading that first said the present status. */
  statusAt: number;
  /** Epoch ms; there only while the line counts as bought and no note can have led to it. */
  unmatchedAt?: number;
}

/** Sightings and clicks per day × site × surface × platform, so that no list is ever counted by walking it. */
interface CounterRow {
  key: string;
  day: string;
  site: SiteId;
  surface: string;
  platform: PlatformId;
  seen: number;
  clicked: number;
}

/** Page visits per day × place × page kind, with what could not be read: unknown is not zero. */
interface CoverageRow {
  key: string;
  day: string;
  where: string;
  kind: string;
  visits: number;
  unread: Record<string, number>;
}

/** A click that still waits for the shop page it opened. */
export interface OpenClick {
  id: string;
  at: number;
  tab: number;
  platform: PlatformId;
  linkKey: string;
  itemKey?: string;
  /** The link's item space: a union link of one house may land on its other shop. */
  space: string;
}

/** What the last visited page of a kind could not give. */
export interface UnreadPage {
  /** Place and kind of page. */
  page: string;
  count: number;
}

/** Single rows under fixed names, and `alias:<link key>` for opaque links whose item was learnt. */
type MetaRow =
  | { key: 'summary'; value: Summary }
  | { key: 'seq'; value: number }
  | { key: 'device-key'; value: Uint8Array }
  | { key: 'open-clicks'; value: OpenClick[] }
  | { key: 'unread-pages'; value: UnreadPage[] }
  | { key: `alias:${string}`; value: string };

export interface LedgerSchema extends DBSchema {
  events: { key: string; value: StoredEvent; indexes: { seq: number } };
  items: { key: string; value: ItemRow; indexes: { savedAt: number; purchasedAt: number } };
  notes: { key: string; value: NoteRow };
  orders: { key: string; value: OrderRow; indexes: { itemKey: string; orderKey: string; unmatchedAt: number } };
  counters: { key: string; value: CounterRow };
  coverage: { key: string; value: CoverageRow };
  meta: { key: string; value: MetaRow };
}

/** Every projection may touch every list, so one write transaction spans them all. */
export const ledgerStores = ['events', 'items', 'notes', 'orders', 'counters', 'coverage', 'meta'] as const;

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
];
