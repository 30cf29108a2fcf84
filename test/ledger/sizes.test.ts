import 'fake-indexeddb/auto';
import { beforeAll, expect, test } from 'vitest';
import { openLedger } from '@/utils/ledger/open';
import type { LedgerDb } from '@/utils/ledger/schema';
import { countLinksIn, countLinksOf, listPlatforms } from '@/utils/ledger/sizes';

let db: LedgerDb;

beforeAll(async () => {
  db = await openLedger({ name: 'sizes' });
  const put = (day: string, platform: string, [seen = 0, clicked = 0]: number[]) => {
    const key = [day, 'xiaohongshu', 'ad-link', platform].join('|');
    return db.put('counters', { key, day, site: 'xiaohongshu', surface: 'ad-link', platform, seen, clicked });
  };
  await put('2026-02-28', 'jd', [1, 0]);
  await put('2026-03-01', 'jd', [10, 2]);
  await put('2026-03-02', 'tmall', [5, 1]);
  await put('2026-03-03', 'jd', [100, 50]);
  const platforms = [{ platform: 'vipshop', saved: 1, purchased: 0 }];
  await db.put('meta', { key: 'summary', value: { platforms, unmatchedPurchases: 0, unread: 0 } });
});

test.each([
  ['jd', { seen: 111, clicked: 52 }],
  ['tmall', { seen: 5, clicked: 1 }],
  ['meituan', { seen: 0, clicked: 0 }],
])('of %s', async (platform, counts) => expect(await countLinksOf(db, platform)).toEqual(counts));

test.each([
  ['2026-03-01', '2026-03-02', { seen: 15, clicked: 3 }],
  ['2026-03-01', '2026-03-01', { seen: 10, clicked: 2 }],
  ['2026-04-01', '2026-04-30', { seen: 0, clicked: 0 }],
])('from %s to %s', async (first, last, counts) => expect(await countLinksIn(db, [first, last])).toEqual(counts));

test('platforms are those of items and of links', async () => {
  expect(await listPlatforms(db)).toEqual(['jd', 'tmall', 'vipshop']);
});
