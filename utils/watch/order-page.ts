import type { PageEvent } from '../core/events';
import type { Purchase, Reading } from '../core/types';
import { zoneMinutesAt, type PageDoor } from './door';
import { PageWatcher } from './page-watcher';
import { siteOf } from './rows';

/** A message of more than 500 lines is turned away whole. */
const linesAtOnce = 200;
const triesAtMost = 5;
const firstWaitMs = 1_000;

export interface OrderDoor extends PageDoor {
  /** How many order lines were taken; undefined when they were not. */
  sendOrders: (orders: { at: number; zoneMinutes: number; purchases: Purchase[] }) => Promise<number | undefined>;
}

type OrderReader = (url: string, document: Document) => Reading<Purchase>;

/** The person's own orders, as their page lists them. */
export class OrderWatcher extends PageWatcher {
  readonly #door: OrderDoor;
  readonly #readOrders: OrderReader;
  /** What was taken, as text. */
  #told = '';
  /** What is being told, since when it may be told again, and how often it was. */
  #telling = { says: '', tries: 0, nextAt: 0 };
  #orders: Reading<Purchase> | undefined;

  constructor(door: OrderDoor, readOrders: OrderReader) {
    super(door);
    this.#door = door;
    this.#readOrders = readOrders;
  }

  protected override read(): void {
    const { location, document } = this.#door.window;
    this.#orders = this.#readOrders(location.href, document);
    const { found } = this.#orders;
    const says = JSON.stringify(found);
    if (found.length > 0 && says !== this.#told && this.#isDue(says)) void this.#tell(says, found);
  }

  /**
   * Not on disk, since order ids are in it: what nobody took is told again, each time after twice the wait. After the
   * last try a change of the page starts anew, once the wait is over. Each reading asks here, so that it goes on when the
   * page clears our timer.
   */
  #isDue(says: string): boolean {
    const now = this.#door.now();
    const isOld = this.#telling.says === says;
    if (isOld && now < this.#telling.nextAt) return false;
    if (!isOld || this.#telling.tries === triesAtMost) this.#telling = { says, tries: 0, nextAt: 0 };
    this.#telling.nextAt = now + firstWaitMs * 2 ** this.#telling.tries;
    this.#telling.tries += 1;
    return true;
  }

  async #tell(says: string, purchases: Purchase[]): Promise<void> {
    const telling = this.#telling;
    const at = this.#door.now();
    const parts = Array.from({ length: Math.ceil(purchases.length / linesAtOnce) }, (_part, index) =>
      purchases.slice(index * linesAtOnce, (index + 1) * linesAtOnce),
    );
    const send = (part: Purchase[]) => this.#door.sendOrders({ at, zoneMinutes: zoneMinutesAt(at), purchases: part });
    // All at once, not one after the other: the page may be on its way out.
    const taken = await Promise.all(parts.map(send));
    if (telling !== this.#telling) return;
    if (!taken.includes(undefined)) this.#told = says;
    else if (telling.tries < triesAtMost)
      this.#door.window.setTimeout(() => this.readSoon(), telling.nextAt - this.#door.now());
  }

  /** What could not be read is counted once, as the page stood in the end. */
  protected override atEnd(): PageEvent | undefined {
    if (!this.#orders) return undefined;
    const where = new URL(this.visit.url).hostname;
    const unread = this.#orders.unread.slice(0, 200);
    const row = { ...this.base(), id: `p:${this.visit.id}`, url: siteOf(this.visit.url), settled: true };
    return { ...row, type: 'page', where, kind: 'orders', unread };
  }
}
