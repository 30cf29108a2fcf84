// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageKind } from '@/utils/core/types';
import { jdItem } from '../ledger/made-events';
import { byHand, endAll, madeDoor, madeSite, noteId, otherId, settle, watchNote } from './made-page';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) });
  document.body.innerHTML = '<a href="#item">购买同款</a>';
});
afterEach(() => {
  endAll();
  vi.useRealTimers();
});

function watch(kind: PageKind, card?: { noteId?: string; authorId?: string }) {
  const made = madeDoor();
  const { site, shown } = madeSite({ readPlace: () => ({ kind }), cardAt: () => card });
  shown.links = [{ surface: 'goods-card', link: jdItem, layer: 'L1', rule: 'target', verified: false }];
  watchNote(made.door, site);
  return made;
}

async function follow(): Promise<void> {
  await settle(1_000);
  const click = new MouseEvent('click', { bubbles: true, composed: true, detail: 1 });
  document.querySelector('a')?.dispatchEvent(byHand(click));
  await settle(1_000);
}

const lists: PageKind[] = ['feed', 'search', 'profile', 'board', 'goods', 'shop', 'live'];

test.each(lists)('a link on a %s page is told once it is followed, as one of no note', async (kind) => {
  const { rows } = watch(kind);
  await settle(5_000);
  expect(rows).toEqual([]);
  await follow();
  expect(rows.map(({ type }) => type)).toEqual(['sighting', 'click']);
  expect(rows[0]).toMatchObject({ id: `s:xiaohongshu::goods-card:${jdItem.key}`, rule: 'target', ruleVersion: 'made' });
  expect(rows.filter((row) => 'noteId' in row)).toEqual([]);
});

test.each<PageKind>(['other', 'note'])('one on a page of kind %s, whose note has no id, is not', async (kind) => {
  const { rows } = watch(kind);
  await follow();
  expect(rows).toEqual([]);
});

test('a press on one wakes the background', async () => {
  const wake = vi.fn(() => Promise.resolve({}));
  const { door } = madeDoor({ wake });
  const { site, shown } = madeSite({ readPlace: () => ({ kind: 'search' }) });
  shown.links = [{ surface: 'ad-link', link: jdItem, layer: 'L1', rule: 'target', verified: false }];
  watchNote(door, site);
  document.querySelector('a')?.dispatchEvent(byHand(new MouseEvent('pointerdown', { bubbles: true, composed: true })));
  await settle();
  expect(wake).toHaveBeenCalledOnce();
});

describe('on the card of a note', () => {
  test.each([
    ['whose author is excluded', { noteId, authorId: otherId }, 0],
    ['that is excluded', { noteId: otherId, authorId: 'u1' }, 0],
    ['of somebody else', { noteId, authorId: 'u1' }, 2],
    ['of a live room whose host is excluded', { authorId: otherId }, 0],
  ])('%s', async (_what, card, told) => {
    const { rows, outside } = watch('feed', card);
    outside.excluded = [otherId];
    await follow();
    expect(rows).toHaveLength(told);
  });
});
