import type { LedgerEvent } from '../core/events';
import type { SeenOn } from '../core/seen-on';
import { sightingId } from '../core/sightings';
import type { OwnMessage } from '../messages/protocol';

/** What the person says of one item, or of one line of an order. */
type Wish = Extract<
  OwnMessage,
  { type: 'want' | 'mark' | 'tag' | 'remark' | 'group' | 'why' | 'outcome' | 'cool' | 'match' }
>;

interface Moment {
  at: number;
  zoneMinutes: number;
}

/** The note and the link that the page in front shows, for an item the ledger has no row of. */
function seenEvents({ site, url, note, link, ruleVersion = 'unknown' }: SeenOn, moment: Moment): LedgerEvent[] {
  const base = { ...moment, visit: 'popup', url, site, ruleVersion };
  const id = sightingId({ site, noteId: note.id, ...link });
  return [
    { ...base, id: crypto.randomUUID(), type: 'note', note },
    { ...base, ...link, id, type: 'sighting', noteId: note.id },
  ];
}

/** The person's word as events; what they saw comes first, so that the word finds its item. */
export function readWish(wish: Wish, now: number): LedgerEvent[] {
  const moment = { at: now, zoneMinutes: -new Date(now).getTimezoneOffset() };
  if (!('seen' in wish)) return [{ ...moment, id: crypto.randomUUID(), ...wish }];
  const { seen, ...word } = wish;
  return [...(seen ? seenEvents(seen, moment) : []), { ...moment, id: crypto.randomUUID(), ...word }];
}
