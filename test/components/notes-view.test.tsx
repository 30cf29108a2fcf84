// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { type NotesProps, NotesView } from '@/components/dashboard/notes/notes-view';
import { speak } from './i18n-setup';
import { fine } from './made-health';
import { latest, posters } from './made-sums';
import { all, draw, one, press } from './mount';

beforeEach(() => speak('en'));

function props(job: NotesProps['posters']['job'] = { state: 'idle' }) {
  const on = { onCount: vi.fn<() => void>(), onStop: vi.fn<() => void>(), onGo: vi.fn<NotesProps['onGo']>() };
  const count = { onCount: vi.fn<() => void>(), onStop: vi.fn<() => void>() };
  const onOpenNote = vi.fn<NotesProps['onOpenNote']>();
  return {
    facts: fine,
    survey: { job: { state: 'idle' as const }, latest },
    ...on,
    posters: { job, ...count },
    onOpenNote,
  };
}

test('tells of notes and authors what they led to, and opens a note', async () => {
  const on = props();
  const place = await draw(<NotesView {...on} />);
  expect(all('row').map(({ textContent }) => textContent)).toContain('5f1a1453212' + '83');
  expect(place.textContent).toContain('The first 4 of 310');
  await press(one('button', 'Camping list for rainy weekends'));
  expect(on.onOpenNote).toHaveBeenCalledWith('xiaohongshu', 'n2');
});

test('a note without a title, and one whose label nobody could read, say so', async () => {
  const place = await draw(<NotesView {...props()} />);
  const notes = [...place.querySelectorAll('#notes tbody tr')].map((row) => row.textContent);
  expect(notes.at(-1)).toMatch(/^A note without a title.*not readable/u);
});

test('who posts blue links waits for the person’s word, and says what it found', async () => {
  const on = props();
  const place = await draw(<NotesView {...on} />);
  await press(one('button', 'Count them'));
  expect(on.posters.onCount).toHaveBeenCalled();
  await draw(<NotesView {...props({ state: 'done', result: posters })} />);
  expect(place.querySelector('#posters')?.textContent).toContain('101 of 212 (48%)');
  expect(place.querySelector('#posters')?.textContent).toContain('9 links stood under more than one note');
});

test.each([
  ['running', { state: 'running' as const, done: 10, total: 200 }, 'Counting: 10 of 200 rows'],
  ['stopped', { state: 'stopped' as const }, 'Stopped before the end.'],
  ['failed', { state: 'failed' as const, why: 'failed' as const }, 'Counting did not finish.'],
  ['nothing', { state: 'done' as const, result: { ...posters, links: 0 } }, 'No blue link has been seen yet.'],
])('counting who posts them: %s', async (_, job, words) => {
  const place = await draw(<NotesView {...props(job)} />);
  expect(place.querySelector('#posters')?.textContent).toContain(words);
});
