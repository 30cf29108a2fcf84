import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Piece, type Sight, UnitView } from '@/utils/watch/exposures/view';

const seen = { live: true, active: true };

function viewed(first: Partial<Sight> = seen) {
  const pieces: Piece[] = [];
  const view = new UnitView((piece) => void pieces.push(piece));
  view.look(first, 0);
  return { view, pieces };
}

const brief = ({ from, entry, part, durationMs }: Piece) => [from, entry, part, durationMs];

describe('a stay', () => {
  test('lasts from the first pixel in view to the last', () => {
    const { view, pieces } = viewed();
    view.look({ ratio: 0.001 }, 100);
    view.look({ ratio: 0.5 }, 150.4);
    view.look({ ratio: 0 }, 1_100);
    expect(pieces).toEqual([
      {
        from: 100,
        entry: 1,
        part: 0,
        states: [
          { afterMs: 0, ratio: 0.001, active: true },
          { afterMs: 50, ratio: 0.5, active: true },
        ],
        durationMs: 1_000,
      },
    ]);
  });

  test('that comes again is another entry', () => {
    const { view, pieces } = viewed();
    for (const [ratio, at] of [
      [1, 0],
      [0, 10],
      [1, 20],
      [0, 30],
    ] as const)
      view.look({ ratio }, at);
    expect(pieces.map(brief)).toEqual([
      [0, 1, 0, 10],
      [20, 2, 0, 10],
    ]);
  });

  test('goes on while nobody looks, and says so', () => {
    const { view, pieces } = viewed();
    view.look({ ratio: 1 }, 0);
    view.look({ active: false }, 300);
    view.look({ active: true }, 700);
    view.look({ ratio: 0 }, 1_000);
    expect(pieces[0]?.states.map(({ afterMs, active }) => [afterMs, active])).toEqual([
      [0, true],
      [300, false],
      [700, true],
    ]);
  });

  test('that is told before it is over goes on in parts, without a new entry', () => {
    const { view, pieces } = viewed();
    view.look({ ratio: 1 }, 0);
    view.look({ live: false, active: false }, 500);
    view.look(seen, 9_000);
    view.cut(9_500);
    view.look({ ratio: 0 }, 9_800);
    view.look({ ratio: 1 }, 10_000);
    view.look({ ratio: 0 }, 10_100);
    expect(pieces.map(brief)).toEqual([
      [0, 1, 0, 500],
      [9_000, 1, 1, 500],
      [9_500, 1, 2, 300],
      [10_000, 2, 0, 100],
    ]);
  });

  test('that ended out of sight is over', () => {
    const { view, pieces } = viewed();
    view.look({ ratio: 1 }, 0);
    view.look({ live: false }, 500);
    view.look({ ratio: 0 }, 600);
    view.look({ ratio: 0.5 }, 700);
    view.look({ live: true }, 800);
    view.look({ ratio: 0 }, 900);
    expect(pieces.map(brief)).toEqual([
      [0, 1, 0, 500],
      [800, 2, 0, 100],
    ]);
  });

  test('whose rest is shorter than three frames is told without it', () => {
    const { view, pieces } = viewed();
    view.look({ ratio: 1 }, 0);
    view.cut(500);
    view.look({ live: false }, 520);
    view.look({ live: true }, 5_000);
    view.cut(5_030);
    view.cut(5_060);
    expect(pieces.map(brief)).toEqual([
      [0, 1, 0, 500],
      [5_000, 1, 1, 60],
    ]);
  });

  test('however short is told, and a click is told with the shortest rest', () => {
    const { view, pieces } = viewed();
    view.look({ ratio: 1 }, 0);
    view.cut(1);
    view.noteClick(5);
    view.noteClick(9);
    view.look({ ratio: 0 }, 10);
    expect(pieces.map(({ durationMs, clickedAfterMs }) => [durationMs, clickedAfterMs])).toEqual([
      [1, undefined],
      [9, 4],
    ]);
  });

  test('with more states than one row takes is told in parts', () => {
    const { view, pieces } = viewed();
    for (let at = 1; at <= 1_100; at++) view.look({ ratio: at % 2 ? 0.4 : 0.6 }, at);
    view.look({ ratio: 0 }, 1_200);
    expect(pieces.map(({ entry, part, states, from }) => [entry, part, states.length, from])).toEqual([
      [1, 0, 500, 1],
      [1, 1, 500, 501],
      [1, 2, 100, 1_001],
    ]);
  });
});

