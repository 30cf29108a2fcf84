// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { blockerWatch } from '@/utils/watch/exposures/blocker';
import type { Visit } from '@/utils/watch/visit';
import { settle } from '../made-page';
import { useMadeClock } from './made-screen';

useMadeClock();

function madeWatch() {
  const seeBlocker = vi.fn<() => boolean | undefined>();
  return { seeBlocker, look: blockerWatch(window as unknown as Window, { seeBlocker }) };
}
const visit = (id: string) => ({ id }) as Visit;

test('a page is asked no more than once a second, and another page at once', async () => {
  const { seeBlocker, look } = madeWatch();
  const first = visit('v1');
  for (const ms of [0, 400, 400]) {
    await settle(ms);
    look(first);
  }
  expect(seeBlocker).toHaveBeenCalledTimes(1);
  look(visit('v2'));
  expect(seeBlocker).toHaveBeenCalledTimes(2);
  await settle(1_000);
  look(first);
  expect(seeBlocker).toHaveBeenCalledTimes(3);
});

test('what was seen once holds for all of the visit', async () => {
  const { seeBlocker, look } = madeWatch();
  const here = visit('v1');
  const seen: (boolean | undefined)[] = [];
  for (const answer of [undefined, false, undefined, true, false]) {
    seeBlocker.mockReturnValue(answer);
    look(here);
    seen.push(here.blocker);
    await settle(1_001);
  }
  expect(seen).toEqual([undefined, false, false, true, true]);
});
