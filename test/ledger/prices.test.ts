import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { LandingEvent, SightingEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { openLedger } from '@/utils/ledger/open';
import { verifyLedger } from '@/utils/ledger/verify';

const base = { zoneMinutes: 480, visit: 'v', url: 'https://item.jd.com/1.html' };
const link = {
  platform: 'jd',
  kind: 'item',
  key: 'jd:1',
  itemKey: 'jd:1',
  itemId: '1',
  attribution: {},
  via: [],
} as const;

const sighting: SightingEvent = {
  ...base,
  ...{
    id: 's1',
    at: 1,
    type: 'sighting',
    site: 'xiaohongshu',
    noteId: 'n1',
    surface: 'ad-link',
    link: { ...link, via: [] },
  },
  ...{ layer: 'L1', rule: 'made', verified: true, ruleVersion: '1' },
};

function landing(at: number, priceFen: number): LandingEvent {
  return {
    ...base,
    id: `l${String(at)}`,
    at,
    type: 'landing',
    platform: 'jd',
    itemKey: 'jd:1',
    title: 'Kettle',
    priceFen,
  };
}

test('each visit of an item page adds to its price history, and a check agrees', async () => {
  const db = await openLedger({ name: 'prices' });
  await appendEvents(db, [sighting, landing(10, 100), landing(20, 100), landing(30, 90)]);
  expect((await db.get('items', 'jd:1'))?.prices).toEqual([
    { at: 10, priceFen: 100 },
    { at: 30, priceFen: 90 },
  ]);
  const { differences } = await verifyLedger(db, { signal: new AbortController().signal, onProgress: () => undefined });
  expect(differences).toEqual([]);
});
