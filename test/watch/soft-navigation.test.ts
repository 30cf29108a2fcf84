// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { jdItem } from '../ledger/made-events';
import { byHand, changePage, endAll, madeDoor, madeSite, noteId, otherId, settle, watchNote } from './made-page';

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

test.each([
  ['another tab, as the address says', `/explore/${noteId}?tab=b`],
  ['another page', '/explore'],
])('%s is a visit of its own', async (_title, path) => {
  const { rows } = await watchThenGo(path);
  window.dispatchEvent(new Event('pagehide'));
  const ends = rows.filter(({ type }) => type === 'page');
  expect(new Set(ends.map(({ visit }) => visit)).size).toBe(2);
});

describe('a tab that the address does not name', () => {
  const mark = (word: string) => {
    for (const tab of document.querySelectorAll('.tab')) tab.classList.toggle('on', tab.textContent === word);
    changePage();
  };
  const press = (word: string) => {
    const tab = [...document.querySelectorAll('.tab')].find(({ textContent }) => textContent === word);
    tab?.dispatchEvent(byHand(new MouseEvent('click', { bubbles: true, composed: true })));
  };

  async function watchTabs() {
    document.body.innerHTML = '<b class="tab on">all</b><b class="tab">video</b>';
    const { door, rows } = madeDoor();
    watchNote(door, madeSite().site);
    window.history.replaceState(undefined, '', '/search');
    changePage();
    await settle(100);
    rows.splice(0);
    return () => rows.filter(({ type }) => type === 'page').length;
  }

  test('is a visit of its own once the person has pressed it, and so is the way back', async () => {
    const ended = await watchTabs();
    press('video');
    await settle(100);
    expect(ended()).toBe(0);
    mark('video');
    await settle(100);
    expect(ended()).toBe(1);
    changePage();
    await settle(100);
    expect(ended()).toBe(1);
    press('all');
    mark('all');
    await settle(100);
    expect(ended()).toBe(2);
  });

  test('says nothing where nobody pressed it', async () => {
    const ended = await watchTabs();
    mark('video');
    await settle(100);
    expect(ended()).toBe(0);
  });

  test('has no say once the address has changed', async () => {
    const ended = await watchTabs();
    press('video');
    window.history.replaceState(undefined, '', '/search/other');
    changePage();
    await settle(100);
    expect(ended()).toBe(1);
    mark('video');
    await settle(100);
    expect(ended()).toBe(1);
  });
});

test('once the moment is over, a page at rest is not read again', async () => {
  const { site } = await watchThenGo(`/explore/${otherId}`);
  await settle(4_000);
  vi.mocked(site.readOpen).mockClear();
  await settle(60_000);
  expect(site.readOpen).not.toHaveBeenCalled();
});
