import { checkKey, type Candidate } from '../core/spot-checks';
import type { ExposureEvent } from '../core/units';
import { isAd, isKnown } from '../density/classes';
import type { Cluster } from '../density/cluster';
import type { Population } from '../density/corrected';
import { classOf } from '../density/unit-class';
import type { Happening } from '../export/terms';
import { sessionNames } from './session-of';

/** So many of each kind are drawn at once. */
const drawnOfEach = 10;
/** So many of the last cards can be said to be wrong without being asked. */
const lastOnes = 8;

interface Draw {
  seen: number;
  /** Of these not judged yet: what is drawn from. */
  open: number;
  kept: Candidate[];
}

/**
 * Draws cards to be looked at, each card of its kind with the same chance however many there are: one pass, two small
 * lists (reservoir sampling). Ads are drawn apart, since among a few dozen cards of all there would be hardly any.
 * @param random from 0 up to 1
 */
export function candidateTally(random: () => number, isDone: (key: string) => boolean) {
  const noDraw = (): Draw => ({ seen: 0, open: 0, kept: [] });
  const draws = { ads: noDraw(), others: noDraw() };
  const counted = new Set<string>();
  const rules = new Set<string>();
  const sessions = new Map<string, Cluster>();
  const sessionAt = sessionNames();
  const undecided = new Set<string>();
  /** More than are shown, since what was drawn is not among them. */
  const last: Candidate[] = [];
  return {
    add(event: Happening): void {
      if (event.type !== 'exposure') return;
      const session = sessionAt(event.at, event.at + event.durationMs);
      if (event.unit.kind !== 'note' || event.states.length === 0) return;
      const { noteId } = event.unit;
      const name = classOf(event.unit);
      const key = checkKey(event.visit, event.unit.key);
      if (noteId === undefined || counted.has(key)) return;
      if (!isKnown({ class: name })) return void undecided.add(key);
      undecided.delete(key);
      counted.add(key);
      const draw = isAd({ class: name }) ? draws.ads : draws.others;
      draw.seen += 1;
      raise(sessions, session, isAd({ class: name }));
      rules.add(event.ruleVersion);
      const candidate = candidateOf(event, { key, noteId, isAd: isAd({ class: name }) });
      last.push(candidate);
      if (last.length > lastOnes + 2 * drawnOfEach) last.shift();
      if (!isDone(key)) keep(draw, candidate, random);
    },
    population: (): Population => ({
      ...{ ads: draws.ads.seen, others: draws.others.seen, undecided: undecided.size, rules },
      sessions: [...sessions.values()],
    }),
    candidates: (): Candidate[] => [...draws.ads.kept, ...draws.others.kept].sort((a, b) => a.at - b.at),
    /** The last cards that are not to be judged blindly: of these the rules' word may be shown. */
    last(): Candidate[] {
      const drawn = new Set([...draws.ads.kept, ...draws.others.kept].map(({ key }) => key));
      return last
        .filter(({ key }) => !drawn.has(key))
        .slice(-lastOnes)
        .reverse();
    },
  };
}

function raise(sessions: Map<string, Cluster>, session: string, isPart: boolean): void {
  const { ads, units } = sessions.get(session) ?? { ads: 0, units: 0 };
  sessions.set(session, { ads: ads + Number(isPart), units: units + 1 });
}

function keep(draw: Draw, candidate: Candidate, random: () => number): void {
  draw.open += 1;
  if (draw.kept.length < drawnOfEach) return void draw.kept.push(candidate);
  const place = Math.floor(random() * draw.open);
  if (place < drawnOfEach) draw.kept[place] = candidate;
}

function candidateOf(
  { at, ruleVersion, unit }: ExposureEvent,
  known: Pick<Candidate, 'key' | 'noteId' | 'isAd'>,
): Candidate {
  return {
    ...known,
    rules: ruleVersion,
    at,
    ...(unit.label?.text !== undefined && { label: unit.label.text }),
    ...(unit.position !== undefined && { position: unit.position + 1 }),
  };
}
