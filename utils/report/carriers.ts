import type { Estimate, Group } from '../core/density-report';
import { estimateOf } from '../density/estimate';

interface Count {
  loaded: number;
  viewable: number;
}

/** A unit, as far as a share of units needs it. */
export interface Carrier {
  session: string;
  isViewable: boolean;
}

/** Units that may carry something: what is held is two numbers for each session. */
export class Carriers {
  readonly #units = new Map<string, Count>();

  add(unit: Carrier): void {
    raise(this.#units, unit);
  }

  /**
   * How many of the units carry something, over sessions: of all that were loaded, and of those viewable.
   * @param carrying each of them that does, once
   * @param untold those of which nobody can tell: they are in no share
   */
  group(name: string, carrying: Iterable<Carrier>, untold: Iterable<Carrier> = []): Group {
    const [parts, gone] = [new Map<string, Count>(), new Map<string, Count>()];
    for (const unit of carrying) raise(parts, unit);
    for (const unit of untold) raise(gone, unit);
    const clusterOf = (of: keyof Count, [session, units]: [string, Count]) => ({
      ads: parts.get(session)?.[of] ?? 0,
      units: units[of] - (gone.get(session)?.[of] ?? 0),
    });
    const estimate = (of: keyof Count): Estimate => estimateOf([...this.#units].map((own) => clusterOf(of, own)));
    return { name, loaded: estimate('loaded'), viewable: estimate('viewable') };
  }
}

function raise(counts: Map<string, Count>, { session, isViewable }: Carrier): void {
  const own = counts.get(session) ?? { loaded: 0, viewable: 0 };
  counts.set(session, own);
  own.loaded += 1;
  own.viewable += Number(isViewable);
}
