// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { WatchedSite } from '@/utils/watch/visit';
import { settle } from '../made-page';
import { fire, reuse, unitsOn, useMadeClock, watchFeed } from './made-screen';

useMadeClock();

const count = 20;
const keys = Array.from({ length: count }, (_each, index) => `${String(index)}:n${String(index)}`);
const others = keys.map((key) => `${key}0`);

/** A site where asking which card an element shows takes a ms, so that few are noticed at once. */
const slow: WatchedSite['unitsOn'] = (url, page) => {
  const finder = unitsOn(url, page);
  return { ...finder, keyOf: (element) => (vi.advanceTimersByTime(1), finder.keyOf(element)) };
};

/** Twenty cards of which the site is asked slowly; what is not done at once is gone on with by `go` alone. */
async function watchSlowly() {
  let goOn: () => void = () => undefined;
  class MadeChannel {
    port1 = { onmessage: () => undefined };
    port2 = { postMessage: () => (goOn = this.port1.onmessage) };
  }
  vi.stubGlobal('MessageChannel', MadeChannel);
  const go = () => {
    for (let rounds = 0; rounds < count; rounds++) goOn();
  };
  const page = await watchFeed(keys, { unitsOn: slow });
  go();
  page.layOut();
  go();
  /** The page shows another card on each element. */
  const patch = async () => {
    page.cards.forEach((element, index) => reuse(element, others[index] ?? ''));
    await settle();
  };
  const onScreen = page.cards.map((element): [Element, number] => [element, 1]);
  return { ...page, go, patch, onScreen };
}

const stays = (rows: string[]) => rows.filter((row) => !row.includes(' 0.0 '));

test('what is laid out before all elements were looked at is no stay of the cards before', async () => {
  const { patch, keepBack, tellKept, onScreen, go, told } = await watchSlowly();
  await patch();
  keepBack(...onScreen);
  go();
  tellKept();
  await settle(600);
  fire('pagehide');
  expect(stays(told()).map((row) => row.split(' ')[0])).toEqual(others);
});

test('nor if the page changes once more meanwhile', async () => {
  const { patch, keepBack, onScreen, go, told, list } = await watchSlowly();
  await patch();
  keepBack(...onScreen);
  list.append(document.createElement('i'));
  await settle(600);
  go();
  fire('pagehide');
  expect(stays(told()).map((row) => row.split(' ')[0])).toEqual(others);
});

test('a card ends when its element shows another, not when that is noticed', async () => {
  const { patch, show, onScreen, go, told } = await watchSlowly();
  show(...onScreen);
  go();
  await settle(1_000);
  await patch();
  go();
  fire('pagehide');
  expect(stays(told())).toEqual(keys.map((key) => `${key} 1.0 1000`));
});
