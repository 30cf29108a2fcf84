import * as v from 'valibot';
import type { PageSideEvent } from '../core/events';
import type { HelloMessage } from '../messages/protocol';
import type { SettingsArea } from '../settings';
import { oneAtATime } from './one-at-a-time';

const visitsKey = 'open-visits';

/** More tabs than anybody has in front; the oldest are forgotten. */
const mostVisits = 200;

const openVisits = v.array(v.object({ visit: v.string(), tab: v.number() }));
type OpenVisit = v.InferOutput<typeof openVisits>[number];

export type VisitBook = ReturnType<typeof visitBook>;

/**
 * Which visits are in front of the person. When the process of a page crashes, nobody is left to tell what was on screen;
 * that a visit had begun and its end never came is all that can be known. In memory alone, as long as the browser runs.
 * @param session session storage; without it nothing is noticed, and what is recorded still is
 */
export function visitBook(session: SettingsArea) {
  const inTurn = oneAtATime();
  const read = async (): Promise<OpenVisit[]> => {
    const stored = await session.get(visitsKey).catch(() => ({ [visitsKey]: [] }));
    const result = v.safeParse(openVisits, stored[visitsKey]);
    return result.success ? result.output : [];
  };
  const change = (step: (open: OpenVisit[]) => OpenVisit[]) =>
    inTurn(async () => {
      const before = await read();
      const after = step(before);
      if (after.length !== before.length) await session.set({ [visitsKey]: after }).catch(() => undefined);
    });
  return {
    /** A page says which visit it shows, or that nobody sees it now: then it has told all there is. */
    note: (tab: number, { id: visit, inFront }: NonNullable<HelloMessage['visit']>) =>
      change((open) => {
        const others = open.filter((each) => each.visit !== visit);
        return inFront ? [...others, { visit, tab }].slice(-mostVisits) : others;
      }),
    /** These rows tell ends. */
    end: (rows: readonly PageSideEvent[]) => {
      const ended = new Set(rows.flatMap((row) => (row.type === 'page' ? [row.visit] : [])));
      return ended.size === 0 ? Promise.resolve() : change((open) => open.filter(({ visit }) => !ended.has(visit)));
    },
    /** A switch was turned: ends of what is excluded now are not told, and that is no crash. */
    forget: () => change(() => []),
    /**
     * Takes out the visits that went away without an end: their tab is gone, or shows another one.
     * @returns how many
     */
    async takeLost(hasTab: (tab: number) => Promise<boolean>): Promise<number> {
      const open = await read();
      const there = await Promise.all(open.map(({ tab }) => hasTab(tab)));
      const isLast = ({ tab }: OpenVisit, place: number) => open.findLastIndex((each) => each.tab === tab) === place;
      const lost = new Set(
        open.filter((each, place) => !there[place] || !isLast(each, place)).map(({ visit }) => visit),
      );
      await change((now) => now.filter(({ visit }) => !lost.has(visit)));
      return lost.size;
    },
  };
}
