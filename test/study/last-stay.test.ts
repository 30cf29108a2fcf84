import { expect, test } from 'vitest';
import { rowsFrom } from '../export/collect';
import * as made from '../export/made-rows';
import { madeTerms } from '../export/made-terms';

const { start, minute } = made;
const observedTo = start + minute;
const terms = madeTerms({ participant: { observedTo } });
const box = { unit: { rect: [0, 100, 200, 250] as [number, number, number, number] } };
const long = { durationMs: 120 * minute };

test('a stay that goes on after the last moment is told of until then', async () => {
  const { sessions, page_views, exposures } = await rowsFrom(
    [
      made.itself(0, 'v1', { ...long, reachedPx: 9_000 }),
      made.card(1_000, 'v1', { ...long, ...box, clickedAfterMs: 90 * minute }),
    ],
    [],
    terms,
  );
  expect(sessions).toMatchObject([{ started_at: start, ended_at: observedTo, active_ms: minute }]);
  expect(page_views).toMatchObject([{ active_ms: minute, content_height_px: null }]);
  expect(exposures).toMatchObject([{ visible50_ms: minute - 1_000, viewable: true }]);
});

test('what came in view after it was not, and a click before it was one', async () => {
  const states = [{ afterMs: 2 * minute, ratio: 1, active: true }];
  const { exposures } = await rowsFrom([made.card(1_000, 'v1', { ...long, ...box, states })], [], terms);
  expect(exposures).toMatchObject([{ visible50_ms: 0, viewable: false }]);
  const clicked = made.card(minute - 500, 'v1', { ...long, ...box, clickedAfterMs: 200 });
  expect((await rowsFrom([clicked], [], terms)).exposures).toMatchObject([{ visible50_ms: 500, viewable: true }]);
});

test('one that was over by then is told whole', async () => {
  const life = [made.itself(0, 'v1', { durationMs: minute, reachedPx: 9_000 }), made.card(0, 'v1', box)];
  const { page_views } = await rowsFrom(life, [], terms);
  expect(page_views).toMatchObject([{ active_ms: minute, content_height_px: 8_900 }]);
});
