import type { MatchEvent, PurchaseEvent, SignalEvent } from '../../core/events';
import { isOfWholeOrder } from '../../core/purchases';

interface Reading {
  id: string;
  title: string;
  namesItem: boolean;
  isOfWhole: boolean;
  isTaken: boolean;
  /** Taken for what it names, and not for when it was read. */
  isMeant: boolean;
}

/** How a row is taken: at all, and for what it names. */
interface Taking {
  reading: boolean;
  named: boolean;
}

interface Order {
  /** Under each device's key that it was read with. */
  keys: Set<string>;
  readings: Reading[];
  /** Ids of what the order's own page told. */
  told: string[];
  isWhole: boolean;
  /** Ids of the person's words on its lines. */
  words: string[];
  /** Lines that the person has said to be of what goes. */
  matched: Set<string>;
}

/**
 * What order pages and bills said, by order. A form that names no item says which line it means by the title alone, or
 * not at all: it has to go with the line that it may mean.
 */
export class OrderLines {
  readonly #orders = new Map<string, Order>();

  /** @param taken whether this reading goes; whether the whole order does, whatever its other readings say */
  add(
    { id, orderKey, otherKeys = [], partOf = orderKey, purchase }: PurchaseEvent,
    taken: Taking & { order: boolean },
  ): void {
    const order = this.#join([orderKey, ...otherKeys, partOf]);
    const { title, itemKey } = purchase;
    const isOfWhole = isOfWholeOrder(purchase);
    const kind = { namesItem: itemKey !== undefined, isOfWhole };
    order.readings.push({ id, title, ...kind, isTaken: taken.reading, isMeant: taken.named });
    order.isWhole ||= taken.order;
  }

  /** What the order's own page told goes once no reading of the order is left. */
  addTold({ id, orderKey }: SignalEvent): void {
    if (orderKey !== undefined) this.#join([orderKey]).told.push(id);
  }

  /** To be called in the order of writing: a word may take back another. */
  addWord({ id, line, item, word }: MatchEvent, taken: Taking): void {
    const order = this.#join([line.split(':', 2).join(':')]);
    order.words.push(id);
    if (!taken.named) return;
    const pair = `${line} ${item ?? ''}`;
    if (word === 'same') order.matched.add(pair);
    else order.matched.delete(pair);
  }

  /** Ids of all that goes. */
  listTaken(): string[] {
    return [...new Set(this.#orders.values())].flatMap(listTakenOf);
  }

  /** Orders that turned out to be one are one from here on. */
  #join(keys: readonly string[]): Order {
    const known = new Set(keys.flatMap((key) => this.#orders.get(key) ?? []));
    const order: Order = {
      keys: new Set([...keys, ...[...known].flatMap((each) => [...each.keys])]),
      readings: [...known].flatMap(({ readings }) => readings),
      told: [...known].flatMap(({ told }) => told),
      isWhole: [...known].some(({ isWhole }) => isWhole),
      words: [...known].flatMap(({ words }) => words),
      matched: new Set([...known].flatMap(({ matched }) => [...matched])),
    };
    for (const key of order.keys) this.#orders.set(key, order);
    return order;
  }
}

function listTakenOf(order: Order): string[] {
  const { readings, told, words, isWhole } = order;
  const titles = new Set(readings.filter(({ isTaken }) => isTaken).map(({ title }) => title));
  const isOfTaken = isOrderOfTaken(order);
  const isMeant = ({ namesItem, isOfWhole, title }: Reading) => {
    if (namesItem) return false;
    return (isOfWhole && isOfTaken) || (titles.size > 0 && (title === '' || titles.has(title)));
  };
  const taken = readings.filter((each) => isWhole || each.isTaken || isMeant(each)).map(({ id }) => id);
  const isGone = readings.length > 0 && taken.length === readings.length;
  return isGone ? [...taken, ...told, ...words] : taken;
}

/** Whether an order is of nothing but what goes: then what a bill says of it goes too, by whatever title. */
function isOrderOfTaken({ readings, matched }: Order): boolean {
  const naming = readings.filter(({ namesItem }) => namesItem);
  return naming.length > 0 ? naming.every(({ isMeant }) => isMeant) : matched.size > 0;
}
