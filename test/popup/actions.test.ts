import { beforeEach, describe, expect, test, vi } from 'vitest';
import { popupActions } from '@/entrypoints/popup/actions';
import { seenLink } from '@/entrypoints/popup/seen';
import type { PageView } from '@/utils/core/rows';
import { jdItem } from '../ledger/made-events';
import { chair } from '../components/made-rows';
import { answers, frontUrl, madeBrowser, noteUrl, pageWith } from './made-popup';

const note = { id: '65f000000000000012345678', title: '秋天的第一件毛衣' };
const link = { surface: 'ad-link' as const, link: jdItem, layer: 'L1', rule: 'made', verified: true };
const view: PageView = {
  state: 'read',
  page: pageWith({ note, links: [link] }),
  items: {},
  keepable: [jdItem.key],
};
const { key } = jdItem;
const seen = { site: 'xiaohongshu', url: noteUrl, note, link };

function actionsOn(page: PageView) {
  const searching = { search: vi.fn(), beginSearch: vi.fn() };
  const doors = {
    ...searching,
    isPanel: false,
    refresh: vi.fn(),
    loadMore: vi.fn(),
    tabId: () => 7,
    windowId: () => 1,
    authorOf: () => Promise.resolve(undefined),
    hasThumbnails: () => false,
  };
  return popupActions({ ...doors, seen: (each) => seenLink(page, frontUrl, each) });
}

beforeEach(() => madeBrowser());

describe('a deed on what is not stored yet carries what the page says', () => {
  test.each([
    ['save', { type: 'want', key, wanted: true, seen }],
    ['markBought', { type: 'mark', key, mark: 'bought', seen }],
    ['drop', { type: 'mark', key, mark: 'dropped', seen }],
    ['unsave', { type: 'want', key, wanted: false }],
    ['undo', { type: 'mark', key, mark: 'none' }],
  ] as const)('%s', async (deed, message) => {
    expect(await actionsOn(view)[deed](key)).toBe(true);
    expect(answers.background.mock.calls).toEqual([[message]]);
  });

  test.each<[string, PageView]>([
    ['the ledger knows it', { ...view, items: { [key]: chair } }],
    ['the page shows no note', { ...view, page: pageWith({ links: [link] }) }],
    ['the page does not show it', { ...view, page: pageWith({ note }) }],
    ['nothing is read', { state: 'silent' }],
  ])('but not when %s', async (_name, page) => {
    await actionsOn(page).save(key);
    expect(answers.background.mock.calls).toEqual([[{ type: 'want', key, wanted: true }]]);
  });

  test.each([undefined, 'https://mall.xiaohongshu.com/explore/1', 'nonsense'])('nor from %s', (address) => {
    expect(seenLink(view, address, key)).toBeUndefined();
  });
});

test('a note is left out by the name the site gives it', async () => {
  expect(await actionsOn(view).leaveOut('note', note.id, true)).toBe(true);
  expect(answers.background.mock.calls).toEqual([[{ type: 'exclude', what: 'note', id: note.id, on: true }]]);
});

test.each([
  ['an answer without ok', () => Promise.resolve({ ok: false })],
  ['no answer', () => Promise.resolve(undefined)],
  ['a worker that is gone', () => Promise.reject(new Error('made'))],
])('%s is not stored', async (_name, answer) => {
  answers.background.mockImplementation(answer);
  expect(await actionsOn(view).save(key)).toBe(false);
});
