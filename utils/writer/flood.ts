/**
 * Messages that one tab may send: many at once, as when a long list is told, and in the long run more than anybody reads.
 * What passes this is a page that makes our script talk, such as one that changes its address all the time.
 */
export const floodCap = { atOnce: 2_000, perSecond: 5 };

export type FloodGate = ReturnType<typeof floodGate>;

/** Counts the messages of each tab, whatever number of rows they hold. In memory alone: a worker's life is short. */
export function floodGate(now: () => number) {
  const tabs = new Map<number, { left: number; at: number }>();
  const refill = (tab: number) => {
    const at = now();
    const before = tabs.get(tab) ?? { left: floodCap.atOnce, at };
    const seconds = Math.max(0, at - before.at) / 1_000; // a clock that was put back gives nothing
    const after = { left: Math.min(floodCap.atOnce, before.left + seconds * floodCap.perSecond), at };
    tabs.set(tab, after);
    return after;
  };
  return {
    /** Counts a message, and says whether it may come in. */
    admits: (tab: number): boolean => {
      const bucket = refill(tab);
      const isOpen = bucket.left >= 1;
      if (isOpen) bucket.left -= 1;
      return isOpen;
    },
    /** Whether rows of this tab have to wait; asked for those that come by the queue. */
    isShut: (tab: number | undefined): boolean => tab !== undefined && tabs.has(tab) && refill(tab).left < 1,
  };
}
