import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartAnswer, RestorePart } from '@/utils/core/backup';
import { adoptKeys } from '@/utils/ledger/backup/keys';
import { planRestore } from '@/utils/ledger/backup/plan';
import type { LedgerDb } from '@/utils/ledger/schema';
import { verifyLedger } from '@/utils/ledger/verify';
import { readUnfinished } from '@/utils/writer/unfinished';
import { fillDisk } from '../ledger/full-disk';
import * as made from '../ledger/made-events';
import { pageScript } from '../writer/made-door';
import { machine, type Send } from './machine';
import { backupOf, livedLedger, storesOf } from './support';

const unanswered: PartAnswer = { ok: false, reason: 'unanswered' };

async function expectSame(db: LedgerDb, other: LedgerDb): Promise<void> {
  expect(await storesOf(db)).toEqual(await storesOf(other));
}

async function expectTrueLists(db: LedgerDb): Promise<void> {
  expect(await verifyLedger(db)).toMatchObject({ differences: [], corrupt: [], unlisted: [] });
}

describe('a restore that is interrupted', () => {
  test('goes on with the same file, and ends in the same ledger', { timeout: 60_000 }, async () => {
    const original = await livedLedger();
    const file = await backupOf(original);
    const parts = 10;
    const killedBefore = fc.constant(() => Promise.resolve(unanswered));
    const killedAfter = fc.constant((send: Send, part: RestorePart) => send(part).then(() => unanswered));
    const disturbance = fc.option(fc.oneof(killedBefore, killedAfter), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(
        fc.array(disturbance, { minLength: parts, maxLength: parts * 2 }),
        fc.array(fc.integer({ min: 1, max: parts }), { maxLength: 3 }),
        async (disturbances, closings) => {
          const { restore, send, db, killBackground, unfinished } = await machine();
          const disturbed: Send = async (part) => {
            const disturb = disturbances.shift();
            if (!disturb) return send(part);
            const answer = await disturb(send, part);
            killBackground();
            return answer;
          };
          for (const after of closings) await restore(file, { send: closedAfter(after, disturbed) });
          for (let end = 'begun'; end !== 'done';) ({ end } = await restore(file, { send: disturbed }));
          await expectSame(db, original);
          expect(await unfinished()).toBeUndefined();
        },
      ),
      { numRuns: 25 },
    );
  });

  /** The page is closed while its part is on the way: nothing of it is heard again. */
  function closedAfter(parts: number, send: Send): Send {
    let sent = 0;
    return (part) => ((sent += 1) > parts ? Promise.resolve({ ok: false, reason: 'failed' }) : send(part));
  }

  test('is told until it is done, with how far it came', async () => {
    const { restore, send, unfinished } = await machine();
    const file = await backupOf(await livedLedger());
    expect(await restore(file, { send: closedAfter(2, send) })).toMatchObject({ end: 'failed', added: 6 });
    const { name, size } = file;
    const startedAt = made.start + 1_000;
    expect(await unfinished()).toEqual({ file: { name, size }, startedAt, progress: { done: 6, total: 22 } });
    expect(await restore(file)).toMatchObject({ end: 'done', added: 16, known: 6 });
    expect(await unfinished()).toBeUndefined();
  });

  test('at its last word is no more told once the same file came to its end, whenever that began', async () => {
    const { restore, send, unfinished } = await machine();
    const file = await backupOf(await livedLedger());
    const deaf: Send = (part) => (part.last ? Promise.resolve(unanswered) : send(part));
    expect(await restore(file, { send: deaf })).toMatchObject({ end: 'unanswered', added: 22 });
    expect(await unfinished()).toMatchObject({ progress: { done: 22, total: 22 } });
    const other = new File([await file.arrayBuffer()], 'other.ndjson.gz');
    await restore(other, { now: made.start + 2_000 });
    expect(await unfinished()).toMatchObject({ file: { name: file.name } });
    expect(await restore(file, { now: made.start + 3_000 })).toMatchObject({ end: 'done', known: 22 });
    expect(await unfinished()).toBeUndefined();
  });

  test('may be put away; what it brought stays', async () => {
    const { restore, send, say, db, unfinished } = await machine();
    await restore(await backupOf(await livedLedger()), { send: closedAfter(2, send) });
    expect(await say({ type: 'forget-restore' })).toEqual({ ok: true });
    expect([await unfinished(), await db.count('events')]).toEqual([undefined, 6]);
  });

  test('by the person stops before the next part', async () => {
    const { restore, send, db } = await machine();
    const stop = new AbortController();
    const stopping: Send = (part) => {
      if (part.progress.done === 6) stop.abort();
      return send(part);
    };
    const file = await backupOf(await livedLedger());
    expect(await restore(file, { send: stopping, signal: stop.signal })).toMatchObject({ end: 'stopped', added: 6 });
    expect(await db.count('events')).toBe(6);
  });

  test('a part without an answer is sent once more, and then told', async () => {
    const { restore, db } = await machine();
    let sent = 0;
    const dead: Send = () => Promise.resolve(((sent += 1), unanswered));
    expect(await restore(await backupOf(await livedLedger()), { send: dead })).toMatchObject({ end: 'unanswered' });
    expect([sent, await db.count('events')]).toEqual([2, 0]);
  });

  test('a part is stored whole or not at all, and a full disk is no refusal of its rows', async () => {
    const { restore, send, db } = await machine();
    const file = await backupOf(await livedLedger());
    const full: Send = async (part) => {
      if (part.progress.done !== 6) return send(part);
      const free = fillDisk();
      const failure = await send(part).catch((error: unknown) => error);
      free();
      expect(failure).toMatchObject({ name: 'QuotaExceededError' });
      return { ok: false, reason: 'full' };
    };
    expect(await restore(file, { send: full })).toMatchObject({ end: 'full', added: 3, refused: { count: 0 } });
    expect(await db.count('events')).toBe(3);
    expect(await restore(file)).toMatchObject({ end: 'done', added: 19 });
  });
});

