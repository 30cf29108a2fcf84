import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEvent, SightingEvent } from '@/utils/core/events';
import { sharedSightingId } from '@/utils/core/sightings';
import { appendEvents } from '@/utils/ledger/append';
import { addRestoredEvents } from '@/utils/ledger/backup/add';
import { planRestore } from '@/utils/ledger/backup/plan';
import { sightingsFinder } from '@/utils/ledger/by-time';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { openLedger } from '@/utils/ledger/open';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import { backupOf } from '../backup/support';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `blue-links-${String((names += 1))}` });
});

const { jdItem } = made;
const add = (...events: LedgerEvent[]) => appendEvents(db, events);
const restore = (...events: LedgerEvent[]) => addRestoredEvents(db, { events, ahead: 0 });
const blue = (at: number, commentId: string, change: Partial<SightingEvent> = {}) =>
  made.sighting(at, jdItem, { surface: 'blue-link', commentId, ...change });
/** As rows were told until comments had their own. */
const shared = (at: number, commentId: string) => {
  const row = blue(at, commentId);
  return { ...row, id: sharedSightingId(row) };
};
const stranger = { role: 'other_user', pinned: false, reply: false } as const;
const author = { ...stranger, role: 'author' } as const;
const thread = { where: 'thread' } as const;
const ids = async () => (await db.getAllKeys('events')).map((id) => String(id).replace(/^.*:blue-link:/, ''));
const seen = async () => (await db.getAll('counters')).reduce((sum, row) => sum + row.seen, 0);

