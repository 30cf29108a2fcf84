import type { Estimate } from '../core/density-report';
import type { Cluster } from '../density/cluster';
import { estimateOf } from '../density/estimate';

interface Cell {
  clusters: Map<string, Cluster>;
  /** What was counted, where clusters hold something else. */
  units: number;
}

/**
 * Shares by name, each over its sessions. What is held is one pair of numbers for each name and session, however many rows
 * there are.
 */
export class Cells {
  readonly #cells = new Map<string, Cell>();

  /** Adds one unit of so much weight to a share, as a part of it or not. */
  add(name: string, session: string, { isPart, weight = 1 }: { isPart: boolean; weight?: number }): void {
    const cell = this.#cells.get(name) ?? { clusters: new Map<string, Cluster>(), units: 0 };
    this.#cells.set(name, cell);
    const cluster = cell.clusters.get(session) ?? { ads: 0, units: 0 };
    cell.clusters.set(session, cluster);
    cluster.units += weight;
    if (isPart) cluster.ads += weight;
    cell.units += 1;
  }

  /** Adds a whole that no part of is counted one by one. */
  addSum(name: string, session: string, { part, whole }: { part: number; whole: number }): void {
    const cell = this.#cells.get(name) ?? { clusters: new Map<string, Cluster>(), units: 0 };
    this.#cells.set(name, cell);
    const cluster = cell.clusters.get(session) ?? { ads: 0, units: 0 };
    cell.clusters.set(session, { ads: cluster.ads + part, units: cluster.units + whole });
    cell.units += whole;
  }

  get names(): string[] {
    return [...this.#cells.keys()];
  }

  estimate(name: string): Estimate {
    const cell = this.#cells.get(name);
    return estimateOf([...(cell?.clusters.values() ?? [])], cell?.units ?? 0);
  }
}
