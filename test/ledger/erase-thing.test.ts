import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Erasure } from '@/utils/core/erasure';
import type { LedgerEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { appendExposures } from '@/utils/ledger/exposures';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import { findItems } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from './made-events';
import { notes, pageOf } from './made-life';

let db: LedgerDb;
let names = 0;
const open = () => openLedger({ name: `erase-thing-${String((names += 1))}` });
beforeEach(async () => {
  db = await open();
});

const [noteA = '', noteB = ''] = notes;
const site = 'xiaohongshu';
const jd = 'jd:100012043978';

const add = (...events: LedgerEvent[]) => appendEvents(db, events);
const on = (noteId: string) => ({ noteId, ...pageOf(noteId) });
const item = async (link = made.jdItem) => (await findItems(db, [link])).items[link.key];

test('an opaque link leaves its address nowhere, also where the person said something of an order by it', async () => {
  await add(made.sighting(1, made.unionLink));
  await addPurchases(db, [made.purchase(9)], { at: made.start + 9, zoneMinutes: 480 });
  const [line = ''] = await db.getAllKeys('orders');
  await add(made.match(20, { line, item: made.unionLink.key, word: 'different' }));
  const everything = async () =>
    JSON.stringify(await Promise.all([...db.objectStoreNames].map((name) => db.getAll(name))));
  expect(await everything()).toContain(made.unionLink.key);
  await eraseThing(db, { kind: 'item', key: made.unionLink.key });
  expect(await everything()).not.toContain(made.unionLink.key);
  expect(isSound(await verifyLedger(db))).toBe(true);
});

describe('an item', () => {
  test('goes from every note, with the link that led to it and its orders; the notes stay', async () => {
    await add(made.note(0, { title: '毛衣' }), made.sighting(1, made.jdItem), made.sighting(2, made.taobaoItem));
    await add(made.sighting(3, made.unionLink, on(noteB)), made.click(4, made.unionLink, on(noteB)));
    await add(made.landing(5, jd, { title: '羊毛衫' }), made.want(6, jd, true), made.mark(7, jd, 'bought'));
    await addPurchases(db, [made.purchase(9)], { at: made.start + 9, zoneMinutes: 480 });
    expect(await eraseThing(db, { kind: 'item', key: made.unionLink.key })).toMatchObject({ events: 7 });
    expect((await db.getAll('items')).map(({ key }) => key)).toEqual([made.taobaoItem.key]);
    expect((await db.getAll('notes')).map(({ id, itemKeys }) => [id, itemKeys])).toEqual([
      [noteA, [made.taobaoItem.key]],
    ]);
    expect([await db.count('orders'), (await db.getAll('counters')).length]).toEqual([0, 1]);
    expect(await db.get('meta', 'open-clicks')).toBeUndefined();
  });

  test('takes a bill’s word on its order along, and leaves the other lines', async () => {
    const [page, other] = [made.purchase(9), made.purchase(9, { itemId: '7', itemKey: 'jd:7', title: '裙子' })];
    const { itemId: _id, itemKey: _key, ...bill } = made.purchase(9, { source: 'bill', status: 'completed' });
    await addPurchases(db, [page, other, { ...bill, title: '裙子' }], { at: made.start + 9, zoneMinutes: 480 });
    await addPurchases(db, [bill], { at: made.start + 10, zoneMinutes: 480 });
    await eraseThing(db, { kind: 'item', key: jd });
    expect(await db.getAll('orders')).toMatchObject([{ itemKey: 'jd:7', status: 'completed' }]);
  });

  test('that the site sells itself goes from its cards and its page', async () => {
    const id = '6600000000000000000000aa';
    const url = `https://www.xiaohongshu.com/goods-detail/${id}`;
    await appendExposures(db, [
      made.exposure(1, { unit: { key: `card:3:${id}`, kind: 'product' } }),
      made.exposure(2, { unit: { key: 'page', kind: 'page' }, url, pageKind: 'goods' }),
      made.exposure(3),
    ]);
    expect(await eraseThing(db, { kind: 'item', key: `xhs:${id}` })).toMatchObject({ events: 0, exposures: 2 });
    expect(await db.get('meta', 'counts')).toMatchObject({ value: { exposures: 1, erasedExposures: 2 } });
  });

  test('goes from the cards and notes that carry a link to it', async () => {
    const card = (platform: string, key: string) => ({
      unit: {
        ...{ key: `card:0:${key}`, kind: 'note' as const, noteId: noteA },
        links: [{ surface: 'ad-link', link: { platform, key }, layer: 'L1', rule: 'target', verified: false } as const],
      },
    });
    await appendExposures(db, [
      made.exposure(1, card('jd', 'jd:7')),
      made.exposure(2, card('jd', 'jd:77')),
      made.exposure(3, card('taobao', 'ali:7')),
      made.exposure(4, { unit: { key: 'card:1:', kind: 'note', noteId: noteA } }),
      made.exposure(5, { unit: { ...card('jd', 'jd:7').unit, key: `open-note:${noteA}`, kind: 'open-note' } }),
    ]);
    expect(await eraseThing(db, { kind: 'item', key: 'jd:7' })).toMatchObject({ exposures: 2 });
    expect(await eraseThing(db, { kind: 'platform', platform: 'jd' })).toMatchObject({ exposures: 1 });
    expect(await eraseThing(db, { kind: 'platform', platform: 'taobao' })).toMatchObject({ exposures: 1 });
  });

  test('that a live room sold goes from what was shown there, under its link too', async () => {
    const room = { url: 'https://www.xiaohongshu.com/livestream/5699', pageKind: 'live' } as const;
    const goods = (key: string) => ({ unit: { key, kind: 'product' }, ...room }) as const;
    await appendExposures(db, [
      made.exposure(1, goods('goods:jd:jd:7')),
      made.exposure(2, goods('goods:jd:jd:77')),
      made.exposure(3, goods('goods:jd:https://u.jd.com/AbC')),
    ]);
    expect(await eraseThing(db, { kind: 'item', key: 'jd:7' })).toMatchObject({ exposures: 1 });
    expect(await eraseThing(db, { kind: 'platform', platform: 'xiaohongshu' })).toMatchObject({ exposures: 0 });
    expect(await eraseThing(db, { kind: 'platform', platform: 'jd' })).toMatchObject({ exposures: 2 });
  });
});

describe('a note', () => {
  const erase = () => eraseThing(db, { kind: 'note', site, id: noteA });

  test('goes with the visit to it, and with the item that nothing else shows', async () => {
    await add({ ...made.note(0), ...pageOf(noteA) }, made.sighting(1, made.jdItem, on(noteA)));
    await add(made.click(2, made.jdItem, on(noteA)), made.landing(3, jd), made.want(4, jd, true));
    await add({ ...made.collect(5, true), ...pageOf(noteA) }, { ...made.page(6, true), visit: pageOf(noteA).visit });
    await add(made.sighting(7, made.taobaoItem, on(noteB)));
    expect(await erase()).toMatchObject({ events: 7 });
    expect((await db.getAll('events')).map(({ type }) => type)).toEqual(['sighting']);
    expect(await db.count('coverage')).toBe(0);
  });

  test('leaves the feed that showed its card, but not the card; its own page goes, comments and all', async () => {
    const comment = { key: 'comment:1', kind: 'comment' as const };
    await appendExposures(db, [
      made.exposure(1, { visit: 'feed', unit: { key: 'a', kind: 'note', noteId: noteA }, url: 'https://x.test/' }),
      made.exposure(2, { visit: 'feed', unit: { key: 'b', kind: 'note', noteId: noteB }, url: 'https://x.test/' }),
      made.exposure(3, { ...pageOf(noteA), unit: comment }),
      made.exposure(4, { ...pageOf(noteB), unit: comment }),
    ]);
    await add({ ...made.page(5, false), visit: pageOf(noteA).visit }, { ...made.page(6, true), visit: 'feed' });
    expect(await erase()).toMatchObject({ events: 1, exposures: 2 });
    expect((await db.getAll('exposures')).map(({ unit, visit }) => [unit.key, visit])).toEqual([
      ['b', 'feed'],
      ['comment:1', pageOf(noteB).visit],
    ]);
  });

  test('leaves what was said of an item that another note shows', async () => {
    await add(made.sighting(1, made.jdItem, on(noteA)), made.want(2, jd, true), made.mark(3, jd, 'bought'));
    await add(made.mark(4, jd, 'none'), made.click(5, made.jdItem, on(noteB)));
    await add(made.sighting(6, made.jdItem, on(noteB)), made.sighting(7, made.taobaoItem, on(noteB)));
    expect(await erase()).toMatchObject({ events: 1 });
    expect(await item()).toMatchObject({ state: 'saved', savedBy: ['item'], note: { id: noteB, at: made.start + 6 } });
    expect((await item())?.journey.map(({ step }) => step)).toEqual(['clicked', 'seen', 'saved']);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('leaves the order of its item, which then no note led to', async () => {
    await add(made.sighting(1, made.jdItem, on(noteA)));
    await addPurchases(db, [made.purchase(60_000)], { at: made.start + 70_000, zoneMinutes: 480 });
    await erase();
    expect(await db.getAll('orders')).toMatchObject([{ itemKey: jd, unmatchedAt: made.start + 60_000 }]);
  });
});

describe('a platform', () => {
  test('goes with its items, whatever links led there, its orders and the visits to its pages', async () => {
    await add(made.sighting(1, made.jdItem), made.sighting(2, made.taobaoItem), made.click(3, made.jdItem));
    await add({ ...made.page(4, true), where: 'jd', kind: 'orders' }, made.page(5, true), made.want(6, jd, true));
    // Seen by a link of one shop, opened at the other: the item counts as the shop's where it was opened.
    const short = { ...made.unionLink, platform: 'taobao', key: 'https://m.tb.cn/h.abc' };
    await add(made.sighting(7, short), made.click(8, short, { space: 'ali' }));
    await add(made.landing(9, 'ali:7', { platform: 'tmall' }));
    await addPurchases(db, [made.purchase(9)], { at: made.start + 9, zoneMinutes: 480 });
    await eraseThing(db, { kind: 'platform', platform: 'jd' });
    expect((await db.getAll('coverage')).map(({ where }) => where)).toEqual([site]);
    expect([await db.count('orders'), await db.count('items')]).toEqual([0, 2]);
    await eraseThing(db, { kind: 'platform', platform: 'tmall' });
    expect((await db.getAll('events')).map(({ type }) => type)).toEqual(['page']);
  });

  test('that is a note site as well keeps its notes', async () => {
    await add(made.note(0), made.sighting(1, made.jdItem), made.page(2, true), made.page(3, true));
    await add({ ...made.page(4, true), kind: 'goods' });
    await appendExposures(db, [
      made.exposure(1),
      made.exposure(2, { unit: { key: 'card:1:aa', kind: 'product' } }),
      made.exposure(3, { unit: { key: 'page', kind: 'page' }, pageKind: 'goods' }),
    ]);
    const erased = await eraseThing(db, { kind: 'platform', platform: site });
    expect(erased).toMatchObject({ events: 1, exposures: 2 });
    expect(await db.count('notes')).toBe(1);
  });
});

describe('a stretch of time', () => {
  const range = (from: number, to: number) =>
    eraseThing(db, { kind: 'range', from: made.start + from, to: made.start + to });

  test('takes what happened from its first moment to right before its last', async () => {
    await add(made.click(1, made.jdItem), made.click(2, made.jdItem), made.click(3, made.jdItem));
    await appendExposures(db, [made.exposure(1), made.exposure(2), made.exposure(3)]);
    expect(await range(2, 3)).toMatchObject({ events: 1, exposures: 1 });
    expect((await db.getAll('events')).map(({ at }) => at - made.start).sort()).toEqual([1, 3]);
    expect((await db.getAll('exposures')).map(({ at }) => at - made.start).sort()).toEqual([1, 3]);
  });

  test('takes an order that was placed in it, whenever its page was read', async () => {
    const { orderedAt: _time, ...undated } = made.purchase(5, { status: 'completed', title: '羊毛衫 灰' });
    await addPurchases(db, [made.purchase(5)], { at: made.start + 900, zoneMinutes: 480 });
    await addPurchases(db, [undated], { at: made.start + 990, zoneMinutes: 480 });
    await range(0, 10);
    expect(await db.count('orders')).toBe(0);
    expect(await db.count('events')).toBe(0);
  });

  test('takes what hung on a sighting in it', async () => {
    await add(made.sighting(1, made.jdItem), made.want(500, jd, true));
    await range(0, 10);
    expect(await db.count('events')).toBe(0);
  });
});

describe('what nobody can read', () => {
  const aside = (key: string, row: unknown) =>
    db.put('quarantine', { key, store: 'events', row, at: made.start + 5, reason: 'x' });

  test.each<[Erasure, string[]]>([
    [{ kind: 'item', key: jd }, ['address', 'deep']],
    [{ kind: 'note', site, id: noteA }, ['note']],
    [{ kind: 'platform', platform: 'jd' }, ['platform']],
    [{ kind: 'range', from: made.start, to: made.start + 10 }, ['address', 'deep', 'note', 'platform']],
    [{ kind: 'range', from: made.start + 10, to: made.start + 20 }, ['dated']],
  ])('and was put aside goes when it names what goes: %j', async (what, gone) => {
    await aside('address', { link: 'https://item.jd.com/100012043978.html' });
    await aside('deep', { a: { b: [{ [jd]: null, c: undefined }] } });
    await aside('note', { url: `https://www.xiaohongshu.com/explore/${noteA}` });
    await aside('platform', { link: { platform: 'jd' } });
    await aside('dated', { at: made.start + 15, jdx: 'jdx' });
    await eraseThing(db, what);
    const left = (await db.getAll('quarantine')).map(({ key }) => key);
    expect(['address', 'dated', 'deep', 'note', 'platform'].filter((key) => !left.includes(key))).toEqual(gone);
  });

  test('and is a copy of a list’s row goes with whatever is erased, as its times are many', async () => {
    const row = { title: '秘密笔记', firstSeenAt: made.start + 15, journey: [{ at: made.start + 15 }] };
    await db.put('quarantine', { key: 'notes:x', store: 'notes', row, at: made.start + 900, reason: 'x' });
    await eraseThing(db, { kind: 'range', from: made.start + 10, to: made.start + 20 });
    expect(await db.count('quarantine')).toBe(0);
  });

  test('goes from events and exposures as well, placed or not', async () => {
    const broken = { ...made.click(1, made.jdItem), how: 5 };
    await db.put('events', { ...broken, seq: 50 } as never);
    await db.put('events', { ...broken, id: 'unplaced', seq: NaN } as never);
    await db.put('exposures', { ...made.exposure(1), url: 'nowhere', unit: { deep: [noteA] } } as never);
    await db.put('exposures', { ...made.exposure(2), url: 'nowhere', unit: { key: 'b', noteId: noteB } } as never);
    expect(await eraseThing(db, { kind: 'item', key: jd })).toMatchObject({ events: 2 });
    expect(await eraseThing(db, { kind: 'note', site, id: noteA })).toMatchObject({ exposures: 1 });
    expect(await db.count('exposures')).toBe(1);
  });
});

test('what follows takes the place after the last event that is left', async () => {
  await add(made.click(1, made.jdItem), made.click(2, made.taobaoItem));
  await eraseThing(db, { kind: 'platform', platform: 'tmall' });
  await add(made.click(3, made.jdItem));
  expect((await db.getAllFromIndex('events', 'seq')).map(({ seq }) => seq)).toEqual([1, 2]);
  expect(await db.get('meta', 'seq')).toMatchObject({ value: 2 });
});
