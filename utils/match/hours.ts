import { hoursOfWeek, type WeekCounts, weekMoments, type WeekHours, type WeekMoment } from '../core/overview';
import type { JourneyStep, StepName } from '../core/rows';

/** What counts as which; of several steps the first that is there. */
const momentsOf: Record<WeekMoment, readonly StepName[]> = {
  seen: ['seen'],
  saved: ['saved'],
  bought: ['ordered', 'paid', 'bought'],
};

/**
 * When in the week items were first seen on a note, saved and bought.
 * @param hourOf the hour of the person's week: 0 is midnight on Monday, 167 the last hour of Sunday
 */
export function hoursTally(hourOf: (at: number) => number) {
  const none = () => Array.from({ length: hoursOfWeek }, () => 0);
  const hours: WeekHours = { seen: none(), saved: none(), bought: none() };
  return {
    add(journey: readonly JourneyStep[]): void {
      for (const moment of weekMoments) {
        const step = stepOf(journey, moment);
        if (!step || !isDated(moment, step)) continue;
        const hour = hourOf(step.at);
        hours[moment][hour] = (hours[moment][hour] ?? 0) + 1;
      }
    },
    end: () => hours,
  };
}

function stepOf(journey: readonly JourneyStep[], moment: WeekMoment): JourneyStep | undefined {
  return momentsOf[moment].map((name) => journey.find((each) => each.step === name)).find(Boolean);
}

/**
 * How many items were new in each week: seen on a note, saved, bought. What only the person said was bought counts when
 * they said so.
 * @param weekOf the first moment of the person's week
 */
export function weeksTally(weekOf: (at: number) => number) {
  const weeks = new Map<number, WeekCounts>();
  return {
    add(journey: readonly JourneyStep[]): void {
      for (const moment of weekMoments) {
        const step = stepOf(journey, moment);
        if (!step) continue;
        const week = weekOf(step.at);
        const counts = weeks.get(week) ?? { week, seen: 0, saved: 0, bought: 0 };
        counts[moment] += 1;
        weeks.set(week, counts);
      }
    },
    end: () => [...weeks.values()].sort((a, b) => a.week - b.week),
  };
}

/** What is written down by hand is dated by the hand, which may come days after the purchase. */
function isDated(moment: WeekMoment, { evidence }: JourneyStep): boolean {
  return moment !== 'bought' || evidence !== 'user';
}
