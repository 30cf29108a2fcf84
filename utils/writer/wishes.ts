import type { LedgerEvent } from '../core/events';
import type { OwnMessage, SeenLink } from '../messages/protocol';

type Wish = Extract<OwnMessage, { type: 'want' | 'mark' }>;

interface Moment {
  at: number;
  zoneMinutes: number;
}

/** The note and the link that the page in front shows, for an item the ledger has no row of. */
function seenEvents({ site, url, note, link }: SeenLink, moment: Moment): LedgerEvent[] {
  const base = { ...moment, visit: 'popup', url, site };
  const id = `s:${site}:${note.id}:${link.surface}:${link.link.key}`;
  return [
    { ...base, id: crypto.randomUUID(), type: 'note', note },
    { ...base, ...link, id, type: 'sighting', noteId: note.id, ruleVersion: 'popup' },
  ];
}

/** The person's word as events; what they saw comes first, so that the word finds its item. */
export function readWish({ seen, ...wish }: Wish, now: number): LedgerEvent[] {
  const moment = { at: now, zoneMinutes: -new Date(now).getTimezoneOffset() };
  const word: LedgerEvent = { ...moment, id: crypto.randomUUID(), ...wish };
  return [...(seen ? seenEvents(seen, moment) : []), word];
}
