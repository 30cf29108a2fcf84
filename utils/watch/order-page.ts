import type { OrderSignal, PageEvent } from '../core/events';
import { joinAlike } from '../core/purchases';
import type { Purchase, Reading } from '../core/types';
import { CopiedAnswers } from './copied-answers';
import { zoneMinutesAt, type PageDoor } from './door';
import { PageWatcher } from './page-watcher';
import { siteOf } from './rows';

/** A message of more than 500 lines is turned away whole. */
const linesAtOnce = 200;
const triesAtMost = 5;
const firstWaitMs = 1_000;

export interface OrderDoor extends PageDoor {
  /** How many order lines were taken; undefined when they were not. */
  sendOrders: (orders: {
    at: number;
    zoneMinutes: number;
    purchases: Purchase[];
    signals?: OrderSignal[];
  }) => Promise<number | undefined>;
}

/** What is known of order pages; the watcher knows no form itself. */
export interface OrderReader {
  readPage: (url: string, document: Document) => Reading<Purchase>;
  /** What an answer holds that the page has loaded; undefined for what is no answer of its shop. */
  readAnswer: (page: string, address: string, text: string) => Reading<Purchase> | undefined;
  readSignals: (address: string) => OrderSignal[];
  /** Tells whether the page shows the lines of an order. */
  finderOn: (document: Document) => (lines: readonly Purchase[]) => boolean;
}

/** A page that says only that an order was placed lists none, and nothing on it is unread. */
const nothing: Reading<Purchase> = { found: [], unread: [], skipped: 0 };

interface Told {
  purchases: Purchase[];
  signals: OrderSignal[];
}

/** The person's own orders, as their page lists them. */
export class OrderWatcher extends PageWatcher {
  readonly #door: OrderDoor;
  readonly #reader: OrderReader;
  readonly #answers: CopiedAnswers;
  /** What was taken, as text. */
  #told = '';
  /** What is being told, since when it may be told again, and how often it was. */
  #telling = { says: '', tries: 0, nextAt: 0 };
  #orders: Reading<Purchase> | undefined;

  constructor(door: OrderDoor, reader: OrderReader) {
    super(door);
    this.#door = door;
    this.#reader = reader;
    this.#answers = new CopiedAnswers((...answer) => reader.readAnswer(door.window.location.href, ...answer));
  }

  /** What the copier in the page's world has seen. */
  takeCopy(message: string): void {
    if (this.#door.isRecording() && this.#answers.take(message)) this.readSoon();
  }

  protected override read(): void {
    const { location, document } = this.#door.window;
    const signals = this.#reader.readSignals(location.href);
    const page = signals.length > 0 ? nothing : this.#reader.readPage(location.href, document);
    this.#orders = this.#answers.addTo(page, this.#reader.finderOn(document));
    const found = joinAlike(this.#orders.found);
    const says = JSON.stringify([found, signals]);
    const isAny = found.length + signals.length > 0;
    if (isAny && says !== this.#told && this.#isDue(says)) void this.#tell(says, { purchases: found, signals });
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

  async #tell(says: string, { purchases, signals }: Told): Promise<void> {
    const telling = this.#telling;
    const at = this.#door.now();
    const base = { at, zoneMinutes: zoneMinutesAt(at) };
    const parts = Array.from({ length: Math.ceil(purchases.length / linesAtOnce) }, (_part, index) =>
      purchases.slice(index * linesAtOnce, (index + 1) * linesAtOnce),
    );
    const messages = [
      ...parts.map((part) => ({ ...base, purchases: part })),
      ...(signals.length > 0 ? [{ ...base, purchases: [], signals }] : []),
    ];
    // All at once, not one after the other: the page may be on its way out.
    const taken = await Promise.all(messages.map((message) => this.#door.sendOrders(message)));
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
