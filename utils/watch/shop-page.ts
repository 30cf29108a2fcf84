import type { ItemPage, PageEvent } from '../core/events';
import type { Purchase, Reading } from '../core/types';
import { plainUrl, zoneMinutesAt, type PageDoor } from './door';
import { landingRow } from './rows';
import { shutdownRegistry, type Shutdown } from './shutdown';
import { rowBase, type TabPlace } from './visit';

/** What the platforms' readers give to the watcher. */
export interface ShopReader {
  readItem: (url: string, document: Document) => ItemPage | undefined;
  isOrderPage: (url: string) => boolean;
  readOrders: (url: string, document: Document) => Reading<Purchase>;
}

export interface ShopDoor extends PageDoor {
  /** How many order lines were taken; undefined when they were not. */
  sendOrders: (orders: {
    at: number;
    zoneMinutes: number;
    purchases: Purchase[];
    unread: Reading<Purchase>['unread'];
  }) => Promise<number | undefined>;
}

/** Order lists fill in bursts: between two readings at least this long, and always one after the last change. */
const restMs = 500;

/** Reads the one shop page this document shows: the item that was landed on, or the person's own orders. */
export class ShopWatcher {
  readonly #door: ShopDoor;
  readonly #reader: ShopReader;
  readonly #shutdown: Shutdown;
  readonly #visit: { id: string; url: string; sent: Set<string> };
  #place: TabPlace = {};
  #readAt = 0;
  #timer: number | undefined;
  #ordersTold = '';
  #orders: Reading<Purchase> | undefined;

  constructor(door: ShopDoor, reader: ShopReader) {
    this.#door = door;
    this.#reader = reader;
    this.#shutdown = shutdownRegistry(door.isConnected);
    this.#visit = { id: crypto.randomUUID(), url: plainUrl(door.window.location), sent: new Set() };
  }

  async start(): Promise<void> {
    const { window } = this.#door;
    const observer = new MutationObserver(() => this.#readSoon());
    observer.observe(window.document, { childList: true, subtree: true });
    this.#shutdown.onEnd(() => observer.disconnect());
    this.#shutdown.onEnd(() => window.clearTimeout(this.#timer));
    this.#shutdown.listen(window, ['DOMContentLoaded', 'load'], () => this.#readSoon());
    this.#shutdown.listen(window, ['pagehide'], () => this.#onLeave());
    // A landing is joined to its click by tab: worth the moment, since the page is still loading.
    this.#place = await this.#door.hello();
    this.#readSoon();
  }

  #base() {
    return rowBase(this.#door, this.#visit, this.#place);
  }

  #readSoon(): void {
    if (!this.#door.isConnected()) return this.#shutdown.end();
    if (this.#door.now() - this.#readAt >= restMs) return this.#read();
    this.#timer ??= this.#door.window.setTimeout(() => this.#read(), restMs);
  }

  #read(): void {
    const { window } = this.#door;
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    // Half a page says half a thing; nothing is read before the markup is whole.
    if (window.document.readyState === 'loading' || !this.#door.isRecording()) return;
    this.#readAt = this.#door.now();
    if (this.#reader.isOrderPage(window.location.href)) return this.#readOrders();
    const item = this.#reader.readItem(window.location.href, window.document);
    this.#send(landingRow(this.#visit, this.#base(), item));
  }

  #readOrders(): void {
    const { location, document } = this.#door.window;
    const orders = this.#reader.readOrders(location.href, document);
    this.#orders = orders;
    const says = JSON.stringify(orders.found);
    if (orders.found.length === 0 || says === this.#ordersTold) return;
    this.#ordersTold = says;
    const at = this.#door.now();
    const message = { at, zoneMinutes: zoneMinutesAt(at), purchases: orders.found, unread: orders.unread };
    // Not on disk, since order ids are in it: when nobody took it, the next reading tells it again.
    void this.#door.sendOrders(message).then((taken) => {
      if (taken === undefined) this.#ordersTold = '';
      if (taken === undefined) this.#readSoon();
    });
  }

  #send(row: Parameters<PageDoor['send']>[0][number] | undefined): void {
    if (row && this.#door.isRecording()) this.#door.send([row]);
  }

  /** What could not be read is counted once, as the page stood in the end. */
  #onLeave(): void {
    this.#read();
    if (!this.#orders) return;
    const unread = this.#orders.unread.slice(0, 200);
    const base = this.#base();
    const where = new URL(this.#visit.url).hostname;
    this.#send({ ...base, id: `p:${this.#visit.id}`, type: 'page', where, kind: 'orders', unread } satisfies PageEvent);
  }
}
