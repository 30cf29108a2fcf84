import type { Purchase, Reading } from '../core/types';

/** What is beyond is not read: nobody turns that many pages of orders in one visit. */
const answersAtMost = 60;
const ordersAtMost = 2_000;
const lettersAtMost = 2_000_000;

type AnswerReader = (address: string, text: string) => Reading<Purchase> | undefined;
type OrderFinder = (lines: readonly Purchase[]) => boolean;

interface CopiedOrder {
  lines: Purchase[];
  /** The page has shown it once; a list may take its rows away again. */
  isShown: boolean;
}

function linesByOrder(found: readonly Purchase[]): Map<string, Purchase[]> {
  const orders = new Map<string, Purchase[]>();
  for (const line of found) orders.set(line.orderId, [...(orders.get(line.orderId) ?? []), line]);
  return orders;
}

function isTimed({ orderedAt }: Purchase): boolean {
  return orderedAt !== undefined;
}

/**
 * The answers that a page has loaded, as the copier in the page's own world hands them over. Whatever comes is the page's
 * own word: it is read like any page, and an order in it counts only once the page shows that order.
 */
export class CopiedAnswers {
  readonly #readAnswer: AnswerReader;
  readonly #orders = new Map<string, CopiedOrder>();
  readonly #unread: Reading<Purchase>['unread'] = [];
  #skipped = 0;
  #taken = 0;

  constructor(readAnswer: AnswerReader) {
    this.#readAnswer = readAnswer;
  }

  /** @returns whether it was an answer that this page may tell of */
  take(message: string): boolean {
    const end = message.indexOf('\n');
    if (this.#taken >= answersAtMost || end < 0) return false;
    const isHuge = message.length > lettersAtMost;
    const reading = this.#readAnswer(message.slice(0, end), isHuge ? '' : message.slice(end + 1));
    if (!reading) return false;
    this.#taken += 1;
    this.#unread.push(...reading.unread);
    this.#skipped += reading.skipped;
    for (const [orderId, lines] of linesByOrder(reading.found)) this.#keep(orderId, lines);
    return true;
  }

  #keep(orderId: string, lines: Purchase[]): void {
    const known = this.#orders.get(orderId);
    if (!known && this.#orders.size >= ordersAtMost)
      return void this.#unread.push({ where: 'answer', reason: 'shape' });
    this.#orders.set(orderId, { lines, isShown: known?.isShown ?? false });
  }

  /** Which orders the page shows by now. What is known to be on it is asked for first: a row shows one order. */
  #look(own: readonly Purchase[], isShown: OrderFinder): void {
    const orders = [...this.#orders.values()];
    const waiting = orders.filter((order) => !order.isShown);
    if (waiting.length === 0) return;
    const known = [...linesByOrder(own).values(), ...orders.filter((order) => order.isShown).map(({ lines }) => lines)];
    for (const lines of known) isShown(lines);
    for (const order of waiting) order.isShown = isShown(order.lines);
  }

  /**
   * The page's own reading, which goes first, and what the answers add to it. An order that the page tells without its time
   * is one that was read off its rows: the answer that they were made of tells more.
   */
  addTo(page: Reading<Purchase>, isShown: OrderFinder): Reading<Purchase> {
    if (this.#taken === 0) return page;
    const own = new Set(page.found.map(({ orderId }) => orderId));
    const timed = new Set(page.found.filter(isTimed).map(({ orderId }) => orderId));
    const added = [...this.#orders].filter(
      ([id, { lines }]) => !own.has(id) || (!timed.has(id) && lines.some(isTimed)),
    );
    this.#look(page.found, isShown);
    const shown = new Map(added.filter(([, order]) => order.isShown));
    const hidden = added.filter(([id, order]) => !order.isShown && !own.has(id));
    return {
      found: [
        ...page.found.filter(({ orderId }) => !shown.has(orderId)),
        ...[...shown.values()].flatMap(({ lines }) => lines),
      ],
      unread: [
        // A page of no known form whose answers are known is no unknown page.
        ...page.unread.filter(({ reason }) => reason !== 'unknown-form'),
        ...this.#unread,
        ...hidden.map((_order, index) => ({ where: `unshown[${String(index)}]`, reason: 'no-data' as const })),
      ],
      skipped: page.skipped + this.#skipped,
    };
  }
}
