import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { mostThumbnails } from '@/utils/core/thumbnails';
import { appendEvents } from '@/utils/ledger/append';
import { eraseAll } from '@/utils/ledger/erase';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { openLedger } from '@/utils/ledger/open';
import { countThumbnails, eraseThumbnails, putThumbnail, readThumbnails } from '@/utils/ledger/thumbnails';
import * as made from './made-events';

const picture = 'data:image/jpeg;base64,AAAA';
const at = made.start + 60_000;
const own = made.jdItem.key;
const other = made.taobaoItem.key;

let names = 0;

/** A ledger with two items. */
async function ledger() {
  const db = await openLedger({ name: `thumbnails-${String((names += 1))}` });
  await appendEvents(db, [made.note(0), made.sighting(1, made.jdItem), made.sighting(2, made.taobaoItem)]);
  return db;
}

type Db = Awaited<ReturnType<typeof ledger>>;
const put = (db: Db, key: string, change = {}) => putThumbnail(db, { key, picture, at, ...change });
const kept = (db: Db) => db.getAllKeys('thumbnails');

describe('a picture is kept', () => {
  test('of an item that is there, in place of the one before', async () => {
    const db = await ledger();
    expect([await put(db, own), await put(db, own, { picture: `${picture}BBBB` })]).toEqual([true, true]);
    expect(await readThumbnails(db, [own, other])).toEqual(new Map([[own, `${picture}BBBB`]]));
  });

  test('of no item that nobody knows', async () => {
    const db = await ledger();
    expect(await put(db, 'jd:0')).toBe(false);
    expect(await countThumbnails(db)).toBe(0);
  });

  test('up to a number; the one there may still be replaced', async () => {
    const db = await ledger();
    const tx = db.transaction('thumbnails', 'readwrite');
    for (let n = 0; n < mostThumbnails - 1; n += 1) await tx.store.put({ key: `made:${String(n)}`, picture, at });
    await tx.done;
    expect([await put(db, own), await put(db, other), await put(db, own)]).toEqual([true, false, true]);
  });

  test('and shown only while it is one: a disk may damage it', async () => {
    const db = await ledger();
    await db.put('thumbnails', { key: own, picture: 'https://example.test/x.jpg', at });
    expect(await readThumbnails(db, [own])).toEqual(new Map());
  });
});

describe('a picture goes', () => {
  test.each([
    ['with its item', { kind: 'item', key: own }, [other]],
    ['with its shop', { kind: 'platform', platform: made.jdItem.platform }, [other]],
    ['with the note that alone showed its item', { kind: 'note', site: 'xiaohongshu', id: made.note(0).note.id }, []],
    ['with the time it was made in', { kind: 'range', from: at, to: at + 1 }, []],
    ['and stays through any other time', { kind: 'range', from: at + 1, to: at + 9 }, [other, own]],
  ] as const)('%s', async (_name, what, left) => {
    const db = await ledger();
    await put(db, own);
    await put(db, other);
    await eraseThing(db, what);
    expect(await kept(db)).toEqual(left);
  });

  test('with everything, and by itself', async () => {
    const db = await ledger();
    await put(db, own);
    await eraseThumbnails(db);
    expect(await kept(db)).toEqual([]);
    expect(await db.count('items')).toBe(2);
    await put(db, own);
    await eraseAll(db);
    expect(await kept(db)).toEqual([]);
  });
});

test('what was saved by an opaque link is found by its item, once that is learnt', async () => {
  const db = await openLedger({ name: 'thumbnails-alias' });
  await appendEvents(db, [made.note(0), made.sighting(1, made.unionLink), made.click(2, made.unionLink)]);
  await put(db, made.unionLink.key);
  await appendEvents(db, [made.landing(3, own)]);
  await appendEvents(db, [made.sighting(4, made.taobaoItem)]);
  await eraseThing(db, { kind: 'item', key: other });
  expect(await kept(db)).toEqual([own]);
  expect(await put(db, made.unionLink.key)).toBe(true);
  expect(await kept(db)).toEqual([own]);
});
