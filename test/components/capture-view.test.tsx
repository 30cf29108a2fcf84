// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { CaptureView } from '@/components/capture/capture-view';
import { cutAtMatches, mostMatches } from '@/components/capture/matches';
import type { CaptureState } from '@/components/capture/props';
import { speak } from './i18n-setup';
import { capture } from './made-capture';
import { all, draw, mount, one, press } from './mount';
import { read } from './made-rows';

beforeAll(() => speak('en'));

async function show(state: CaptureState = capture) {
  const onSave = vi.fn();
  const { textContent } = await draw(<CaptureView capture={state} onSave={onSave} />);
  return { onSave, textContent };
}

async function find(words: string): Promise<string> {
  const field = document.querySelector('input');
  if (!field) throw new Error('There is nowhere to type.');
  await act(() => {
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  return document.body.textContent;
}

describe('a capture', () => {
  test('is shown whole, with its sizes and what was replaced', async () => {
    const { textContent } = await show();
    for (const words of [
      '<p>某某某</p>',
      '"kind": "note"',
      '412 kB',
      '3 kB',
      'replaced by stand-ins',
      'nothing is saved or sent',
    ])
      expect(textContent).toContain(words);
    expect(all('region').map((region) => region.getAttribute('aria-label'))).toEqual([
      'The page: text',
      'What was read of it: text',
    ]);
  });

  test('each file is saved by itself, and it is said', async () => {
    const { onSave } = await show();
    await press(one('button', `Save ${capture.files.facts.name}`));
    expect(onSave.mock.calls).toEqual([['facts']]);
    const { textContent } = await show({ ...capture, saved: ['facts'] });
    expect(textContent).toContain(`${capture.files.facts.name} was given to the downloads`);
    expect(textContent).not.toContain(`${capture.files.page.name} was given`);
  });

  test('is searched, in both files, whatever the case', async () => {
    await show();
    expect(await find('NOTE')).toContain('1 match');
    expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['note', 'note']);
    await press(one('button', 'Next match in The page'));
    expect(document.querySelectorAll('mark[data-shown]')).toHaveLength(1);
    expect(await find('nowhere')).toContain('0 matches');
    expect(all('button', 'Next match in The page')).toEqual([]);
  });

  test.each([
    ['gone', 'Its tab was closed'],
    ['foreign', 'note sites alone'],
    ['failed', 'Reload it'],
  ] as const)('that is %s says why', async (why, words) => {
    expect((await show({ state: 'failed', why })).textContent).toContain(words);
    expect(all('button')).toEqual([]);
  });

  test('that is on its way says so', async () => {
    await show({ state: 'reading' });
    expect(one('status').getAttribute('aria-label')).toBe('Reading the page…');
  });
});

describe('matches', () => {
  test.each([
    ['abcabc', 'bc', ['a', 'bc', 'a', 'bc', '']],
    ['aaa', 'aa', ['', 'aa', 'a']],
    ['abc', '', ['abc']],
    ['abc', 'x', ['abc']],
    ['İx', 'x', ['İx']], // its small form is two letters long
  ])('%s at %s', (text, wanted, parts) => expect(cutAtMatches(text, wanted)).toEqual(parts));

  test('more than anyone looks through are said to be more', async () => {
    const text = 'x'.repeat(2 * mostMatches);
    expect(cutAtMatches(text, 'x')).toHaveLength(2 * mostMatches + 1);
    await show({ ...capture, files: { ...capture.files, page: { ...capture.files.page, text } } });
    expect(await find('x')).toContain('more than 500 matches');
  });
});

describe('the popup', () => {
  const unread = [
    { where: 'comments', reason: 'no-data', count: 20 },
    { where: 'comments', reason: 'no-data' },
    { where: 'note.saved', reason: 'shape' },
  ] as const;

  test('says what was expected and what became of it, and offers a capture', async () => {
    const { place, actions } = await mount({ tab: 'page', page: read({ unread: [...unread] }) });
    expect(place.textContent).toContain('22 things on this page could not be read');
    expect(one('note', 'What was expected, and what became of it').textContent).toBe(
      'comments: not on the pagenote: looks different from what is known',
    );
    await press(one('button', 'Save a diagnostic capture…'));
    expect(actions.capturePage).toHaveBeenCalledTimes(1);
  });

  test('offers it too where everything was read: what is not known is not missed', async () => {
    const { place } = await mount({ tab: 'page', page: read() });
    expect(place.textContent).toContain('Is something here that is not listed above?');
    expect(all('button', 'Save a diagnostic capture…')).toHaveLength(1);
  });

  test('a page that fails in many ways says a few of them', async () => {
    const many = ['note.title', 'note.authorId', 'comments', 'cards', 'links', 'state'].map((where) => ({
      where,
      reason: 'shape' as const,
    }));
    const { place } = await mount({ tab: 'page', page: read({ unread: many }) });
    expect(document.querySelectorAll('[role=note] p')).toHaveLength(4);
    expect(place.textContent).toContain('and 2 more');
  });
});
