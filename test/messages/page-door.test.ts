import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageDoor } from '@/utils/messages/page-door';
import { watchSettings, writeConsent, writePausedTab, writeRecording } from '@/utils/settings';
import * as made from '../ledger/made-events';

const local = fakeBrowser.storage.local;

beforeEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  await writeConsent(local, 1);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
});

/** A page that has just begun: its settings are on their way until `read` is called. */
function madePage() {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const get = local.get.bind(local);
  vi.spyOn(local, 'get').mockImplementation(async (keys?: unknown) => {
    await answered;
    return get(keys as null);
  });
  const switches = watchSettings();
  const isKnown = new Promise<void>((known) => switches.whenKnown(known));
  const read = async () => {
    answer();
    await isKnown;
  };
  return { send: pageDoor(switches).send, read };
}

const queued = () => {
  const sets = vi.mocked(local.set).mock.calls.flatMap(([items]) => Object.keys(items as object));
  return sets.filter((key) => key.startsWith('q:'));
};

const [seen, pressed] = [made.sighting(20, made.jdItem), made.click(20, made.jdItem)];

test('what a page shows goes out once its switches are known, and not before', async () => {
  const { send, read } = madePage();
  vi.spyOn(local, 'set');
  send([seen]);
  expect(queued()).toEqual([]);
  await read();
  expect(queued()).toEqual([`q:${seen.id}`]);
  send([pressed]);
  expect(queued()).toEqual([`q:${seen.id}`, `q:${pressed.id}`]);
});

test('what the person does goes out at once', () => {
  const { send } = madePage();
  vi.spyOn(local, 'set');
  send([seen, pressed]);
  expect(queued()).toEqual([`q:${seen.id}`, `q:${pressed.id}`]);
});

test('where recording is off nothing of it is put anywhere', async () => {
  await writeRecording(local, false, seen.at - 1);
  const { send, read } = madePage();
  vi.spyOn(local, 'set');
  send([seen]);
  await read();
  send([seen, pressed]);
  expect(queued()).toEqual([]);
  expect(vi.mocked(fakeBrowser.runtime.sendMessage)).not.toHaveBeenCalled();
});

test('what was before it was switched off is told yet', async () => {
  await writeRecording(local, false, seen.at + 1);
  const { send, read } = madePage();
  vi.spyOn(local, 'set');
  send([seen]);
  await read();
  expect(queued()).toEqual([`q:${seen.id}`]);
});

test('whether a row without a tab is of the one that is paused, its message says', async () => {
  await writePausedTab(local, { tab: 7, on: true }, seen.at - 1);
  const { send, read } = madePage();
  vi.spyOn(local, 'set');
  send([{ ...seen, tab: 7 }]);
  await read();
  expect(queued()).toEqual([]);
  send([{ ...seen, id: 'another' }]);
  expect(queued()).toEqual(['q:another']);
});

test('settings that cannot be read keep nothing back', async () => {
  vi.spyOn(local, 'get').mockRejectedValue(new Error('Extension context invalidated.'));
  const switches = watchSettings();
  await new Promise<void>((known) => switches.whenKnown(known));
  vi.spyOn(local, 'set');
  pageDoor(switches).send([seen]);
  expect(queued()).toEqual([`q:${seen.id}`]);
});
