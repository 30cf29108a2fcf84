// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { decodeLedgerEvent } from '@/utils/schemas/stored';
import { seenOn } from '@/utils/core/seen-on';
import { readWish } from '@/utils/writer/wishes';
import { NoteWatcher } from '@/utils/watch/note-page';
import { jdItem } from '../ledger/made-events';
import { byHand, changePage, endAll, madeDoor, madeSite, noteId, settle, watchNote } from './made-page';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) });
  document.body.innerHTML =
    '<a href="#item">购买同款</a><b class="collect"><svg><use xlink:href="#collect"></use></svg></b>';
});
afterEach(() => {
  endAll();
  vi.useRealTimers();
});

const adLink = { surface: 'ad-link', link: jdItem, layer: 'L1', rule: 'target', verified: false } as const;
const press = (what: string) =>
  document.querySelector(what)?.dispatchEvent(byHand(new MouseEvent('click', { bubbles: true, composed: true })));

/** Types and rules of what went out, as the ledger reads it back. */
function told(rows: readonly object[]) {
  return rows.map((row) => {
    // The test's own page is no web page.
    const decoded = decodeLedgerEvent({ ...row, url: 'https://www.xiaohongshu.com/' });
    return 'row' in decoded ? [decoded.row.type, Reflect.get(decoded.row, 'ruleVersion')] : [decoded.reason];
  });
}

test('every row of a note’s page names the rules that read it', async () => {
  const { door, rows } = madeDoor();
  const { site, shown } = madeSite();
  shown.note = { authorId: 'u1' };
  shown.links = [adLink];
  watchNote(door, site);
  changePage();
  await settle(3_000);
  press('a');
  press('.collect');
  document.querySelector('use')?.setAttribute('xlink:href', '#collected');
  changePage();
  await settle(3_000);
  window.dispatchEvent(new Event('pagehide'));
  expect(told(rows)).toEqual(['note', 'sighting', 'click', 'collect', 'page'].map((type) => [type, 'made']));
});

test('so does the landing on the site’s own goods', async () => {
  const { door, rows } = madeDoor();
  const item = { platform: 'xiaohongshu', itemKey: 'xhs:1' };
  const { site } = madeSite({ readPlace: () => ({ kind: 'goods' }), readOwnItem: () => item });
  watchNote(door, site);
  changePage();
  await settle(3_000);
  expect(told(rows)).toEqual([['landing', 'made']]);
});

test('so does the visit of the site’s own shop', async () => {
  const { door, rows } = madeDoor();
  const url = 'https://www.xiaohongshu.com/shop/1';
  const readShop = () => ({ platform: 'xiaohongshu', shopId: '1', url, name: '小店' });
  const { site } = madeSite({ readPlace: () => ({ kind: 'shop' }), readShop });
  watchNote(door, site);
  changePage();
  await settle(3_000);
  expect(told(rows)).toEqual([['shop', 'made']]);
});

test('a row of before is read without', () => {
  const row = { type: 'collect', site: 'xiaohongshu', noteId, collected: true, id: 'c', at: 1, zoneMinutes: 0 };
  expect(told([{ ...row, type: 'collect', visit: 'v', url: 'https://www.xiaohongshu.com/' }])).toEqual([
    ['collect', undefined],
  ]);
});

test('what the popup saves names the rules that read its page', () => {
  const { door } = madeDoor();
  const { site, shown } = madeSite();
  shown.links = [adLink];
  const address = `https://www.xiaohongshu.com/explore/${noteId}`;
  window.history.replaceState(undefined, '', `/explore/${noteId}`);
  const seen = seenOn(new NoteWatcher(door, site).describe(), jdItem.key, { site: 'xiaohongshu', address });
  const wish = { type: 'want', key: jdItem.key, wanted: true, ...(seen && { seen }) } as const;
  expect(told(readWish(wish, 1))).toEqual([
    ['note', 'made'],
    ['sighting', 'made'],
    ['want', undefined],
  ]);
});
