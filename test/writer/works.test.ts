import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { healthKey } from '@/utils/core/health-decode';
import { DAY_MS } from '@/utils/core/retention';
import { appendExposures } from '@/utils/ledger/exposures';
import { exposuresAtOnce } from '@/utils/ledger/retention/erase-old';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage, pageScript } from './made-door';

const work = 'd0f7a6b2-5f5e-4f6e-9d0b-1f2a3b4c5d6e';
/** More than a page of those that lists are made of, and of no other. */
const perPage = 250;
const events = perPage + 10;
const exposures = 5;
const item = made.jdItem.key;

let world: Awaited<ReturnType<typeof madeDoor>>;
let told: { done: number; total: number }[];
let tell: (message: object) => unknown;
let append: (...rows: object[]) => unknown;
/** What happens as soon as so much is done. */
let at: { done: number; happens: () => unknown } | undefined;

function tellProgress(name: string, progress: { done: number; total: number }): void {
  if (name !== work) return;
  told.push(progress);
  if (at && progress.done >= at.done) {
    at.happens();
    at = undefined;
  }
}

/** A ledger of a few pages, half of whose events are of one item. */
beforeEach(async () => {
  world = await madeDoor();
  told = [];
  at = undefined;
  const writer = ledgerWriter({ ...world.door, tellProgress });
  tell = (message) => writer.handle(message, ownPage);
  append = (...rows) => writer.handle({ type: 'append', rows }, pageScript);
  const links = [made.jdItem, made.taobaoItem];
  const clicks = Array.from({ length: events }, (_, each) => made.click(each + 1, links[each % 2]!));
  await append(...clicks);
  await append(...Array.from({ length: exposures }, (_, each) => made.exposure(10_000 + each)));
});

const countOf = async () => [await world.db.count('events'), await world.db.count('exposures')];
const erase = (more: object = { work }) => tell({ type: 'erase', what: { kind: 'item', key: item }, ...more });
const stopAt = (done: number) => {
  at = { done, happens: () => tell({ type: 'stop', work }) };
};

describe('work that takes long', () => {
  test('tells in steps how far an erasure is, and comes to its end', async () => {
    const total = 2 * events + exposures;
    expect(await erase()).toEqual({ ok: true, events: Math.ceil(events / 2), exposures: 0 });
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((a, b) => a - b));
    expect(new Set(told.map((each) => each.total))).toEqual(new Set([total]));
    expect(told.at(-1)).toEqual({ done: total, total });
  });

  test.each([1, events + 1, events + exposures + 1])(
    'an erasure that is stopped after %i steps erases nothing',
    async (done) => {
      const before = await world.db.getAll('items');
      stopAt(done);
      expect(await erase()).toEqual({ ok: false });
      expect(await countOf()).toEqual([events, exposures]);
      expect(await world.db.getAll('items')).toEqual(before);
      // Backups from before hold nothing that was erased since, and what comes late is no less welcome.
      expect(world.storage.stored[healthKey]).not.toHaveProperty('erasedAt');
      await append(made.click(events + 1, made.jdItem));
      expect(await countOf()).toEqual([events + 1, exposures]);
      expect(world.badge).toEqual([]);
      expect(await erase()).toMatchObject({ ok: true });
    },
  );

  test('an erasure that is stopped leaves what was noted of the one before', async () => {
    await tell({ type: 'erase', what: { kind: 'platform', platform: 'tmall' } });
    const noted = structuredClone(world.storage.stored[healthKey]);
    stopAt(1);
    expect(await erase()).toEqual({ ok: false });
    expect(world.storage.stored[healthKey]).toEqual(noted);
    const [left] = await countOf();
    await append(made.click(events + 1, made.taobaoItem));
    expect(await countOf()).toEqual([left, exposures]);
  });

  test('an erasure is stopped while it waits for its turn', async () => {
    const [first, second] = [erase({}), erase()];
    expect(await tell({ type: 'stop', work })).toEqual({ ok: true });
    expect(await Promise.all([first, second])).toEqual([expect.objectContaining({ ok: true }), { ok: false }]);
  });

  test('everything is erased at one stroke, whose size is told as it begins', async () => {
    expect(await tell({ type: 'erase-all', work })).toEqual({ ok: true });
    expect(told).toEqual([{ done: 0, total: events + exposures }]);
    expect(await countOf()).toEqual([0, 0]);
  });

  test('erasing everything is stopped while it waits for its turn', async () => {
    const [first, second] = [erase({}), tell({ type: 'erase-all', work })];
    await tell({ type: 'stop', work });
    expect(await Promise.all([first, second])).toEqual([expect.objectContaining({ ok: true }), { ok: false }]);
    expect(await countOf()).toEqual([events / 2, exposures]);
  });

  test('tells how far a repair is; stopped, the ledger is as it was', async () => {
    await world.db.clear('counters');
    stopAt(events);
    expect(await tell({ type: 'repair', work })).toEqual({ ok: false });
    expect(await world.db.count('counters')).toBe(0);
    told = [];
    expect(await tell({ type: 'repair', work })).toMatchObject({ ok: true, changed: 2 });
    expect(told[0]).toEqual({ done: perPage, total: events + exposures });
    expect(told.at(-1)).toEqual({ done: events + exposures, total: events + exposures });
  });

  describe('new limits', () => {
    const before = { notes: 300 };
    const strict = { clicks: 1, notes: 1, exposures: 1 };
    const many = exposuresAtOnce + 1;
    const total = 3 * events + many;
    const limits = () => (world.storage.stored['retention'] as { limits: object }).limits;

    beforeEach(async () => {
      await appendExposures(
        world.db,
        Array.from({ length: many - exposures }, (_, each) => made.exposure(each)),
      );
      const writer = ledgerWriter({ ...world.door, tellProgress, now: () => made.start + 5 * DAY_MS });
      tell = (message) => writer.handle(message, ownPage);
      await tell({ type: 'keep-to', limits: before });
    });

    test('tell in steps how far they are, and come to their end', async () => {
      expect(await tell({ type: 'keep-to', limits: strict, work })).toEqual({ ok: true, events, exposures: many });
      expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((a, b) => a - b));
      expect(new Set(told.map((each) => each.total))).toEqual(new Set([total]));
      expect(told.at(-1)).toEqual({ done: total, total });
      expect(limits()).toEqual(strict);
    });

    test.each([
      [1, 0, 0],
      [events + 1, 0, 0],
      [2 * events, 0, 0],
      [3 * events + 1, events, exposuresAtOnce],
    ])('that are stopped after %i steps leave those before, and say what had gone', async (done, rows, seen) => {
      stopAt(done);
      const answer = { ok: true, events: rows, exposures: seen, isStopped: true };
      expect(await tell({ type: 'keep-to', limits: strict, work })).toEqual(answer);
      expect(await countOf()).toEqual([events - rows, many - seen]);
      expect(limits()).toEqual(before);
    });
  });

  test('has no name that a stop could mean once it has ended', async () => {
    await erase();
    expect(await tell({ type: 'stop', work })).toEqual({ ok: false });
    expect(await tell({ type: 'stop', work: 'no name of ours' })).toBeUndefined();
  });
});
