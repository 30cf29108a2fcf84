import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attendedUntil } from '@/utils/core/attended';
import type { ExposureEvent } from '@/utils/core/units';
import { hasFilm, turnsIn, viewsIn } from '@/utils/density/stays';
import { mrcThresholds } from '@/utils/density/thresholds';
import { playScreen } from '@/utils/density/viewability';
import { viewOfStays } from '@/utils/export/rows/screen';
import * as made from './made-rows';

const glance = fc.record(
  {
    afterMs: fc.integer({ min: 0, max: 3_000 }),
    ratio: fc.constantFrom(0, 0.3, 0.5, 0.7, 1),
    active: fc.boolean(),
    playing: fc.boolean(),
  },
  { requiredKeys: ['afterMs', 'ratio', 'active'] },
);
const stay = fc.record({
  gapMs: fc.integer({ min: -400, max: 1_500 }),
  states: fc.array(glance, { maxLength: 4 }),
  isInOrder: fc.boolean(),
  durationMs: fc.integer({ min: 0, max: 4_000 }),
  clickedAfterMs: fc.option(fc.integer({ min: 0, max: 3_000 }), { nil: undefined, freq: 6 }),
});
const film = fc.boolean();

/** Stays that mostly follow each other, and now and then overlap or tell their states out of order. */
const stays = fc.tuple(fc.array(stay, { minLength: 1, maxLength: 4 }), film).map(([all, isFilm]) => {
  let at = 0;
  return all.map(({ gapMs, states, isInOrder, durationMs, clickedAfterMs }, place): ExposureEvent => {
    const told = states.map(({ playing, ...each }) => (isFilm && playing !== undefined ? { ...each, playing } : each));
    if (isInOrder) told.sort((a, b) => a.afterMs - b.afterMs);
    const start = at + Math.max(gapMs, 0);
    at = start + durationMs;
    return made.card(start + Math.min(gapMs, 0), 'v1', {
      ...{ entry: place + 1, states: told, durationMs },
      ...(clickedAfterMs !== undefined && { clickedAfterMs }),
    });
  });
});

/** As the metrics have it: all that happened, sorted by time and played. */
function played(all: readonly ExposureEvent[]) {
  const rect = all.find(({ unit }) => unit.rect)?.unit.rect ?? [0, 0, 0, 0];
  const media = hasFilm(all) ? 'video' : 'image';
  const { units } = playScreen(
    [
      { t: all[0]?.at ?? 0, type: 'unit', unit: 'u', kind: '', media, rect, class: '' },
      ...all.flatMap((each) => [...turnsIn(each), ...viewsIn(each, 'u')]),
    ],
    mrcThresholds,
  );
  const { class: _class, area: _area, ...view } = units.get('u')!;
  return view;
}

test('the time of a unit is that of the metric, to the last bit', () => {
  fc.assert(
    fc.property(stays, (all) => void expect(viewOfStays(all)).toMatchObject(played(all))),
    { numRuns: 2_000 },
  );
});

test.each([
  [{ states: [], durationMs: 0 }, 0],
  [{ durationMs: 700 }, 700],
  [
    {
      states: [
        { afterMs: 0, ratio: 1, active: true },
        { afterMs: 300, ratio: 1, active: false },
      ],
      durationMs: 9_000,
    },
    300,
  ],
  [{ states: [{ afterMs: 0, ratio: 1, active: false }], durationMs: 9_000 }, 0],
  [{ states: [{ afterMs: 0, ratio: 1, active: false }], durationMs: 9_000, clickedAfterMs: 5_000 }, 5_000],
])('somebody was there until the last moment that was looked at: %j', (change, ms) =>
  expect(attendedUntil(made.card(0, 'v1', change))).toBe(made.start + ms),
);
