import type { LedgerEvent, SightingEvent, StoredEvent } from '../../core/events';
import { itemKeyOf } from '../projections/items';
import type { readAliases } from './names';

export type StoredSighting = SightingEvent & { seq: number };

interface ItemLife {
  /** Where the first sighting stands that goes, when none that stays came before. */
  lostAt?: number;
  /** The first sighting that stays. */
  kept?: StoredSighting;
  /** Something was done with the item in between. */
  isNeeded?: true;
}

/**
 * An item that was seen on two notes keeps what the person said of it when the first note goes: the first sighting that
 * stays takes the place of the first that goes, in the order of writing. Its own time it keeps.
 */
export class Heirs {
  readonly #lives = new Map<string, ItemLife>();
  readonly #aliases: Awaited<ReturnType<typeof readAliases>>;
  /** Items that lose a sighting or a click. */
  readonly touched = new Set<string>();

  constructor(aliases: Awaited<ReturnType<typeof readAliases>>) {
    this.#aliases = aliases;
  }

  /** The item an event is about, as links are understood now. */
  itemOf(event: LedgerEvent): string | undefined {
    const key = namedBy(event);
    return key === undefined ? undefined : (this.#aliases.get(key) ?? key);
  }

  /** To be called in the order of writing. */
  meet(event: StoredEvent, isTaken: boolean): void {
    if (event.type === 'sighting' && event.again) return; // no list rests on it
    const key = this.itemOf(event);
    if (key === undefined) return;
    const life = this.#lives.get(key) ?? {};
    this.#lives.set(key, life);
    if (isTaken) {
      if (event.type === 'sighting' || event.type === 'click') this.touched.add(key);
      if (event.type === 'sighting' && !life.kept) life.lostAt ??= event.seq;
    } else if (event.type === 'sighting') life.kept ??= event;
    else if (life.lostAt !== undefined && !life.kept) life.isNeeded = true;
  }

  /** By the place that it takes. */
  list(): Map<number, StoredSighting> {
    const heirs = new Map<number, StoredSighting>();
    for (const { lostAt, kept, isNeeded } of this.#lives.values()) {
      if (lostAt !== undefined && kept && isNeeded) heirs.set(lostAt, kept);
    }
    return heirs;
  }
}

function namedBy(event: LedgerEvent): string | undefined {
  switch (event.type) {
    case 'sighting':
      return itemKeyOf(event.link);
    case 'click':
      return itemKeyOf(event.link) ?? event.link.key; // a shop that was opened rests on the click alone
    case 'shop':
      return event.key;
    case 'landing':
    case 'signal':
      return event.itemKey;
    case 'want':
    case 'mark':
    case 'tag':
    case 'remark':
    case 'group':
    case 'why':
    case 'outcome':
    case 'cool':
      return event.key;
    case 'note':
    case 'collect':
    case 'page':
    case 'purchase':
    case 'match':
      return undefined;
  }
}
