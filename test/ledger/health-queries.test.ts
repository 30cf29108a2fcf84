import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { noCounts } from '@/utils/core/health';
import { getStanding, listCoverage, listUnread } from '@/utils/ledger/health-queries';
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

test('what could not be read is told of the last page of each kind, with what it was on the last day of any', async () => {
  const db = await openLedger({ name: 'unread' });
  expect(await listUnread(db)).toEqual([]);
  const row = (day: string, where: string, unread = {}) =>
    db.put('coverage', { key: `${day}|${where}|orders`, day, where, kind: 'orders', visits: 1, unread });
  await row('2026-11-01', 'jd', { 'page: shape': 7 });
  await row('2026-11-02', 'jd', { 'page[3]: no-data': 2 });
  await row('2026-11-02', 'tmall', { 'note: shape': 1 });
  await row('2026-11-03', 'jd');
  const pages = [
    { page: 'jd|orders', count: 1 },
    { page: 'taobao|orders', count: 3 },
  ];
  await db.put('meta', { key: 'unread-pages', value: pages });
  expect(await listUnread(db)).toEqual([
    {
      where: 'jd',
      kind: 'orders',
      count: 1,
      day: '2026-11-02',
      unread: [{ where: 'page[3]', reason: 'no-data', count: 2 }],
    },
    { where: 'taobao', kind: 'orders', count: 3, unread: [] },
  ]);
});
