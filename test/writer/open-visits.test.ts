import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { decodePassing, healthKey } from '@/utils/core/health-decode';
import { floodCap } from '@/utils/writer/flood';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage, pageScript } from './made-door';

const gone = new Set<number>();
let world: Awaited<ReturnType<typeof madeDoor>>;
let writer: ReturnType<typeof ledgerWriter>;
beforeEach(async () => {
  gone.clear();
  world = await madeDoor();
  const door = { ...world.door, hasTab: (tab: number) => Promise.resolve(!gone.has(tab)) };
  writer = ledgerWriter(door);
});

const inTab = (id: number) => ({ ...pageScript, tab: { ...pageScript.tab, id } });
const show = (visit: string, tab = 7, inFront = true) =>
  writer.handle({ type: 'hello', visit: { id: visit, inFront } }, inTab(tab));
const end = (visit: string) => ({ ...made.page(1, true), id: `p:${visit}`, visit });
const say = async (message: object) => writer.handle(message, ownPage);
const crashed = async () => {
  await say({ type: 'look' });
  return decodePassing(world.session.stored[healthKey]).crashed;
};

describe('a visit that was in front and whose end never came', () => {
  test('is told once its tab is gone, and once only', async () => {
    expect(await show('a')).toEqual({ tab: 7, opener: 3 });
    expect(await crashed()).toBeUndefined();
    gone.add(7);
    expect(await crashed()).toBe(1);
    expect(await crashed()).toBe(1);
    expect(world.announced).not.toEqual([]);
  });

  test('is told once its tab shows another one', async () => {
    await show('a');
    await show('b');
    await show('c', 8);
    expect(await crashed()).toBe(1);
  });
});

describe('no crash is', () => {
  test.each<[string, () => unknown]>([
    ['a visit whose end was told', () => writer.handle({ type: 'append', rows: [end('a')] }, pageScript)],
    ['one whose end still waits in the queue', () => world.storage.set({ 'q:p:a': end('a') })],
    ['one that went behind another tab, where nothing is left to tell', () => show('a', 7, false)],
    ['one that the person stopped recording', () => say({ type: 'recording', on: false })],
    ['one in a pause', () => say({ type: 'pause', until: made.start + 1e9 })],
    ['one in a paused tab', () => say({ type: 'pause-tab', tab: 7, on: true })],
    [
      'one of which nothing on screen is wanted',
      () => say({ type: 'kind', kind: 'screen', on: false }).then(() => show('a')),
    ],
    ['one whose end was erased on its way', () => say({ type: 'erase-all' })],
    ['one of an excluded note', () => say({ type: 'exclude', what: 'note', id: 'n', on: true })],
  ])('%s', async (_what, deed) => {
    await show('a');
    await deed();
    gone.add(7);
    expect(await crashed()).toBeUndefined();
  });

  test('what came too fast', async () => {
    for (let each = 0; each < floodCap.atOnce; each++) await show(`a${String(each % 2)}`, 7, each % 2 === 0);
    await show('late');
    gone.add(7);
    expect(await crashed()).toBe(1); // the first, which is in front again and again
  });

  test('anything, without a memory', async () => {
    vi.spyOn(world.session, 'set').mockRejectedValue(new Error('full'));
    vi.spyOn(world.session, 'get').mockRejectedValue(new Error('gone'));
    expect(await show('a')).toEqual({ tab: 7, opener: 3 });
    gone.add(7);
    await say({ type: 'look' });
    expect(world.session.stored).toEqual({});
  });
});

test.each([{ visit: 'a' }, { visit: { id: 'a' } }, { visit: { id: 7, inFront: true } }])(
  'a hello with %j is no message of ours',
  (odd) => expect(writer.handle({ type: 'hello', ...odd }, pageScript)).toBeUndefined(),
);
