import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { planRestore } from '@/utils/ledger/backup/plan';
import * as made from '../ledger/made-events';
import { machine } from './machine';
import { backupOf, livedLedger, storesOf, textOf } from './support';

describe('a backup', () => {
  test('names itself, its maker and its rows, and proves its bytes', async () => {
    const text = await textOf(await backupOf(await livedLedger()));
    const lines = text.trimEnd().split('\n');
    const [header, settings, keys] = lines.map((line): unknown => JSON.parse(line));
    expect(header).toMatchObject({ format: 'bacao-backup', version: 1, app: '0.1.0', createdAt: made.start + 100 });
    expect(settings).toEqual({ settings: { recording: true } });
    expect(keys).toEqual({ keys: [expect.stringMatching(/^[\da-f]{64}$/u)] });
    const last = lines.at(-1)!;
    const above = createHash('sha256')
      .update(text.slice(0, text.indexOf(last)))
      .digest('hex');
    expect(JSON.parse(last)).toEqual({ end: { counts: { events: 15, exposures: 7 }, unwritten: 0, sha256: above } });
    const seqs = lines.flatMap((line) => (JSON.parse(line) as { event?: { seq: number } }).event?.seq ?? []);
    expect(seqs).toEqual(Array.from({ length: 15 }, (_seq, place) => place + 1));
  });

  test('restored into an empty ledger makes the same ledger, in every store', async () => {
    const db = await livedLedger();
    const again = await machine();
    const file = await backupOf(db);
    expect(await planRestore(again.db, file)).toMatchObject({
      events: { fresh: 15, known: 0 },
      exposures: { fresh: 7, known: 0 },
      refused: { count: 0 },
      wholeness: 'whole',
      from: made.start,
      to: made.start + 20,
    });
    const done = { end: 'done', added: 22, known: 0, refused: { first: [], count: 0 } };
    expect(await again.restore(file, { rowsAtOnce: 500 })).toEqual(done);
    expect(await storesOf(again.db)).toEqual(await storesOf(db));
    expect(again.storage.stored).not.toHaveProperty('restore');
  });

  test('of the ledger itself brings nothing new', async () => {
    const db = await livedLedger();
    const before = await storesOf(db);
    const plan = await planRestore(db, await backupOf(db));
    expect([plan.events, plan.exposures]).toEqual([
      { fresh: 0, known: 15 },
      { fresh: 0, known: 7 },
    ]);
    expect(await storesOf(db)).toEqual(before);
  });
});