describe('beside a restore', () => {
  test('pages go on recording, nothing is lost or doubled, and the lists are true', async () => {
    const { restore, send, say, db } = await machine();
    const original = await livedLedger();
    const live = [
      made.sighting(5_000, made.jdItem, { noteId: '65f0000000000000abcdef00' }),
      made.click(6_000, made.jdItem),
    ];
    const beside: Send = async (part) => {
      const row = live.pop();
      if (row) await say({ type: 'append', rows: [row] }, pageScript);
      return send(part);
    };
    const ids = [...(await original.getAllKeys('events')), ...live.map(({ id }) => id)];
    expect(await restore(await backupOf(original), { send: beside })).toMatchObject({ end: 'done', added: 22 });
    expect((await db.getAllKeys('events')).sort()).toEqual(ids.sort());
    await expectTrueLists(db);
  });

  test('another one of the same file ends in the same ledger', async () => {
    const { restore, db, unfinished } = await machine();
    const original = await livedLedger();
    const file = await backupOf(original);
    const both = await Promise.all([restore(file), restore(file, { now: made.start + 2_000, rowsAtOnce: 2 })]);
    expect(both.map(({ end }) => end)).toEqual(['done', 'done']);
    expect(both.reduce((sum, { added }) => sum + added, 0)).toBe(22);
    await expectSame(db, original);
    expect(await unfinished()).toBeUndefined();
  });

  test('one of another file brings the rows of both', async () => {
    const { restore, db } = await machine();
    const [first, second] = [await livedLedger(), await livedLedger()];
    const files = await Promise.all([backupOf(first), backupOf(second)]);
    await Promise.all(files.map((file) => restore(file)));
    const ids = [...(await first.getAllKeys('events')), ...(await second.getAllKeys('events'))];
    expect((await db.getAllKeys('events')).sort()).toEqual([...new Set(ids)].sort());
    await expectTrueLists(db);
  });

  test('an erasure of everything ends it: nothing of it comes back', async () => {
    const { restore, send, say, db, storage } = await machine();
    const erasing: Send = async (part) => {
      if (part.progress.done === 9) await say({ type: 'erase-all' });
      return send(part);
    };
    expect(await restore(await backupOf(await livedLedger()), { send: erasing })).toMatchObject({ end: 'erased' });
    expect([await db.count('events'), await db.count('items')]).toEqual([0, 0]);
    expect(await readUnfinished(storage)).toBeUndefined();
  });

  test('it says how many keys of orders found no place, also where nothing else is new', async () => {
    const { restore } = await machine();
    const original = await livedLedger(); // with a key of its own
    await adoptKeys(
      original,
      Array.from({ length: 50 }, (_key, nth) => String(nth).padStart(64, '0')),
    );
    const file = await backupOf(original);
    expect(await restore(file)).toMatchObject({ end: 'done', added: 22, keysLeft: 1 });
    expect(await restore(file)).toMatchObject({ end: 'done', added: 0, keysLeft: 1 });
  });

  test('a second backup of the ledger that was restored is the first one', async () => {
    const { restore, db } = await machine();
    const original = await livedLedger();
    await restore(await backupOf(original));
    const plan = await planRestore(original, await backupOf(db));
    expect([plan.events.fresh, plan.exposures.fresh]).toEqual([0, 0]);
  });
});
