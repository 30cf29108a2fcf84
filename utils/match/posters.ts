import type { SightingEvent } from '../core/events';
import type { PostersReport, PosterRole } from '../core/posters';
import { quantile } from '../core/numbers';
import { isAskedLater, readAskDelay } from '../core/shown-times';
import { joined, sightingId } from '../core/sightings';

/** Who put links into comments, and whether anybody had asked: from the sightings themselves, since no list holds it. */
export function postersTally() {
  const links = new Map<string, Link>();
  return {
    add(row: Sighting): void {
      const { surface, noteId, link, at, zoneMinutes } = row;
      if (surface !== 'blue-link' || noteId === undefined) return;
      const id = sightingId(row);
      const before = links.get(id);
      const known = joined<Link>(before ?? { noteId, key: link.key, isThere: false, isUnasked: false }, row);
      const delay = before?.delay ?? readAskDelay(row, at, zoneMinutes);
      const isThere = before?.isThere === true || !row.again;
      const isUnasked = before?.isUnasked === true || isAskedLater(row, at, zoneMinutes);
      links.set(id, { ...known, isThere, isUnasked, ...(delay && { delay }) });
    },
    end: () => reportOf([...links.values()].filter(({ isThere }) => isThere)),
  };
}

/** A link of which every row was met; of its times the first that can be read are told. */
interface Link extends Pick<SightingEvent, 'poster' | 'asked'> {
  noteId: string;
  key: string;
  /** Its own row was met: one that only knows more of a link is none. */
  isThere: boolean;
  /** Who asks on its page did so when it was there: it answers nobody. */
  isUnasked: boolean;
  delay?: ReturnType<typeof readAskDelay>;
}

function reportOf(links: readonly Link[]): PostersReport {
  const roles = new Map<PosterRole, number>();
  const asked = { thread: 0, note: 0, nobody: 0 };
  const notesOf = new Map<string, Set<string>>();
  for (const { poster, asked: question, isUnasked, delay, noteId, key } of links) {
    const role = roleOf(poster);
    roles.set(role, (roles.get(role) ?? 0) + 1);
    const isAnswer = delay !== undefined || !isUnasked;
    asked[(isAnswer && question?.where) || 'nobody'] += 1;
    notesOf.set(key, (notesOf.get(key) ?? new Set()).add(noteId));
  }
  const delays = links.flatMap(({ delay }) => (delay ? [(delay.leastMs + delay.mostMs) / 2] : []));
  return {
    links: links.length,
    roles: Object.fromEntries(roles),
    asked,
    delay: { n: delays.length, medianMs: quantile(delays, 0.5) },
    repeated: [...notesOf.values()].filter(({ size }) => size > 1).length,
  };
}

type Sighting = Pick<
  SightingEvent,
  'site' | 'surface' | 'commentId' | 'again' | 'poster' | 'asked' | 'link' | 'noteId' | 'at' | 'zoneMinutes'
>;

/** The page marks some commenters as having bought the thing. */
function roleOf(poster: SightingEvent['poster']): PosterRole {
  if (!poster) return 'unknown';
  return poster.role === 'other_user' && poster.buyer ? 'buyer' : poster.role;
}
