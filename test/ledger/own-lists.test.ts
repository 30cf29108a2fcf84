import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { openLedger } from '@/utils/ledger/open';
import { findItems } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `own-lists-${String((names += 1))}` });
});

const add = (...events: LedgerEvent[]) => appendEvents(db, events);
const stateOf = async () => (await findItems(db, [made.jdItem])).items[made.jdItem.key]?.state;
const types = async () => (await db.getAllFromIndex('events', 'seq')).map(({ type }) => type);
const noteId = '65f000000000000012345678';

describe('a note on the person’s own list of collected ones', () => {
  test('is collected, and so is what hangs on it, seen before or after', async () => {
    await add(made.sighting(1, made.jdItem), made.listed(2));
    expect(await stateOf()).toBe('saved');
    await add(made.sighting(3, made.taobaoItem));
    expect((await findItems(db, [made.taobaoItem])).items[made.taobaoItem.key]?.state).toBe('saved');
  });

  test('is kept once, however often the list is opened', async () => {
    await add(made.listed(1));
    expect((await add(made.listed(2), made.listed(3))).passed).toHaveLength(2);
    expect(await db.count('events')).toBe(1);
  });

  test('is not collected again by a list from before it was un-collected', async () => {
    await add(made.sighting(1, made.jdItem), made.collect(5, true), made.collect(9, false));
    expect((await add(made.listed(4))).stored).toEqual([]);
    expect(await stateOf()).toBe('seen');
    await add(made.listed(10));
    expect(await stateOf()).toBe('saved');
  });

  test('goes when the note is erased', async () => {
    await add(made.listed(1), made.listed(2, '65f000000000000087654321'));
    expect(await eraseThing(db, { kind: 'note', site: 'xiaohongshu', id: noteId })).toMatchObject({ events: 1 });
    expect((await db.getAll('notes')).map(({ id }) => id)).toEqual(['65f000000000000087654321']);
  });
});

describe('a shop page of the site', () => {
  const follow = made.click(1, made.shopLink, { surface: 'shop-entry' });

  test('that a link led to is kept, with the name that comes late', async () => {
    await add(follow, made.shop(2), made.shop(3, { name: '一窑器物' }));
    expect(await types()).toEqual(['click', 'shop', 'shop']);
  });

  test('in a tab that the click opened as well', async () => {
    expect((await add(follow, made.shop(2, { tab: 9, opener: 1 }))).stored).toHaveLength(2);
  });

  test.each([
    ['that no link led to', made.shop(2, { tab: 3 })],
    ['of another shop', made.shop(2, { key: 'https://www.xiaohongshu.com/vendor/0' })],
    ['that came before the click', made.shop(0)],
    ['that came too late', made.shop(5 * 60_000 + 2)],
  ])('%s is not', async (_which, visit) => {
    await add(follow);
    expect(await add(visit)).toEqual({ stored: [], passed: [visit.id] });
  });

  test('that an opaque link of its house led to is kept, and what is opened there is not that link’s', async () => {
    await add(made.sighting(0, made.unionLink), made.click(1, made.unionLink, { space: 'jd' }));
    const mall = { platform: 'jd', shopId: '9', key: 'https://mall.jd.com/index-9.html' };
    expect((await add(made.shop(2, { ...mall, space: 'ali' }))).stored).toEqual([]);
    expect((await add(made.shop(3, { ...mall, space: 'jd' }))).stored).toHaveLength(1);
    expect((await add(made.shop(4, { ...mall, space: 'jd', name: '示例店' }))).stored).toHaveLength(1);
    expect((await add(made.landing(5, made.jdItem.key))).stored).toEqual([]);
    expect((await db.getAllKeys('items')).map(String)).toEqual([made.unionLink.key]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('goes with the opaque link that led to it', async () => {
    const mall = { platform: 'jd', shopId: '9', key: 'https://mall.jd.com/index-9.html', space: 'jd' };
    await add(made.sighting(0, made.unionLink), made.click(1, made.unionLink, { space: 'jd' }), made.shop(2, mall));
    await eraseThing(db, { kind: 'item', key: made.unionLink.key });
    expect(await types()).toEqual([]);
  });

  test('takes no item’s click, and no item takes the shop’s', async () => {
    await add(made.click(0, made.unionLink, { space: 'jd' }), made.click(0, made.jdItem, { space: 'xiaohongshu' }));
    expect((await add(made.shop(1))).stored).toEqual([]);
    await add(made.click(2, made.shopLink, { space: 'xhs' }));
    expect((await add(made.landing(3, 'xhs:1'))).stored).toEqual([]);
  });

  test('goes with the note that led to it, and with its platform', async () => {
    await add(made.note(0), made.sighting(0, made.shopLink), follow, made.shop(2, { visit: 'other' }));
    await eraseThing(db, { kind: 'note', site: 'xiaohongshu', id: noteId });
    expect(await types()).toEqual([]);
    await add(made.click(10, made.shopLink), made.shop(11));
    await eraseThing(db, { kind: 'platform', platform: 'xiaohongshu' });
    expect(await types()).toEqual([]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });
});
