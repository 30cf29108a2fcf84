import { describe, expect, test } from 'vitest';
import { startOfWeek, weekName, weeksBetween } from '@/utils/core/weeks';

const at = (day: string, time = '00:00') => new Date(`${day}T${time}`).getTime();
const names = (weeks: readonly number[]) => weeksBetween(weeks).map(weekName);

test.each([
  ['2026-11-30', '00:00', '2026-11-30'],
  ['2026-12-06', '23:59', '2026-11-30'],
  ['2026-12-07', '00:00', '2026-12-07'],
  ['2027-01-01', '12:00', '2026-12-28'],
])('%s %s is in the week from %s', (day, time, monday) => {
  expect(startOfWeek(at(day, time))).toBe(at(monday));
  expect(weekName(startOfWeek(at(day, time)))).toBe(monday);
});

describe('weeks between', () => {
  test('are all of them, in their order, each once', () => {
    const given = [at('2026-12-14'), at('2026-11-23'), at('2026-12-14')];
    expect(names(given)).toEqual(['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14']);
  });

  test('are none where there is none', () => expect(names([])).toEqual([]));

  test('are the given ones alone where a clock was years off', () => {
    expect(names([at('1970-01-05'), at('2026-11-30')])).toEqual(['1970-01-05', '2026-11-30']);
  });

  test('begin at midnight, whenever clocks change', () => {
    const starts = weeksBetween([at('2026-01-05'), at('2026-12-28')]);
    expect(starts).toHaveLength(52);
    expect(starts.filter((week) => startOfWeek(week) !== week)).toEqual([]);
  });
});
