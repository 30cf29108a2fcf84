// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NoteReading } from '@/utils/core/types';
import { changePage, endAll, madeDoor, madeSite, noteId, otherId, settle, watchNote } from './made-page';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) }));
afterEach(() => {
  endAll();
  vi.useRealTimers();
});

const byNobody: NoteReading = { id: noteId, saved: true };
const byOne: NoteReading = { id: otherId, authorId: 'u1', saved: true };

async function go(path: string): Promise<void> {
  window.history.pushState(undefined, '', path);
  window.dispatchEvent(new Event('popstate'));
  await settle(500);
}

/** Follows a profile whose second tab is the saved list; what stands on the page is in `shown`. */
async function watch(shown: { notes: NoteReading[]; isOtherMarked?: boolean }) {
  const { door, rows } = madeDoor();
  const { site } = madeSite({
    readPlace: (url) => (url.includes('/explore/') ? { kind: 'note', noteId } : { kind: 'profile' }),
    readSaved: (url) => (url.includes('tab=fav') && !shown.isOtherMarked ? shown.notes : undefined),
    readFormerSaved: (url) => (url.includes('tab=fav') ? shown.notes : undefined),
  });
  watchNote(door, site);
  await go('/user/profile/u0');
  return () => rows.flatMap((row) => (row.type === 'note' && row.note.saved ? [row.note.id] : []));
}

test('notes of the tab before that name nobody are not collected ones', async () => {
  const shown = { notes: [byNobody] };
  const saved = await watch(shown);
  await go('/user/profile/u0?tab=fav');
  changePage();
  await settle(3_000);
  expect(saved()).toEqual([]);
  shown.notes = [{ ...byNobody, id: '65f0000000000000aaaaaaaa' }, byOne];
  changePage();
  await settle(3_000);
  expect(saved()).toEqual(['65f0000000000000aaaaaaaa', otherId]);
});

test('while another tab is marked nothing is, and what stood there then stays out once the mark has come', async () => {
  const shown = { notes: [byNobody, byOne], isOtherMarked: true };
  const saved = await watch(shown);
  await go('/user/profile/u0?tab=fav');
  changePage();
  await settle(10_000);
  expect(saved()).toEqual([]);
  shown.isOtherMarked = false;
  changePage();
  await settle(3_000);
  expect(saved()).toEqual([otherId]);
});

test('what names its author is told, and behind an open note it is the same list', async () => {
  const shown: { notes: NoteReading[] } = { notes: [byOne] };
  const saved = await watch(shown);
  await go('/user/profile/u0?tab=fav');
  await settle(3_000);
  expect(saved()).toEqual([otherId]);
  await go(`/explore/${noteId}`);
  shown.notes = [byNobody];
  await go('/user/profile/u0?tab=fav');
  await settle(3_000);
  expect(saved()).toEqual([otherId, noteId]);
});
