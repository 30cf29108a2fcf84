// @vitest-environment happy-dom
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { FolderCard, type FolderActions, type FolderView } from '@/components/dashboard/data/folder-card';
import { speak } from './i18n-setup';
import { keptFolder } from './made-data';
import { all, draw, one, press } from './mount';

beforeAll(() => speak('en'));

async function show(folder: FolderView) {
  const on = {
    onChoose: vi.fn<FolderActions['onChoose']>(),
    onAllow: vi.fn<FolderActions['onAllow']>(),
    onWrite: vi.fn<FolderActions['onWrite']>(),
    onForget: vi.fn<FolderActions['onForget']>(),
  };
  const { textContent } = await draw(<FolderCard folder={folder} {...on} />);
  return { ...on, text: textContent.replaceAll(/[\u2068\u2069]/gu, '') };
}

test('asks for a folder where there is none', async () => {
  const { onChoose, text } = await show({ state: 'none' });
  await press(one('button', 'Choose a folder'));
  expect(onChoose).toHaveBeenCalledTimes(1);
  expect(text).not.toContain('did not hand out');
  expect((await show({ state: 'none', refused: true })).text).toContain('did not hand out');
});

test.each<[FolderView['state'], FolderView]>([
  ['impossible', { state: 'impossible' }],
  ['waiting', { state: 'waiting' }],
])('offers nothing while it is %s', async (_state, view) => {
  await show(view);
  expect(all('button')).toHaveLength(0);
});

test('says plainly that a browser cannot, and what happens instead', async () => {
  expect((await show({ state: 'impossible' })).text).toContain('reminds you instead');
});

describe('a folder that is kept', () => {
  test('says which one, and what was written last', async () => {
    const { text, onWrite, onForget } = await show(keptFolder);
    expect(text).toContain('Folder: Backups');
    expect(text).toContain('in bacao-2026-03-11.ndjson.gz.');
    await press(one('button', 'Write now'));
    await press(one('button', 'Stop using this folder'));
    expect([onWrite, onForget].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  test('says when nothing was written yet, and while something is', async () => {
    const { text } = await show({ state: 'kept', name: 'Backups', busy: true });
    expect(text).toContain('Nothing has been written there yet');
    expect(text).toContain('Writing a backup');
    expect(all('button', 'Write now')).toHaveLength(0);
  });

  test.each([
    ['permission', 'Allow again', 'onAllow', 'asks for your permission'],
    ['gone', 'Choose another folder', 'onChoose', 'moved, renamed or deleted'],
    ['full', 'Write now', 'onWrite', 'not enough room'],
    ['failed', 'Write now', 'onWrite', 'could not be written'],
  ] as const)('%s: what went wrong, and what helps', async (...[failed, word, way, words]) => {
    const shown = await show({ ...keptFolder, failed });
    expect(shown.text).toContain(words);
    await press(one('button', word));
    expect(shown[way]).toHaveBeenCalledTimes(1);
  });
});
