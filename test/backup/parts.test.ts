import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { RestorePart } from '@/utils/core/backup';
import { planRestore } from '@/utils/ledger/backup/plan';
import { listForBackup } from '@/utils/writer/chosen';
import * as made from '../ledger/made-events';
import { pageScript } from '../writer/made-door';
import { machine } from './machine';
import { backupOf, emptyLedger, exposure, livedLedger, mark } from './support';

describe('the background', () => {
  const part: RestorePart = {
    file: { name: 'a.gz', size: 1 },
    startedAt: made.start + 2_000_000,
    progress: { done: 1, total: 1 },
    ahead: 0,
    events: [{ ...made.click(1, made.jdItem), seq: 1 }],
    exposures: [exposure(1)],
  };

  test.each([
    ['no part', { type: 'restore' }],
    ['too many rows', { type: 'restore', part: { ...part, events: Array.from({ length: 501 }, () => ({})) } }],
    ['a key that is none', { type: 'restore', part: { ...part, keys: ['00'] } }],
    ['no file', { type: 'restore', part: { ...part, file: undefined } }],
  ])('does not hear %s', async (_what, message) => {
    const { say, db } = await machine();
    expect(say(message)).toBeUndefined();
    expect(await db.count('events')).toBe(0);
  });

  test('does not hear a page’s script', async () => {
    const { say } = await machine();
    expect(say({ type: 'restore', part }, pageScript)).toBeUndefined();
  });

  test('decodes every row again, names what it refuses and stores the rest', async () => {
    const { send, db } = await machine();
    const broken = [{ id: 'bad', type: 'click' }, 7];
    const answer = await send({ ...part, events: [...broken, ...part.events], exposures: [{ id: 'x' }] });
    expect(answer).toEqual({
      ok: true,
      added: 1,
      known: 0,
      refused: [
        { id: 'bad', reason: 'shape', where: 'seq' },
        { reason: 'shape', where: 'row' },
        { id: 'x', reason: 'shape', where: 'at' },
      ],
    });
    expect(await db.getAllKeys('events')).toEqual([(part.events[0] as { id: string }).id]);
  });

  test('never changes a row that is there', async () => {
    const { send, db } = await machine();
    await send(part);
    const [event] = part.events as object[];
    const answer = await send({
      ...part,
      events: [{ ...event, at: 1 }],
      exposures: [{ ...exposure(1), durationMs: 1 }],
    });
    expect(answer).toEqual({ ok: true, added: 0, known: 2, refused: [] });
    expect(await db.getAll('events')).toMatchObject([{ at: made.start + 1 }]);
    expect(await db.get('exposures', 'exposure-1')).toMatchObject({ durationMs: 1_200 });
  });

  test('takes words on items that the ledger does not know yet: it was asked when they were said', async () => {
    const { send, db } = await machine();
    await send({ ...part, events: [{ ...mark(1, 'jd:unknown', 'bought'), seq: 1 }], exposures: [] });
    expect(await db.count('events')).toBe(1);
  });

  test('takes the file’s settings only when the person says so', async () => {
    const file = await backupOf(await emptyLedger(), { settings: { recording: false } });
    const without = await machine();
    await without.restore(file);
    expect(without.storage.stored['settings']).not.toHaveProperty('recording');
    const { restore, storage } = await machine();
    await restore(file, { withSettings: true });
    expect(storage.stored['settings']).toMatchObject({ recording: false });
  });

  test('brings back what was switched off and how long things are kept, after everything was erased', async () => {
    const { say, storage } = await machine();
    await say({ type: 'kind', kind: 'clicks', on: false });
    await say({ type: 'keep-to', limits: { exposures: 30, visits: 365 } });
    const file = await backupOf(await livedLedger(), { settings: await listForBackup(storage) });
    const fresh = await machine();
    await fresh.restore(file, { withSettings: true });
    expect(fresh.storage.stored['settings']).toMatchObject({ unwantedKinds: ['clicks'] });
    expect(fresh.storage.stored['retention']).toMatchObject({ limits: { exposures: 30, visits: 365 } });
    const before = await fresh.db.count('events');
    const rows = [made.click(500, made.jdItem)];
    expect(await fresh.say({ type: 'append', rows }, pageScript)).toEqual({ ok: [] });
    expect(await fresh.db.count('events')).toBe(before);
  });

  test('a look into a file tells whether it is of another ledger, where there is something to mix it with', async () => {
    const db = await livedLedger();
    const own = await backupOf(db);
    const others = await backupOf(await livedLedger());
    expect(await planRestore(db, own)).toMatchObject({ isOther: false });
    expect(await planRestore(db, others)).toMatchObject({ isOther: true });
    await db.put('meta', { key: 'lost-at', value: 1 });
    expect(await planRestore(db, own)).toMatchObject({ isOther: false });
    expect(await planRestore(await emptyLedger(), own)).toMatchObject({ isOther: false });
  });

  test.each([
    ['limits', { limits: { exposures: 30 } }, { exposures: 30 }],
    ['what are none', { limits: { exposures: 0, visits: 'x' } }, {}],
    ['no limits', {}, {}],
  ])('a look into a file whose settings name %s tells which', async (_which, settings, limits) => {
    const { db } = await machine();
    expect(await planRestore(db, await backupOf(await emptyLedger(), { settings }))).toMatchObject({ limits });
  });

  test.each([
    ['of an old file that names none', {}],
    ['that are none', { unwantedKinds: ['x', 5, null], limits: { exposures: 0, visits: 'x', other: 3, clicks: 1e9 } }],
    ['of another form', { unwantedKinds: 'clicks', limits: [30] }],
  ])('leaves kinds and limits %s as they are', async (_which, settings) => {
    const { say, restore, storage } = await machine();
    await say({ type: 'kind', kind: 'screen', on: false });
    await say({ type: 'keep-to', limits: { notes: 100 } });
    await restore(await backupOf(await emptyLedger(), { settings }), { withSettings: true });
    expect(storage.stored['settings']).toMatchObject({ unwantedKinds: ['screen'] });
    expect(storage.stored['retention']).toMatchObject({ limits: { notes: 100 } });
  });

  test('adds what a file leaves out to what is left out here, and shortens no limit of this machine', async () => {
    const { say, restore, storage } = await machine();
    await say({ type: 'kind', kind: 'screen', on: false });
    await say({ type: 'keep-to', limits: { notes: 100 } });
    const settings = { unwantedKinds: ['orders'], limits: { notes: 1, clicks: 50 } };
    await restore(await backupOf(await emptyLedger(), { settings }), { withSettings: true });
    expect(storage.stored['settings']).toMatchObject({ unwantedKinds: ['screen', 'orders'] });
    expect(storage.stored['retention']).toMatchObject({ limits: { notes: 100, clicks: 50 } });
  });

  test('goes on telling a loss, and how many rows have come since', async () => {
    const { restore, storage, db } = await machine();
    const loss = { kind: 'wiped', noticedAt: 1, lastWriteAt: 1, events: 1, exposures: 0 };
    await storage.set({ health: { loss } });
    const file = await backupOf(await livedLedger());
    await restore(file);
    const restored = { events: await db.count('events'), exposures: await db.count('exposures') };
    expect(restored.events).toBeGreaterThan(loss.events);
    // No backup was known: by now the file is, with all that came out of it.
    const backup = { at: expect.any(Number) as number, eventsEver: restored.events, rowsEver: 22 };
    expect(storage.stored['health']).toEqual({ loss: { ...loss, restored }, backup });
    // What is known already adds nothing.
    await restore(file);
    expect(storage.stored['health']).toEqual({ loss: { ...loss, restored }, backup });
  });
});
