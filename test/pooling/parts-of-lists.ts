import type { Happening } from '@/utils/export/terms';
import type { Simulated } from '../export/simulate';

const pause = 40 * 60_000;

/** Of cards of lists, from 0. */
const placeOf = (happening: Happening): number | undefined =>
  happening.type === 'exposure' && happening.unit.kind === 'note' ? happening.unit.position : undefined;

/**
 * Of every tenth person the first cards of lists are gone, of another single cards in the middle and at the end, and another
 * stops in each list and goes on after a pause, which makes two page views of it.
 */
export function withPartsOfLists(life: Simulated, who: number): Simulated {
  if (who % 10 === 1) return withCards(life, (place) => place >= who % 7);
  if (who % 10 === 2) return withCards(life, (place) => (place * 31 + who) % 11 > 1);
  return who % 10 === 9 ? withPauses(life, 1 + (who % 23)) : life;
}

function withCards({ happenings, ...life }: Simulated, isKept: (place: number) => boolean): Simulated {
  const kept = happenings.filter((happening) => {
    const place = placeOf(happening);
    return place === undefined || isKept(place);
  });
  return { ...life, happenings: kept };
}

/** All that comes after is later by as much. */
function withPauses({ happenings, ...life }: Simulated, before: number): Simulated {
  let late = 0;
  const moved = happenings.map((happening) => {
    if (placeOf(happening) === before) late += pause;
    return { ...happening, at: happening.at + late };
  });
  return { ...life, happenings: moved };
}
