import type { ExposureEvent } from '@/utils/core/units';
import type { Happening } from '@/utils/export/terms';
import type { Simulated } from '../export/simulate';

const pause = 40 * 60_000;

/** Of cards of lists, from 0. */
const placeOf = (happening: Happening): number | undefined =>
  happening.type === 'exposure' && happening.unit.kind === 'note' ? happening.unit.position : undefined;

/**
 * Of every tenth person the first cards of lists are gone, of another single cards in the middle and at the end, and another
 * stops in each list and goes on after a pause, which makes two page views of it. Another has cards without a place in some lists.
 */
export function withPartsOfLists(life: Simulated, who: number): Simulated {
  if (who % 10 === 1) return withCards(life, (place) => place >= who % 7);
  if (who % 10 === 2) return withCards(life, (place) => (place * 31 + who) % 11 > 1);
  if (who % 10 === 6) return withUnplaced(life);
  return who % 10 === 9 ? withPauses(life, 1 + (who % 23)) : life;
}

function withCards({ happenings, ...life }: Simulated, isKept: (place: number) => boolean): Simulated {
  const kept = happenings.filter((happening) => {
    const place = placeOf(happening);
    return place === undefined || isKept(place);
  });
  return { ...life, happenings: kept };
}

const beside: readonly Partial<ExposureEvent['unit']>[] = [{ signals: ['L2 is_ads'] }, { kind: 'other' }, {}];

/** In some lists an ad stands between two cards, in others something that nobody knows, or a card that is no ad. */
function withUnplaced({ happenings, ...life }: Simulated): Simulated {
  let lists = 0;
  const more = happenings.flatMap((happening) => {
    if (happening.type !== 'exposure' || placeOf(happening) !== 6) return [happening];
    const what = beside[(lists += 1) % 4];
    const { position: _place, label: _label, signals: _signals, ...unit } = happening.unit;
    const added = { ...happening, id: `${happening.id}-beside`, unit: { ...unit, key: 'card:beside', ...what } };
    return what ? [happening, added] : [happening];
  });
  return { ...life, happenings: more };
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
