import * as v from 'valibot';
import type { PageSideEvent } from '../core/events';
import type { SettingsArea } from '../settings';
import { oneAtATime } from './one-at-a-time';

const countsKey = 'links-on-note';

/** More tabs than anybody keeps open; past them the longest unseen is forgotten. */
const mostTabs = 200;

const kept = v.array(v.object({ tab: v.number(), visit: v.string(), links: v.array(v.string()) }));
type Kept = v.InferOutput<typeof kept>[number];

/**
 * Counts the shop links that each tab's note has shown, each target once.
 * @param area session storage: the worker sleeps between two rows, and tabs are numbered anew with each run
 */
export function linkCounts(area: SettingsArea) {
  const inTurn = oneAtATime();
  const read = async (): Promise<Kept[]> => {
    const result = v.safeParse(kept, (await area.get(countsKey))[countsKey]);
    return result.success ? result.output : [];
  };
  const add = async (tab: number, rows: readonly PageSideEvent[]): Promise<number> => {
    const all = await read();
    const before = all.find((each) => each.tab === tab) ?? { tab, visit: '', links: [] };
    const after = rows.reduce(counted, before);
    await area.set({ [countsKey]: [...all.filter((each) => each.tab !== tab), after].slice(-mostTabs) });
    return after.links.length;
  };
  return {
    /** @returns how many links the note in this tab has shown so far; undefined where the rows say nothing of it */
    take: async (tab: number, rows: readonly PageSideEvent[]): Promise<number | undefined> => {
      const isTold = rows.some(({ type }) => type === 'sighting' || type === 'page');
      return isTold ? inTurn(() => add(tab, rows)) : undefined;
    },
    countOf: async (tab: number): Promise<number> => {
      const links = (await read()).find((each) => each.tab === tab)?.links ?? [];
      return links.length;
    },
  };
}

/** The end of a visit may be told after the next one has begun: then it says nothing of that one. */
function counted(before: Kept, row: PageSideEvent): Kept {
  const isSame = row.visit === before.visit;
  if (row.type === 'page') return isSame ? { ...before, links: [] } : before;
  if (row.type !== 'sighting') return before;
  const links = new Set([...(isSame ? before.links : []), row.link.key]);
  return { ...before, visit: row.visit, links: [...links] };
}
