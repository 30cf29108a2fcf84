import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { noCounts } from '@/utils/core/health';
import { getStanding, listCoverage } from '@/utils/ledger/health-queries';
import { openLedger } from '@/utils/ledger/open';

test('a new ledger stands at nothing', async () => {
  const db = await openLedger({ name: 'standing-new' });
  expect(await getStanding(db)).toEqual({ asks: [], counts: noCounts, unlisted: 0, quarantined: 0, gaps: false });
});

test('counts, unlisted events and rows put aside are told', async () => {
  const db = await openLedger({ name: 'standing' });
  await db.put('meta', { key: 'counts', value: { ...noCounts, events: 5 } });
  await db.put('meta', { key: 'unlisted', value: 2 });
  await db.put('quarantine', { key: 'items:1', store: 'items', row: {}, at: 0, reason: 'shape' });
  const standing = await getStanding(db);
  expect(standing).toMatchObject({ counts: { events: 5 }, unlisted: 2, quarantined: 1 });
});

test.each([
  ['items', { key: 'jd:1', savedAt: 1 }],
  ['items', { key: 'jd:1', purchasedAt: 1 }],
  ['orders', { key: 'jd:1:2', unmatchedAt: 1 }],
] as const)('a row of %s that a list has to leave out is told: %j', async (store, row) => {
  const db = await openLedger({ name: `gap-${store}-${Object.keys(row).join('-')}` });
  await db.put(store, row as never);
  expect(await getStanding(db)).toMatchObject({ gaps: true });
});

test('coverage is summed by place and kind from a day on, most visited first', async () => {
  const db = await openLedger({ name: 'coverage' });
  const row = (key: string, visits: number, unread = {}) => {
    const [day = '', kind = ''] = key.split(' ');
    return db.put('coverage', { key: `${day}|xiaohongshu|${kind}`, day, where: 'xiaohongshu', kind, visits, unread });
  };
  await row('2026-10-31 note', 100, { 'note: shape': 9 });
  await row('2026-11-01 feed', 1);
  await row('2026-11-01 note', 2, { 'note.title: no-data': 1, 'a: b: shape': 1 });
  await row('2026-11-02 note', 3, { 'note.title: no-data': 2 });
  expect(await listCoverage(db, '2026-11-01')).toEqual([
    {
      where: 'xiaohongshu',
      kind: 'note',
      visits: 5,
      unread: [
        { where: 'note.title', reason: 'no-data', count: 3 },
        { where: 'a: b', reason: 'shape', count: 1 },
      ],
    },
    { where: 'xiaohongshu', kind: 'feed', visits: 1, unread: [] },
  ]);
});
