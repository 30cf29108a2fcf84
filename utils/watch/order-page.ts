import type { PageEvent } from '../core/events';
import type { Purchase, Reading } from '../core/types';
import { zoneMinutesAt, type PageDoor } from './door';
import { PageWatcher } from './page-watcher';

export interface OrderDoor extends PageDoor {
  /** How many order lines were taken; undefined when they were not. */
  sendOrders: (orders: {
    at: number;
    zoneMinutes: number;
    purchases: Purchase[];
    unread: Reading<Purchase>['unread'];
  }) => Promise<number | undefined>;
}

type OrderReader = (url: string, document: Document) => Reading<Purchase>;

/** The person's own orders, as their page lists them. */
export class OrderWatcher extends PageWatcher {
  readonly #door: OrderDoor;
  readonly #readOrders: OrderReader;
  #told = '';
  #orders: Reading<Purchase> | undefined;

  constructor(door: OrderDoor, readOrders: OrderReader) {
    super(door);
    this.#door = door;
    this.#readOrders = readOrders;
  }

  protected override read(): void {
    const { location, document } = this.#door.window;
    this.#orders = this.#readOrders(location.href, document);
    const { found, unread } = this.#orders;
    const says = JSON.stringify(found);
    if (found.length === 0 || says === this.#told) return;
    this.#told = says;
    const at = this.#door.now();
    // Not on disk, since order ids are in it: when nobody took it, the next reading tells it again.
    void this.#door.sendOrders({ at, zoneMinutes: zoneMinutesAt(at), purchases: found, unread }).then((taken) => {
      if (taken !== undefined) return;
      this.#told = '';
      this.readSoon();
    });
  }

  /** What could not be read is counted once, as the page stood in the end. */
  protected override atEnd(): PageEvent | undefined {
    if (!this.#orders) return undefined;
    const where = new URL(this.visit.url).hostname;
    const unread = this.#orders.unread.slice(0, 200);
    return { ...this.base(), id: `p:${this.visit.id}`, type: 'page', where, kind: 'orders', unread };
  }
}
