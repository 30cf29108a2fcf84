import type { LandingEvent, PurchaseEvent, ShopEvent } from '../../core/events';
import { DAY_MS } from '../../core/retention';

/** The longest time between a click and the order that it is credited with (audit.md: windows of 1, 7, 14 and 30 days). */
const longestCreditMs = 30 * DAY_MS;

/** An order that stays, at its shop. */
export interface ShopOrder {
  shops: readonly string[];
  at: number;
}

/**
 * Whose things are sold where, as far as shop pages and orders say. An order may come from another thing of the same
 * shop that was followed shortly before: then that way stays with it.
 */
export class Shops {
  readonly #shopsOf = new Map<string, Set<string>>();
  readonly #follows: { name: string; at: number }[] = [];

  /** A link or an item, by its own name, turns out to be of these shops. */
  meet(name: string, shops: readonly string[]): void {
    const known = this.#shopsOf.get(name) ?? new Set();
    for (const shop of shops) known.add(shop);
    this.#shopsOf.set(name, known);
  }

  follow(name: string, at: number): void {
    this.#follows.push({ name, at });
  }

  /** What was followed before one of these orders, at its shop. @param nameOf one name for all that mean the same */
  listLeading(orders: readonly ShopOrder[], nameOf: (name: string) => string): string[] {
    const shops = new Map<string, Set<string>>();
    for (const [name, own] of this.#shopsOf)
      shops.set(nameOf(name), new Set([...(shops.get(nameOf(name)) ?? []), ...own]));
    const times = new Map<string, number[]>();
    for (const { shops: at, at: time } of orders)
      for (const shop of at) times.set(shop, [...(times.get(shop) ?? []), time]);
    const isCredited = ({ name, at }: { name: string; at: number }) =>
      [...(shops.get(nameOf(name)) ?? [])].some((shop) =>
        times.get(shop)?.some((time) => at <= time && time - at <= longestCreditMs),
      );
    return this.#follows.filter(isCredited).map(({ name }) => name);
  }
}

/** A shop by its name: on its platform, and in the item space where its items are known, which two houses may share. */
function shopsNamed(name: string | undefined, places: readonly (string | undefined)[]): string[] {
  if (name === undefined || name === '') return [];
  return places.flatMap((place) => (place === undefined ? [] : [`${place} ${name}`]));
}

function spaceOf(itemKey: string | undefined): string | undefined {
  return itemKey?.slice(0, itemKey.indexOf(':'));
}

export function shopsOfLanding({ shop, platform, itemKey }: LandingEvent): string[] {
  return shopsNamed(shop, [platform, spaceOf(itemKey)]);
}

export function shopsOfShop({ name, platform }: ShopEvent): string[] {
  return shopsNamed(name, [platform]);
}

export function shopsOfOrder({ purchase: { shop, platform, itemKey } }: PurchaseEvent): string[] {
  return shopsNamed(shop, [platform, spaceOf(itemKey)]);
}
