// @vitest-environment happy-dom
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { DataView, type DataProps } from '@/components/dashboard/data/data-view';
import type { RestoreActions, RestoreDone, RestoreView } from '@/components/dashboard/data/restore-props';
import { speak } from './i18n-setup';
import { damaged, data, preview, restored, untouched } from './made-data';
import { daysAgo } from './made-rows';
import { all, draw, one, press } from './mount';

beforeAll(() => speak('en'));

async function show(change: Partial<DataProps> = {}) {
  return (await draw(<DataView {...data} {...change} />)).textContent.replaceAll(/[\u2068\u2069]/gu, '');
}

async function showRestore(view: Partial<RestoreView>) {
  const actions = {
    onFile: vi.fn<RestoreActions['onFile']>(),
    onStop: vi.fn<RestoreActions['onStop']>(),
    onRestore: vi.fn<RestoreActions['onRestore']>(),
    onAgain: vi.fn<RestoreActions['onAgain']>(),
    onListRefused: vi.fn<RestoreActions['onListRefused']>(),
    onForget: vi.fn<RestoreActions['onForget']>(),
  };
  return { ...actions, text: await show({ restore: { view: { ...untouched, ...view }, actions } }) };
}

const none = { fresh: 0, known: 5 };

describe('restore', () => {
  test('takes a file by button and by drop', async () => {
    const { onFile } = await showRestore({});
    const file = new File(['made'], 'b.gz');
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(drop, { dataTransfer: { files: [file] } });
    document.querySelector('.drop')!.dispatchEvent(drop);
    expect(onFile.mock.calls).toEqual([[file], [file]]);
    expect(drop.defaultPrevented).toBe(true);
  });

  test.each([
    ['newer', 'update Bacao first'],
    ['blocked', 'close the other Bacao page first'],
    ['broken', 'erase everything further down'],
  ] as const)('into a ledger that does not open (%s): what has to be done first', async (error, words) => {
    await show({ facts: { error } });
    expect(document.querySelector('#restore')!.textContent).toContain(words);
    expect(document.querySelector('#restore input[type=file]')).not.toBeNull();
    await show();
    expect(document.querySelector('#restore')!.textContent).not.toContain('once the ledger opens');
  });

  test('looks before it changes anything', async () => {
    const { text, onStop } = await showRestore({ reading: { state: 'running', done: 500_000, total: 1_000_000 } });
    expect(text).toContain('500 kB of 1 MB read; nothing has been changed');
    await press(one('button', 'Stop'));
    expect(onStop).toHaveBeenCalledTimes(1);
  });

  test('tells what is in the file, and restores when told to', async () => {
    const { text, onRestore, onAgain } = await showRestore({ reading: { state: 'done', result: preview } });
    for (const part of ['New to the ledger4,012', 'Already there51,200', 'Unreadable0', 'Mar 2, 2026', '1.2 MB'])
      expect(text).toContain(part);
    await press(one('button', 'Restore 4,012 entries'));
    await press(document.querySelector<HTMLElement>('input[type=checkbox]')!);
    await press(one('button', 'Restore 4,012 entries'));
    expect(onRestore.mock.calls).toEqual([[false], [true]]);
    await press(one('button', 'Choose another file'));
    expect(onAgain).toHaveBeenCalledTimes(1);
  });

  test('offers nothing to restore where all is there, but the settings', async () => {
    const known = { ...preview, events: { fresh: 0, known: 5 }, exposures: { fresh: 0, known: 0 } };
    const { text, onRestore } = await showRestore({ reading: { state: 'done', result: known } });
    expect(text).toContain('The ledger already has all of it');
    expect(one('button', 'Restore the settings').hasAttribute('disabled')).toBe(true);
    await press(document.querySelector<HTMLElement>('input[type=checkbox]')!);
    await press(one('button', 'Restore the settings'));
    expect(onRestore.mock.calls).toEqual([[true]]);
    await showRestore({ reading: { state: 'done', result: { ...known, hasSettings: false } } });
    expect(all('button').map(({ textContent }) => textContent)).not.toContainEqual(expect.stringMatching(/^Restore/u));
  });

  test.each([
    ['its end is missing', { wholeness: 'cut' as const }],
    ['it is not as it was written', { wholeness: 'changed' as const }],
    ['rows of it are unreadable', { refused: damaged.refused }],
    ['there is nothing in it', { events: { fresh: 0, known: 0 } }],
  ])('claims not that all of a file is there when %s', async (_why, change) => {
    const result = { ...preview, events: none, exposures: { fresh: 0, known: 0 }, ...change };
    const { text } = await showRestore({ reading: { state: 'done', result } });
    expect(text).not.toContain('already has all of it');
    expect(text).toContain('Nothing that could be read in it is new');
  });

  test('says when something was erased after the backup was made, where it would bring rows back', async () => {
    const result = { ...preview, erasedAt: daysAgo(3) };
    const erased = 'Something was erased after this backup was made, last on Mar 9, 2026';
    expect((await showRestore({ reading: { state: 'done', result } })).text).toContain(erased);
    expect((await showRestore({ reading: { state: 'done', result: preview } })).text).not.toContain('was erased');
    const before = { ...preview, erasedAt: preview.madeAt - 1 };
    expect((await showRestore({ reading: { state: 'done', result: before } })).text).not.toContain('was erased');
    const known = { ...result, events: none, exposures: none };
    expect((await showRestore({ reading: { state: 'done', result: known } })).text).not.toContain('was erased');
  });

  test('says that a backup of another ledger will be mixed with this one', async () => {
    const other = { ...preview, isOther: true };
    const { text } = await showRestore({ reading: { state: 'done', result: other } });
    expect(text).toContain('mixed with yours');
    expect(text).toContain('An order that is in both stands twice until');
    expect((await showRestore({ reading: { state: 'done', result: preview } })).text).not.toContain('mixed');
    const known = { ...other, events: none, exposures: none };
    expect((await showRestore({ reading: { state: 'done', result: known } })).text).not.toContain('mixed');
  });

  test('says by which limits what it restores goes again', async () => {
    const limited = { ...preview, limits: { here: { visits: 90 }, ofFile: { visits: 30, clicks: 1 } } };
    const { text } = await showRestore({ reading: { state: 'done', result: limited } });
    expect(text).toContain('limited in this ledger');
    expect(text).toContain('Page visits: 90 days');
    expect(text).not.toContain('Links you followed: 1 day');
    expect((await showRestore({ reading: { state: 'done', result: preview } })).text).not.toContain('within a day');
  });

  test('says which limits come with the settings of a file, before they are taken', async () => {
    const ofFile = { visits: 30, clicks: 1 };
    const limited = { ...preview, events: none, exposures: none, limits: { here: { visits: 90 }, ofFile } };
    const { text } = await showRestore({ reading: { state: 'done', result: limited } });
    expect(text).not.toContain('within a day');
    await press(document.querySelector<HTMLElement>('input[type=checkbox]')!);
    const said = document.querySelector('.preview')!.textContent;
    expect(said).toContain('also what is in the ledger now:Links you followed: 1 day');
    expect(said).not.toContain('Page visits: 30 days'); // a limit of this ledger's own stands
  });

  test('says what is wrong with a file, row by row', async () => {
    const { text, onListRefused } = await showRestore({ reading: { state: 'done', result: damaged } });
    for (const part of [
      'its end is missing',
      '2 entries were already damaged when the backup was made',
      '24 unreadable entries, and why',
      'Line 17: something in it is missing or wrong (link.kind)',
      'Line 1,800: not readable text',
      '4 more are not listed here',
    ])
      expect(text).toContain(part);
    await press(one('button', 'Download the list'));
    expect(onListRefused.mock.calls).toEqual([[damaged.refused]]);
    const changed = { ...damaged, wholeness: 'changed' as const };
    expect((await showRestore({ reading: { state: 'done', result: changed } })).text).toContain(
      'not as it was written',
    );
  });

  test.each([
    ['empty', 'This file is empty'],
    ['foreign', 'not a backup made by Bacao, or only a part of one'],
    ['newer', 'Update Bacao'],
    ['cut', 'not copied to its end'],
    ['closed', 'the backup was not looked at'],
    ['failed', 'could not be read'],
  ] as const)('a file that is %s is said to be', async (why, words) => {
    expect((await showRestore({ reading: { state: 'failed', why } })).text).toContain(words);
    expect(document.querySelector('input[type=file]')).not.toBeNull();
  });

  test('under way, tells how far it is and can be stopped', async () => {
    const { text, onStop } = await showRestore({ writing: { state: 'running', done: 500, total: 4_012 } });
    expect(text).toContain('500 of 4,012 entries dealt with');
    await press(one('button', 'Stop'));
    expect(onStop).toHaveBeenCalledTimes(1);
  });

  test.each<[RestoreDone['end'], string, boolean]>([
    ['done', 'The restore is complete', false],
    ['stopped', 'What was added stays', true],
    ['erased', 'Something was erased meanwhile', false],
    ['full', 'no room for the rest', true],
    ['unanswered', 'interrupted', true],
    ['failed', 'interrupted', true],
  ])('ended as %s: in words and numbers', async (end, words, goesOn) => {
    const { text } = await showRestore({ writing: { state: 'done', result: { ...restored, end } } });
    expect(text).toContain(words);
    expect(text).toContain('4,012 added, 51,200 already there, 0 unreadable.');
    expect(text.includes('Choose the same file again')).toBe(goesOn);
  });

  test('ended with more keys of orders than there is place for: says how many, and what it means', async () => {
    const show = (result: RestoreDone) => showRestore({ writing: { state: 'done', result } });
    expect((await show({ ...restored, keysLeft: 3 })).text).toContain('some found no place (3)');
    expect((await show(restored)).text).not.toContain('keys of orders');
  });

  test('one that broke in the middle is told, and can be put away', async () => {
    const unfinished = { file: preview.file, startedAt: 0, progress: { done: 12, total: 55_212 } };
    const { text, onForget } = await showRestore({ unfinished });
    expect(text).toContain('from bacao-2026-03-02.ndjson.gz stopped at 12 of 55,212 entries');
    await press(one('button', 'Got it, put this away'));
    expect(onForget).toHaveBeenCalledTimes(1);
  });
});
