import { describe, expect, test } from 'vitest';
import type { Happening } from '@/utils/export/terms';
import { rowsFrom } from '../export/collect';
import * as made from '../export/made-rows';
import { madeTerms } from '../export/made-terms';

const { start, minute } = made;
const observedFrom = start + minute;
const unread = [{ where: 'cards', reason: 'shape' as const, count: 30 }];

const told = (...life: Happening[]) => rowsFrom(life, [], madeTerms({ participant: { observedFrom } }));
const box = { unit: { rect: [0, 100, 200, 250] as [number, number, number, number] } };
const itself = (at: number, change: object = {}) => made.itself(at, 'v1', { reachedPx: 1_100, ...change });
const rest = [made.card(2 * minute, 'v1', box), { ...made.left(3 * minute, 'v1', unread), blocker: true }];

describe('a visit over which the person agreed tells nothing of the whole of itself', () => {
  test.each<[string, Happening[]]>([
    ['whose page was on screen before and after', [itself(0), itself(2 * minute, { renderedAt: start, entry: 2 })]],
    ['whose stays of before are kept no longer', [itself(2 * minute, { renderedAt: start, entry: 2 })]],
    ['whose page stood there all the time', [itself(0, { durationMs: 2 * minute })]],
  ])('%s', async (_what, pages) => {
    const { page_views, quality } = await told(...pages, ...rest);
    expect(page_views).toMatchObject([{ notes_unparsed: 0, content_height_px: null, units_loaded: 1 }]);
    expect(quality.map(({ errors, adblock_suspected }) => [errors, adblock_suspected])).toEqual([[0, null]]);
  });
});

test('one that began after does', async () => {
  const { page_views, quality } = await told(itself(minute), ...rest);
  expect(page_views).toMatchObject([{ notes_unparsed: 30, content_height_px: 1_000 }]);
  expect(quality).toMatchObject([{ errors: 30, adblock_suspected: true }]);
});
