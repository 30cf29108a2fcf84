// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { jdItem } from '../ledger/made-events';
import { changePage, endAll, madeDoor, madeSite, noteId, otherId, settle, watchNote } from './made-page';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) }));
afterEach(() => {
  endAll();
  vi.useRealTimers();
});

const adLink = { surface: 'ad-link', link: jdItem, layer: 'L1', rule: 'target', verified: false } as const;

/** An untitled note with a link, read, and then a page change by the history API. */
async function watchThenGo(path: string) {
  const { door, rows } = madeDoor();
  const { site, shown } = madeSite();
  shown.note = { authorId: 'u1' };
  shown.links = [adLink];
  watchNote(door, site);
  changePage();
  await settle(3_000);
  expect(rows.splice(0).map(({ type }) => type)).toEqual(['note', 'sighting']);
  window.history.pushState(undefined, '', path);
  changePage();
  await settle(300);
  return { shown, types: () => rows.map(({ type }) => type), rows, site };
}

test('the note before, still standing under the new address, lends it no links', async () => {
  const { types } = await watchThenGo(`/explore/${otherId}`);
  expect(types()).toEqual(['page']);
});

test('as soon as another note stands there it is told', async () => {
  const { types, shown } = await watchThenGo(`/explore/${otherId}`);
  shown.note = { authorId: 'u2' };
  changePage();
  await settle(300);
  expect(types()).toEqual(['page', 'note', 'sighting']);
});

test('of two untitled notes by one author the second is told too, without any further change', async () => {
  const { rows, types } = await watchThenGo(`/explore/${otherId}`);
  await settle(2_000);
  expect(types()).toEqual(['page', 'note', 'sighting']);
  expect(rows[2]).toMatchObject({ noteId: otherId });
});

test('the same note under another path is told at once', async () => {
  const { types } = await watchThenGo(`/search_result/${noteId}`);
  expect(types()).toEqual(['page', 'note', 'sighting']);
});

test('a query that changes begins no visit', async () => {
  const { types } = await watchThenGo(`/explore/${noteId}?xsec_token=made#comments`);
  await settle(3_000);
  expect(types()).toEqual([]);
});

test('once the moment is over, a page at rest is not read again', async () => {
  const { site } = await watchThenGo(`/explore/${otherId}`);
  await settle(4_000);
  vi.mocked(site.readOpen).mockClear();
  await settle(60_000);
  expect(site.readOpen).not.toHaveBeenCalled();
});
