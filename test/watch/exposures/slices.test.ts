import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { allowance, restAfter, slices } from '@/utils/watch/exposures/slices';

let now = 0;
/** What a message to ourselves would go on with. */
let go: () => void;

beforeEach(() => {
  now = 0;
  go = () => undefined;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  class MadeChannel {
    port1 = { onmessage: () => undefined };
    port2 = { postMessage: () => (go = this.port1.onmessage) };
  }
  vi.stubGlobal('MessageChannel', MadeChannel);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Steps of a quarter of a ms each. */
function* stepsOf(done: number[], count: number) {
  for (let step = 0; step < count; step++) {
    now += 0.25;
    yield done.push(step);
  }
}

test('long work is done four ms at a time', () => {
  const done: number[] = [];
  const work = slices(() => stepsOf(done, 40));
  work.run();
  expect([done.length, work.isBehind()]).toEqual([16, true]);
  go();
  expect(done).toHaveLength(32);
  go();
  expect(done).toEqual(Array.from({ length: 40 }, (_step, index) => index));
  expect(work.isBehind()).toBe(false);
});

test('short work is done at once, and begins again when there is more', () => {
  const done: number[] = [];
  const work = slices(() => stepsOf(done, 3));
  work.run();
  expect(done).toHaveLength(3);
  work.run();
  expect(done).toHaveLength(6);
});

test('what is pressing is done at once, within its own bounds', () => {
  const done: number[] = [];
  const work = slices(() => stepsOf(done, 100));
  work.run();
  work.finish(10);
  expect(done).toHaveLength(56);
});

test('on a machine that stands still something is done all the same', () => {
  const done: number[] = [];
  const work = slices(() => stepsOf(done, 20));
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 50));
  work.run();
  expect(done).toHaveLength(8);
  go();
  expect(done).toHaveLength(16);
});

test('what is dear rests twenty times as long as it took', () => {
  now = 105;
  expect(restAfter(100)).toBe(205);
});

test('what must not come late rests only after a tenth of a second of it, and then until that is paid back', () => {
  const { wait, spend } = allowance();
  const take = (ms: number) => {
    now += ms;
    spend(now - ms);
  };
  take(90);
  expect(wait()).toBe(0);
  take(40);
  const rest = wait();
  expect(rest).toBeCloseTo((90 + 40 - 100) * 20 - 40, 6);
  now += rest;
  expect(wait()).toBeCloseTo(0, 6);
});

test('a twentieth of the time is free, and no more is saved up than that tenth of a second', () => {
  const { wait, spend } = allowance();
  let spent = 0;
  for (const end = now + 60_000; now < end; now += 1) {
    if (wait() > 0) continue;
    now += 5;
    spend(now - 5);
    spent += 5;
  }
  expect(spent).toBeGreaterThan(60_000 / 20);
  expect(spent).toBeLessThan(60_000 / 20 + 110);
});
