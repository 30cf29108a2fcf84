import { decodePassing, healthKey, type PassingHealth } from '../core/health-decode';
import type { Trouble } from '../core/health';
import type { SettingsArea } from '../settings';

/** Where what passes is noted: in memory, so that it can be told when no disk takes anything. */
export interface PassingDoor {
  /** `storage.session`. */
  session: SettingsArea;
  /** Shows on the button that nothing can be stored, or no longer. */
  showTrouble: (trouble: Trouble | undefined) => Promise<void>;
  now: () => number;
  announce: () => void;
}

/** Where a page of rows finds no room, a single one may: a write that completes so soon after a refusal proves nothing. */
const fullLastsMs = 60_000;

export type PassingNotes = ReturnType<typeof passingNotes>;

/** Keeps the part of the ledger's health that ends with the browser. Nothing here fails: what is told is not what is done. */
export function passingNotes({ session, showTrouble, now, announce }: PassingDoor) {
  let last: Promise<PassingHealth> | undefined;
  const read = async () => decodePassing((await session.get(healthKey))[healthKey]);

  /** One after the other: two notes at once would each forget the other. */
  const change = async (step: (health: PassingHealth) => PassingHealth): Promise<void> => {
    last = (last ?? read().catch((): PassingHealth => ({ dropped: 0 }))).then(async (before) => {
      const after = step(before);
      if (after === before) return before;
      await session.set({ [healthKey]: after }).catch(() => undefined); // the button still tells
      if (after.trouble !== before.trouble) await showTrouble(after.trouble).catch(() => undefined); // the popup still tells
      announce();
      return after;
    });
    await last;
  };

  let dropped = 0;
  let refusedAt: number | undefined;
  const isFullStill = ({ kind, since }: Trouble) =>
    kind === 'full' && Math.abs(now() - (refusedAt ?? since)) < fullLastsMs;

  return {
    /** Counts a message that came too fast; those of a moment are noted together. */
    drop: async (): Promise<void> => {
      dropped += 1;
      await change((health) => {
        if (dropped === 0) return health;
        const more = dropped;
        dropped = 0;
        return { ...health, dropped: health.dropped + more };
      });
    },
    /** So many pages went away in front of the person without a word. */
    crash: (count: number) =>
      change((health) => (count === 0 ? health : { ...health, crashed: (health.crashed ?? 0) + count })),
    /** Nothing can be stored, or not for the reason that was noted. */
    trouble: (kind: Trouble['kind']) => {
      refusedAt = now();
      return change((health) =>
        health.trouble?.kind === kind ? health : { ...health, trouble: { kind, since: now() } },
      );
    },
    /** @param kinds the troubles that what was done just now has shown to be over; that there is room, not at once */
    over: (kinds: readonly Trouble['kind'][]) =>
      change((health) => {
        if (!health.trouble || !kinds.includes(health.trouble.kind) || isFullStill(health.trouble)) return health;
        const { trouble: _over, ...rest } = health;
        return rest;
      }),
  };
}
