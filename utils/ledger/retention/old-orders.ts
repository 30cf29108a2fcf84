import type { MatchEvent, PurchaseEvent, SignalEvent } from '../../core/events';
import { Groups } from '../../core/groups';
import { shopsOfOrder, type ShopOrder } from './shops';

interface Reading {
  id: string;
  at: number;
  orderKey: string;
  placedAt?: number | undefined;
  itemKey?: string | undefined;
  shops: readonly string[];
}

interface Order {
  ids: string[];
  itemKeys: string[];
  shops: string[];
  /** When it was placed or paid, as far as any reading says. */
  placedAt?: number;
  /** When it was last read. */
  readAt: number;
}

/** Orders and how old they are: by when they were placed, and where nothing says so by when they were last read. */
export class OldOrders {
  readonly #groups = new Groups();
  readonly #readings: Reading[] = [];
  /** The person's words on lines of orders, which go with their orders. */
  readonly #words: MatchEvent[] = [];

  meet(event: PurchaseEvent): void {
    const { id, at, orderKey, otherKeys = [], partOf = orderKey, purchase } = event;
    const { itemKey, orderedAt, paidAt } = purchase;
    this.#readings.push({ id, at, orderKey, itemKey, shops: shopsOfOrder(event), placedAt: orderedAt ?? paidAt });
    for (const key of [...otherKeys, partOf]) this.#groups.join(key, orderKey);
  }

  /** What the order's own page told, which names no item: it was open when the thing was done. */
  meetTold({ id, at }: SignalEvent, orderKey: string): void {
    this.#readings.push({ id, at, orderKey, shops: [], placedAt: at });
  }

  meetWord(word: MatchEvent): void {
    this.#words.push(word);
  }

  /** An order goes whole or not at all. */
  part(cutoff: number): { gone: string[]; keptItems: string[]; kept: ShopOrder[] } {
    const orders = [...this.#list().values()];
    const timeOf = ({ placedAt, readAt }: Order) => placedAt ?? readAt;
    const kept = orders.filter((order) => timeOf(order) >= cutoff);
    return {
      gone: orders.filter((order) => timeOf(order) < cutoff).flatMap(({ ids }) => ids),
      keptItems: kept.flatMap(({ itemKeys }) => itemKeys),
      kept: kept.map((order) => ({ shops: order.shops, at: timeOf(order) })),
    };
  }

  #list(): Map<string, Order> {
    const orders = new Map<string, Order>();
    for (const { id, at, orderKey, itemKey, ...reading } of this.#readings) {
      const name = this.#groups.nameOf(orderKey);
      const { ids, itemKeys, shops, ...times } = orders.get(name) ?? { ids: [], itemKeys: [], shops: [], readAt: at };
      const placedAt = latest(times.placedAt, reading.placedAt);
      orders.set(name, {
        ids: [...ids, id],
        itemKeys: itemKey === undefined ? [...itemKeys] : [...itemKeys, itemKey],
        shops: [...shops, ...reading.shops],
        readAt: Math.max(times.readAt, at),
        ...(placedAt !== undefined && { placedAt }),
      });
    }
    this.#addWords(orders);
    return orders;
  }

  #addWords(orders: ReadonlyMap<string, Order>): void {
    for (const { id, line, item, word } of this.#words) {
      const order = orders.get(this.#groups.nameOf(line.split(':', 2).join(':')));
      order?.ids.push(id);
      if (item !== undefined && word === 'same') order?.itemKeys.push(item);
    }
  }
}

function latest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}