test('nothing is recorded of what is not live', () => {
  const { view, pieces } = viewed({ live: false });
  view.look({ ratio: 1 }, 0);
  view.noteClick(10);
  view.cut(20);
  view.look({ ratio: 0 }, 100);
  expect([pieces, view.entry]).toEqual([[], 0]);
});

test('an event that was late in line never goes back behind the one before', () => {
  const { view, pieces } = viewed();
  view.look({ ratio: 1 }, 100);
  view.look({ active: false }, 200);
  view.look({ ratio: 0.5 }, 190);
  view.look({ ratio: 0 }, 150);
  expect(pieces[0]?.states.map(({ afterMs }) => afterMs)).toEqual([0, 100]);
  expect(pieces[0]?.durationMs).toBe(100);
});

type Deed = { after: number } & ({ cut: true } | Partial<Sight>);

const deeds = fc.array(
  fc
    .record({
      after: fc.integer({ min: 1, max: 400 }),
      deed: fc.oneof(
        fc.record({ ratio: fc.constantFrom(0, 0.3, 1) }),
        fc.record({ live: fc.boolean() }),
        fc.record({ active: fc.boolean() }),
        fc.constant({ cut: true as const }),
      ),
    })
    .map(({ after, deed }): Deed => ({ after, ...deed })),
  { maxLength: 40 },
);

/** What held in each ms, by a loop over every one of them. */
function simulate(list: readonly Deed[]): string[] {
  let sight: Sight = { ratio: 0, ...seen };
  const held: string[] = [];
  for (const { after, ...change } of list) {
    for (let ms = 0; ms < after; ms++) held.push(sight.live && sight.ratio > 0 ? `${sight.ratio} ${sight.active}` : '');
    if (!('cut' in change)) sight = { ...sight, ...change };
  }
  return held;
}

test('pieces say of each ms what held in it, but for rests', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      const whole: Deed[] = [...list, { after: 100, ratio: 0 }];
      const { view, pieces } = viewed();
      let at = 0;
      for (const { after, ...change } of whole) {
        at += after;
        if ('cut' in change) view.cut(at);
        else view.look(change, at);
      }
      const told = Array.from({ length: at }, () => '');
      for (const { from, states, durationMs } of pieces) {
        states.forEach(({ afterMs, ratio, active }, index) => {
          told.fill(`${ratio} ${active}`, from + afterMs, from + (states[index + 1]?.afterMs ?? durationMs));
        });
      }
      const wrong = simulate(whole).flatMap((what, ms) => (told[ms] === what ? [] : [[ms, what, told[ms]]]));
      // A rest that is left out leaves a hole of less than 50 ms, and nothing is ever told that was not.
      expect(wrong.filter(([, , said]) => said !== '')).toEqual([]);
      const holes = wrong.map(([ms]) => Number(ms)).filter((ms, index, all) => all[index - 1] !== ms - 1);
      expect(wrong.length).toBeLessThanOrEqual(49 * holes.length);
    }),
  );
});

test('ids of pieces never meet', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      const { view, pieces } = viewed();
      let at = 0;
      for (const { after, ...change } of list) {
        at += after;
        if ('cut' in change) view.cut(at);
        else view.look(change, at);
      }
      const names = pieces.map(({ entry, part }) => `${entry}.${part}`);
      expect(new Set(names).size).toBe(names.length);
    }),
  );
});
