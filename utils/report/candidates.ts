import type { Candidate } from '../core/spot-checks';
import type { ExposureEvent } from '../core/units';
import { isAd, isKnown } from '../density/classes';
import { classOf } from '../density/unit-class';
import type { Happening } from '../export/terms';

/** So many of each kind are drawn at once. */
const drawnOfEach = 10;

interface Draw {
  seen: number;
  kept: Candidate[];
}

/**
 * Draws cards to be looked at, each card of its kind with the same chance however many there are: one pass, two small
 * lists (reservoir sampling). Ads are drawn apart, since among a few dozen cards of all there would be hardly any.
 * @param random from 0 up to 1
 */
export function candidateTally(random: () => number, isDone: (key: string) => boolean) {
  const draws = { ads: { seen: 0, kept: [] } as Draw, others: { seen: 0, kept: [] } as Draw };
  const counted = new Set<string>();
  return {
    add(event: Happening): void {
      if (event.type !== 'exposure' || event.unit.kind !== 'note' || event.states.length === 0) return;
      const { noteId } = event.unit;
      const name = classOf(event.unit);
      const key = `${event.visit}|${event.unit.key}`;
      if (noteId === undefined || !isKnown({ class: name }) || counted.has(key)) return;
      counted.add(key);
      const draw = isAd({ class: name }) ? draws.ads : draws.others;
      draw.seen += 1;
      if (!isDone(key)) keep(draw, candidateOf(event, { key, noteId, isAd: isAd({ class: name }) }), random);
    },
    population: () => ({ ads: draws.ads.seen, others: draws.others.seen }),
    candidates: (): Candidate[] => [...draws.ads.kept, ...draws.others.kept].sort((a, b) => a.at - b.at),
  };
}

function keep(draw: Draw, candidate: Candidate, random: () => number): void {
  if (draw.kept.length < drawnOfEach) return void draw.kept.push(candidate);
  const place = Math.floor(random() * draw.seen);
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
