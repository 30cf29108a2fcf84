import { describe, expect, test } from 'vitest';
import { backupDue, countedFrom, everOf, rowsSince } from '@/utils/core/backup-due';
import { noCounts } from '@/utils/core/health';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 21);
const counts = { ...noCounts, events: 5_000, exposures: 500_000, erasedEvents: 100 };
const noted = (daysOld: number, added: { events?: number; exposures?: number }) => {
  const { eventsEver, rowsEver } = everOf(counts);
  const { events = 0, exposures = 0 } = added;
  return { at: now - daysOld * day, eventsEver: eventsEver - events, rowsEver: rowsEver - events - exposures };
};

describe('without a backup', () => {
  test.each([
    [0, undefined],
    [199, undefined],
    [200, 'never'],
  ])('%i rows: %s', (events, due) => expect(backupDue({ counts: { ...noCounts, events } }, now)).toBe(due));

  test.each([
    ['everything', { events: 0, erasedEvents: 500 }, 0],
    ['most of it', { events: 10, erasedExposures: 490 }, 10],
  ])('who erased %s is asked to keep no more than is left', (_what, held, left) => {
    expect(backupDue({ counts: { ...noCounts, ...held } }, now)).toBeUndefined();
    expect(rowsSince({ ...noCounts, ...held }, undefined)).toBe(left);
  });
});

describe('after a backup', () => {
  test.each([
    ['old, and nothing new', noted(400, {}), undefined],
    ['old, and one new row', noted(30, { exposures: 1 }), 'age'],
    ['a day less old', noted(29, { events: 1_999 }), undefined],
    ['fresh, and many new events', noted(0, { events: 2_000 }), 'rows'],
    ['fresh, and nearly as many exposures', noted(0, { exposures: 19_999 }), undefined],
    ['fresh, and many exposures', noted(0, { exposures: 20_000 }), 'rows'],
    ['of tomorrow, since a clock was wrong', noted(-1, { events: 10 }), undefined],
    ['of a day to come, of which nobody knows how old it is', noted(-2, { events: 10 }), 'age'],
    ['of a year to come, and nothing new', noted(-365, {}), undefined],
  ])('%s', (_what, backup, due) => expect(backupDue({ counts, backup }, now)).toBe(due));

  test.each([
    [0, undefined],
    [1_999, undefined],
    [2_000, 'rows'],
  ])('of a ledger that was lost since: all that came is new, here %i events', (events, due) => {
    const backup = countedFrom(noted(1, {}), noCounts);
    expect(rowsSince({ ...noCounts, events }, backup)).toBe(events);
    expect(backupDue({ counts: { ...noCounts, events }, backup }, now)).toBe(due);
  });

  test('of a ledger that was emptied since: nothing is new that is not there', () => {
    const emptied = { ...noCounts, events: 3, erasedEvents: 9_000, erasedExposures: 90_000 };
    const backup = { at: now - 40 * day, eventsEver: 1, rowsEver: 1 };
    expect(rowsSince(emptied, backup)).toBe(3);
    expect(backupDue({ counts: emptied, backup: { ...backup, at: now } }, now)).toBeUndefined();
    expect(backupDue({ counts: { ...emptied, events: 0 }, backup }, now)).toBeUndefined();
  });

  test('of a ledger that lost nothing it holds all that it held', () => {
    const backup = noted(1, { events: 7 });
    expect(countedFrom(backup, counts)).toEqual(backup);
  });
});

describe('put off', () => {
  test.each([
    ['for a day', now + day, undefined],
    ['until now', now, 'age'],
    ['further than anybody can', now + 8 * day, 'age'],
  ])('%s', (_what, snoozedUntil, due) => {
    expect(backupDue({ counts, backup: noted(40, { events: 1 }), snoozedUntil }, now)).toBe(due);
  });
});
