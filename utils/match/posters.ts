import type { SightingEvent } from '../core/events';
import type { PostersReport, PosterRole } from '../core/posters';
import { quantile } from '../core/numbers';
import { readAskDelay } from '../core/shown-times';

/** Who put links into comments, and whether anybody had asked: from the sightings themselves, since no list holds it. */
export function postersTally() {
  const roles = new Map<PosterRole, number>();
  const asked = { thread: 0, note: 0, nobody: 0 };
  const notesOf = new Map<string, Set<string>>();
  const delays: number[] = [];
  let links = 0;
  return {
    add(sighting: Sighting): void {
      if (sighting.surface !== 'blue-link' || sighting.noteId === undefined) return;
      links += 1;
      const role = roleOf(sighting.poster);
      roles.set(role, (roles.get(role) ?? 0) + 1);
      asked[sighting.asked?.where ?? 'nobody'] += 1;
      const delay = readAskDelay(sighting, sighting.at, sighting.zoneMinutes);
      if (delay) delays.push((delay.leastMs + delay.mostMs) / 2);
      const notes = notesOf.get(sighting.link.key) ?? new Set();
      notesOf.set(sighting.link.key, notes.add(sighting.noteId));
    },
    end(): PostersReport {
      const repeated = [...notesOf.values()].filter(({ size }) => size > 1).length;
      const delay = { n: delays.length, medianMs: quantile(delays, 0.5) };
      return { links, roles: Object.fromEntries(roles), asked, delay, repeated };
    },
  };
}

type Sighting = Pick<SightingEvent, 'surface' | 'poster' | 'asked' | 'link' | 'noteId' | 'at' | 'zoneMinutes'>;

/** The page marks some commenters as having bought the thing. */
function roleOf(poster: SightingEvent['poster']): PosterRole {
  if (!poster) return 'unknown';
  return poster.role === 'other_user' && poster.buyer ? 'buyer' : poster.role;
}
