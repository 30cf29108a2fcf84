// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { WatchedSite } from '@/utils/watch/visit';
import { noteId, settle } from '../made-page';
import { card, unitsOn, useMadeClock, watchFeed } from './made-screen';

useMadeClock();

/** Goes from a feed to a note that comes in a last change, while looking for it takes so long. */
async function openSlowly(tookMs: number) {
  const slow: WatchedSite['unitsOn'] = (url, page) => {
    if (url.endsWith(noteId)) vi.advanceTimersByTime(tookMs);
    return unitsOn(url, page);
  };
  const { list, watched } = await watchFeed(['0:n0'], { unitsOn: slow });
  window.history.replaceState(undefined, '', `/explore/${noteId}`);
  list.append(document.createElement('i'));
  await settle();
  const note = card('open:n1');
  list.append(note);
  await settle();
  return { note, watched };
}

test('an open note is found with the change that brings it, also where the machine stood still before', async () => {
  const { note, watched } = await openSlowly(40);
  expect(watched()).toContain(note);
});

test('an open note is found without any further change where looking for it had to rest', async () => {
  const { note, watched } = await openSlowly(150);
  expect(watched()).not.toContain(note);
  await settle((150 - 100) * 20);
  expect(watched()).toContain(note);
});