describe('one target in several comments under one note', () => {
  test('is a row for each comment, and one item', async () => {
    await add(blue(1, 'a'), blue(2, 'b'), blue(3, 'a'));
    expect(await ids()).toEqual(['jd:100012043978#a', 'jd:100012043978#b']);
    expect(await db.getAll('items')).toMatchObject([{ key: jdItem.key, surfaces: ['blue-link'] }]);
    expect(await db.getAll('notes')).toMatchObject([{ itemKeys: [jdItem.key] }]);
    expect(await seen()).toBe(2);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('in the place itself is a row besides', async () => {
    await add(blue(1, 'a'), made.sighting(2, jdItem, { surface: 'blue-link' }));
    expect(await ids()).toEqual(['jd:100012043978', 'jd:100012043978#a']);
  });
});

describe('a row from when all comments shared one', () => {
  test('keeps its id and stands for its own comment, which is not told again', async () => {
    await add(shared(1, 'a'));
    expect((await add(blue(5, 'a'))).stored).toEqual([blue(0, 'a').id]);
    expect([await ids(), await seen()]).toEqual([['jd:100012043978'], 1]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('does not stand for another comment', async () => {
    await add(shared(1, 'a'), blue(5, 'b'));
    expect([await ids(), await seen()]).toEqual([['jd:100012043978', 'jd:100012043978#b'], 2]);
  });

  test('of a script that is still open in a tab is the row that is there', async () => {
    await add(blue(1, 'a'), shared(5, 'a'));
    expect(await ids()).toEqual(['jd:100012043978#a']);
  });

  const pairs: [string, SightingEvent, SightingEvent][] = [
    ['a backup of then', blue(1, 'a'), shared(0, 'a')],
    ['a backup of now', shared(1, 'a'), blue(0, 'a')],
  ];

  test.each(pairs)('is known to the dry run of %s', async (_what, held, kept) => {
    const source = await openLedger({ name: `blue-links-source-${String((names += 1))}` });
    await appendEvents(source, [kept, blue(2, 'b')]);
    await add(held);
    const { events } = await planRestore(db, await backupOf(source));
    expect(events).toEqual({ fresh: 1, known: 1 });
    expect(await restore(kept, blue(2, 'b'))).toMatchObject({ added: events.fresh, known: events.known });
  });

  test.each(pairs)('comes back once, from %s', async (_what, held, kept) => {
    await add(held);
    expect(await restore(kept, blue(2, 'b'))).toMatchObject({ added: 1, known: 1 });
    expect(await seen()).toBe(2);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });
});

describe('what is known only later of a link', () => {
  test('is a row of its own and in no list; the same again is nothing', async () => {
    await add(blue(1, 'a', { poster: stranger }));
    const lists = await Promise.all([db.getAll('items'), db.getAll('notes'), db.getAll('counters')]);
    await add(blue(5, 'a', { poster: stranger, asked: thread, visit: 'next' }));
    await add(blue(9, 'a', { poster: stranger, asked: thread, visit: 'last' }), blue(10, 'a'));
    expect(await ids()).toEqual(['jd:100012043978#a', 'jd:100012043978#a 20020']);
    expect(await db.get('events', `${blue(0, 'a').id} 20020`)).toMatchObject({ again: true, visit: 'next' });
    expect(await Promise.all([db.getAll('items'), db.getAll('notes'), db.getAll('counters')])).toEqual(lists);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('of a row from when all comments shared one as well', async () => {
    await add(shared(1, 'a'), blue(5, 'a', { poster: author }));
    expect(await ids()).toEqual(['jd:100012043978', 'jd:100012043978#a 40000']);
    expect(await seen()).toBe(1);
  });

  test.each([
    ['before it', [1, 0]],
    ['after it', [0, 1]],
  ])('as the page tells it is stored %s, and its link counts once', async (_when, order) => {
    const own = blue(1, 'a');
    const more = { ...blue(5, 'a', { poster: author }), id: `${own.id} 40000`, again: true as const };
    for (const place of order) await add([own, more][place] ?? own);
    expect([(await ids()).sort(), await seen()]).toEqual([['jd:100012043978#a', 'jd:100012043978#a 40000'], 1]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('alone is no link: the own row is still to come', async () => {
    await add({ ...blue(5, 'a', { poster: author }), id: `${blue(0, 'a').id} 40000`, again: true });
    expect([await seen(), await db.count('items')]).toEqual([0, 0]);
    expect(await sightingsFinder(db)('xiaohongshu', blue(0, 'a').noteId ?? '')).toEqual([]);
    await add(blue(6, 'a'));
    expect([await seen(), await db.count('items')]).toEqual([1, 1]);
  });

  test('is joined for who asks of the links on a note', async () => {
    await add(blue(1, 'a', { poster: stranger, asked: thread }), blue(2, 'b'), blue(5, 'a', { poster: author }));
    const found = await sightingsFinder(db)('xiaohongshu', blue(0, 'a').noteId ?? '');
    expect(found).toMatchObject([
      { commentId: 'a', at: made.start + 1, poster: author, asked: thread },
      { commentId: 'b' },
    ]);
  });

  test('comes back from a backup, in any number of parts and in any order', async () => {
    await add(blue(1, 'a'), blue(2, 'a', { poster: stranger }));
    const rows = (await db.getAll('events')).map(({ seq: _place, ...row }) => row);
    expect(await restore(...rows)).toMatchObject({ added: 0, known: 2 });
    for (const order of [rows, rows.toReversed()]) {
      db = await openLedger({ name: `blue-links-${String((names += 1))}` });
      for (const row of order) expect(await restore(row)).toMatchObject({ added: 1 });
      expect([await seen(), await db.count('items')]).toEqual([1, 1]);
      expect(isSound(await verifyLedger(db))).toBe(true);
    }
  });

  test('counts for nothing once the time of the first row is erased, and the link does again when it is seen again', async () => {
    await add(blue(1, 'a'), blue(2, 'b'), blue(5_000, 'a', { poster: stranger }));
    await eraseThing(db, { kind: 'range', from: made.start, to: made.start + 1_000 });
    expect([await ids(), await seen(), await db.count('items')]).toEqual([['jd:100012043978#a 20000'], 0, 0]);
    await add(blue(9_000, 'a'));
    expect([await seen(), await db.count('items')]).toEqual([1, 1]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });
});
