import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Erasure } from '@/utils/core/erasure';
import type { LedgerCounts } from '@/utils/core/health';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { openLedger } from '@/utils/ledger/open';
import { allStores, type LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from './made-events';
import { keys, life, live, notes } from './made-life';

let db: LedgerDb;
let names = 0;
const open = () => openLedger({ name: `erase-any-${String((names += 1))}` });
const site = 'xiaohongshu';

async function dump(): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const name of allStores) rows[name] = await db.getAll(name);
  return rows;
}

async function counts(): Promise<LedgerCounts> {
  const row = await db.get('meta', 'counts');
  return row?.key === 'counts' ? row.value : { events: 0, exposures: 0, erasedEvents: 0, erasedExposures: 0 };
}

const erasure: fc.Arbitrary<Erasure> = fc.oneof(
  fc.constantFrom(...keys, made.unionLink.key).map((key): Erasure => ({ kind: 'item', key })),
  fc.constantFrom(...notes).map((id): Erasure => ({ kind: 'note', site, id })),
  fc.constantFrom('jd', 'tmall').map((platform): Erasure => ({ kind: 'platform', platform })),
  fc.tuple(fc.nat(12), fc.nat(12)).map(([from, length]): Erasure => ({
    kind: 'range',
    from: made.start + from * 1_000,
    to: made.start + (from + length) * 1_000,
  })),
);

/** What must not be found in any row. */
function traces(what: Erasure, links: readonly string[]): string[] {
  switch (what.kind) {
    case 'item':
      return links.map((key) => JSON.stringify(key).slice(1, -1));
    case 'note':
      return [what.id];
    case 'platform':
      return [`"platform":"${what.platform}"`, `"where":"${what.platform}"`];
    case 'range':
      return [];
  }
}

/** The item's names: what it goes by, and the opaque link if that has learnt where it leads. */
async function namesOf(key: string): Promise<string[]> {
  const alias = await db.get('meta', `alias:${made.unionLink.key}`);
  const learnt = typeof alias?.value === 'string' ? alias.value : undefined;
  if (learnt === undefined) return [key];
  return key === learnt || key === made.unionLink.key ? [learnt, made.unionLink.key] : [key];
}

test('nothing of it is left, the lists are what the rest gives, and the sums stay', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(life, erasure, life, async (before, what, after) => {
      db = await open();
      await live(db, before);
      const links = what.kind === 'item' ? await namesOf(what.key) : [];
      const was = await counts();
      const erased = await eraseThing(db, what);
      const is = await counts();
      expect(isSound(await verifyLedger(db))).toBe(true);
      const text = JSON.stringify(await dump());
      for (const trace of traces(what, links)) expect(text).not.toContain(trace);
      if (what.kind === 'range') await expectEmpty(what);
      expect([is.erasedEvents - was.erasedEvents, was.events - is.events]).toEqual([erased.events, erased.events]);
      expect(was.exposures - is.exposures).toBe(erased.exposures);
      await live(db, after, 60_000);
      expect(isSound(await verifyLedger(db))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

async function expectEmpty({ from, to }: Extract<Erasure, { kind: 'range' }>): Promise<void> {
  const isIn = (at: number | undefined) => at !== undefined && from <= at && at < to;
  const rows = [...(await db.getAll('events')), ...(await db.getAll('exposures'))];
  expect(rows.filter(({ at }) => isIn(at))).toEqual([]);
  const orders = await db.getAll('orders');
  expect(orders.filter(({ orderedAt, paidAt }) => isIn(orderedAt) || isIn(paidAt))).toEqual([]);
}

test('twice is once', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(life, erasure, async (deeds, what) => {
      db = await open();
      await live(db, deeds);
      await eraseThing(db, what);
      const once = await dump();
      expect(await eraseThing(db, what)).toMatchObject({ events: 0, exposures: 0 });
      expect(await dump()).toEqual(once);
    }),
    { numRuns: 40 },
  );
});
