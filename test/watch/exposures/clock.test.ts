import { afterEach, expect, test, vi } from 'vitest';
import { epochOffset } from '@/utils/watch/exposures/clock';

afterEach(() => void vi.restoreAllMocks());

/** The page's clock as it stands at each look; the other one is always a million ahead of where it is by then. */
function lookAt(times: number[]): number {
  let page = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (page = times.shift() ?? page));
  return epochOffset(() => 1_000_000 + (times[0] ?? page));
}

test('two clocks that are read in one go say how far they are apart', () => {
  expect(lookAt([500, 500])).toBe(1_000_000);
});

test('a machine that did something else between two looks does not put them apart', () => {
  expect(lookAt([500, 560, 570, 640, 650, 650.5])).toBe(1_000_000.5);
});

test('a machine that never reads them in one go is believed in the end', () => {
  const times = Array.from({ length: 20 }, (_each, index) => index * 40);
  expect(lookAt(times)).toBe(1_000_040);
});
