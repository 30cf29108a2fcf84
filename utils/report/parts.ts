import type { NamedShare } from '../core/density-report';
import { sum } from '../core/numbers';
import { estimateOf } from '../density/estimate';

/** Counts by name, whose shares are all of one whole; names need not be known beforehand. */
export class Parts {
  readonly #sessions = new Map<string, Record<string, number>>();

  /** @param name of no part where it is undefined: it is in the whole alone */
  add(session: string, name: string | undefined): void {
    const own = this.#sessions.get(session) ?? {};
    this.#sessions.set(session, own);
    own[name ?? ''] = (own[name ?? ''] ?? 0) + 1;
  }

  /** By session: how many of each name. */
  get sessions(): Readonly<Record<string, number>>[] {
    return [...this.#sessions.values()];
  }

  /** Each part of the whole with its interval over sessions, the largest first. */
  shares(): NamedShare[] {
    const sessions = this.sessions.map((own) => ({ own, units: sum(Object.values(own)) }));
    const totals: Record<string, number> = {};
    for (const { own } of sessions) for (const [name, n] of Object.entries(own)) totals[name] = (totals[name] ?? 0) + n;
    return Object.entries(totals)
      .filter(([name]) => name !== '')
      .sort(([, a], [, b]) => b - a)
      .map(([name]) => ({
        name,
        share: estimateOf(sessions.map(({ own, units }) => ({ ads: own[name] ?? 0, units }))),
      }));
  }
}
