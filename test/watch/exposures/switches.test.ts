// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { noteId, settle } from '../made-page';
import { card, fire, useMadeClock, watchFeed, watchOne } from './made-screen';

useMadeClock();

describe('a switch', () => {
  test('that is turned off ends the stays there, and nothing is told until it is on again', async () => {
    const { told, switchTo, show, element, list } = await watchOne();
    switchTo(false);
    expect(told()).toEqual(['0:n0 1.0 1000']);
    const late = card('1:n1');
    list.append(late);
    await settle();
    show([late, 1]);
    await settle(5_000);
    fire('pagehide');
    expect(told()).toEqual([]);
    fire('pageshow');
    switchTo(true);
    await settle(300);
    show([element, 0], [late, 0]);
    fire('pagehide');
    expect(told()).toEqual(['0:n0 1.1 300', '1:n1 1.0 300']);
  });

  test('that is off from the start leaves nothing', async () => {
    const { exposures, switchTo, show, cards } = await watchFeed(['0:n0']);
    switchTo(false);
    exposures.splice(0);
    show([cards[0]!, 1]);
    await settle(2_000);
    for (const type of ['beforeunload', 'pagehide']) fire(type);
    expect(exposures).toEqual([]);
  });

  test('that the clock turns on again, at the end of a pause, is noticed', async () => {
    const { told, outside, switchTo, show, element } = await watchOne();
    switchTo(false);
    told();
    outside.isRecording = true;
    await settle(1_000);
    show([element, 0.5]);
    await settle(400);
    fire('pagehide');
    expect(told()).toEqual(['0:n0 1.1 400']);
  });
});

describe('an exclusion', () => {
  test.each([
    ['of the note', 'n0'],
    ['of its author', 'by-n0'],
  ])('%s leaves it out, and nothing else', async (_what, id) => {
    const { outside, told } = await watchFeed(['0:n0', '1:n1']);
    outside.excluded = [id];
    fire('pagehide');
    expect(told()).toEqual(['1:n1 0.0 0']);
  });

  test('of the open note’s author leaves out its page', async () => {
    const { outside, exposures, list, layOut } = await watchFeed([]);
    window.history.pushState(undefined, '', `/explore/${noteId}`);
    list.append(card(`open:${noteId}`));
    await settle();
    layOut();
    outside.excluded = [`by-${noteId}`];
    exposures.splice(0);
    fire('pagehide');
    expect(exposures).toEqual([]);
  });
});

test('after all was erased what is on screen begins anew', async () => {
  const { told, outside, show, element, layOut } = await watchOne();
  outside.erasedAt = Date.now();
  fire('focus');
  layOut();
  show([element, 1]);
  await settle(700);
  fire('pagehide');
  expect(told()).toEqual(['0:n0 1.0 700']);
});

test('once the extension is gone nothing is watched and nothing is told', async () => {
  const { outside, watched, exposures, list } = await watchOne();
  outside.isConnected = false;
  list.append(card('1:n1'));
  await settle();
  expect(watched()).toEqual([]);
  fire('pagehide');
  expect(exposures).toEqual([]);
});
