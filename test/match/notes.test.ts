import { expect, test } from 'vitest';
import type { ItemRow } from '@/utils/core/rows';
import { type CountedNote, notesTally } from '@/utils/match/notes';

const at = Date.UTC(2026, 4, 3);
const monthOf = (time: number) => new Date(time).toISOString().slice(0, 7);

function note(id: string, change: Partial<CountedNote> = {}): CountedNote {
  return {
    key: `xiaohongshu:${id}`,
    site: 'xiaohongshu',
    authorId: 'a1',
    firstSeenAt: at,
    itemKeys: ['jd:1'],
    ...change,
  };
}

function item(noteId: string, change: Partial<ItemRow> = {}): ItemRow {
  const seen = { note: { site: 'xiaohongshu', id: noteId, at }, surfaces: ['ad-link' as const], savedBy: [] };
  return { key: 'jd:1', platform: 'jd', kind: 'item', ...seen, journey: [], state: 'seen', ...change };
}

function tally(items: ItemRow[], notes: CountedNote[]) {
  const sums = notesTally(monthOf);
  items.forEach(sums.addItem);
  notes.forEach(sums.addNote);
  return sums.end();
}

test('what came of a note stands at the note where its items were first seen', () => {
  const clicked = item('n1', { journey: [{ step: 'clicked', at, evidence: 'observed' }], savedAt: at });
  const { topNotes, topAuthors } = tally([clicked, item('n1', { purchasedAt: at })], [note('n1'), note('n2')]);
  expect(topNotes.map(({ key, clicked, saved, bought }) => [key, clicked, saved, bought])).toEqual([
    ['xiaohongshu:n1', 1, 1, 1],
    ['xiaohongshu:n2', 0, 0, 0],
  ]);
  expect(topAuthors).toEqual([{ authorId: 'a1', notes: 2, labelled: 0, links: 2, clicked: 1, saved: 1, bought: 1 }]);
});

test('a note without links is collected, and no more', () => {
  expect(tally([], [note('n1', { itemKeys: [], collectedAt: at })])).toMatchObject({
    notes: 0,
    collected: 1,
    months: [],
  });
});

test.each([
  ['广告 as the law wants it', { kind: 'statutory' }, { labelled: 1, unlabelled: 0, unknown: 0 }],
  ['合作 by the author', { kind: 'declared' }, { labelled: 1, unlabelled: 0, unknown: 0 }],
  ['other words', { kind: 'other' }, { labelled: 0, unlabelled: 1, unknown: 0 }],
  ['none', { kind: 'none' }, { labelled: 0, unlabelled: 1, unknown: 0 }],
  ['one that cannot be read', { kind: 'unknown' }, { labelled: 0, unlabelled: 0, unknown: 1 }],
  ['nothing that says', undefined, { labelled: 0, unlabelled: 0, unknown: 1 }],
] as const)('a note with %s', (_, label, counts) => {
  expect(tally([], [note('n1', label && { label })]).months).toEqual([{ month: '2026-05', ...counts }]);
});

test('thousands of notes are a list of a hundred, the ones that led to most', () => {
  const notes = Array.from({ length: 3_000 }, (_note, place) =>
    note(String(place), { authorId: `a${String(place % 150)}` }),
  );
  const report = tally([item('2999', { purchasedAt: at })], notes);
  expect(report.topNotes).toHaveLength(100);
  expect(report.topNotes[0]?.key).toBe('xiaohongshu:2999');
  expect([report.topAuthors.length, report.authors, report.notes]).toEqual([100, 150, 3_000]);
});
