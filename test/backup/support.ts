import type { LedgerEvent } from '@/utils/core/events';
import type { ExposureEvent } from '@/utils/core/units';
import { appendEvents } from '@/utils/ledger/append';
import { startBackup, type BackupOptions } from '@/utils/ledger/backup/write';
import { appendExposures } from '@/utils/ledger/exposures';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import { allStores, type LedgerDb } from '@/utils/ledger/schema';
import * as made from '../ledger/made-events';

let names = 0;
export const emptyLedger = () => openLedger({ name: `backup-${String((names += 1))}` });

const note = (nth: number) => `65f0000000000000${String(nth).padStart(8, '0')}`;

/** As the writer makes them: `made` adds a visit to words that have none. */
export function want(at: number, key: string, wanted: boolean): LedgerEvent {
  return { id: `want-${String(at)}`, at: made.start + at, zoneMinutes: 480, type: 'want', key, wanted };
}

export function mark(at: number, key: string, as: 'bought' | 'dropped' | 'none'): LedgerEvent {
  return { id: `mark-${String(at)}`, at: made.start + at, zoneMinutes: 480, type: 'mark', key, mark: as };
}

export function exposure(nth: number): ExposureEvent {
  return {
    id: `exposure-${String(nth)}`,
    type: 'exposure',
    at: made.start + nth,
    zoneMinutes: 480,
    visit: 'visit-1',
    url: 'https://www.xiaohongshu.com/explore',
    site: 'xiaohongshu',
    pageKind: 'feed',
    ruleVersion: 'made',
    unit: {
      key: note(nth),
      kind: 'note',
      position: nth,
      noteId: note(nth),
      label: { text: '赞助', kind: 'equivalent' },
    },
    entry: 1,
    states: [{ afterMs: 0, ratio: 0.333, active: true }],
    durationMs: 1_200,
  };
}

/** A ledger with something in every list. */
export async function livedLedger(): Promise<LedgerDb> {
  const db = await emptyLedger();
  const events: LedgerEvent[] = [
    made.note(0),
    made.sighting(1, made.jdItem),
    made.click(2, made.jdItem),
    made.landing(3, made.jdItem.key, { title: '羊毛衫 “秋”\u2028', shop: '一家店', priceFen: 19900 }),
    made.sighting(4, made.unionLink, { noteId: note(2) }),
    made.click(5, made.unionLink, { noteId: note(2), space: 'jd' }),
    made.landing(6, 'jd:4242'),
    made.collect(7, true, note(2)),
    made.sighting(8, made.taobaoItem),
    want(9, made.taobaoItem.key, true),
    mark(10, made.taobaoItem.key, 'dropped'),
    { ...visit(11), unread: [{ where: 'feed', reason: 'shape' }] },
    made.click(12, made.unionLink, { noteId: note(3), tab: 4 }),
  ];
  for (const event of events) await appendEvents(db, [event]);
  const moment = { at: made.start + 20, zoneMinutes: 480 };
  const { orderId: _first, ...second } = made.purchase(15, { itemId: '7', itemKey: 'jd:7', title: '袜子' });
  await addPurchases(db, [made.purchase(15), { ...second, orderId: '290011223355' }], moment);
  await appendExposures(
    db,
    Array.from({ length: 7 }, (_row, nth) => exposure(nth)),
  );
  return db;
}

export function visit(at: number): Extract<LedgerEvent, { type: 'page' }> {
  const { site: _site, noteId: _note, collected: _collected, ...base } = made.collect(at, true);
  return { ...base, type: 'page', where: 'xiaohongshu', kind: 'feed', settled: true, unread: [] };
}

/** All stores, without the database's own name and its keys, which no other ledger shares. */
export async function storesOf(db: LedgerDb): Promise<Record<string, unknown[]>> {
  const stores: Record<string, unknown[]> = {};
  for (const name of allStores) stores[name] = await db.getAll(name);
  return {
    ...stores,
    meta: (await db.getAll('meta')).filter(({ key }) => !['uuid', 'device-key', 'older-device-keys'].includes(key)),
  };
}

export const noImports = { listOpenImports: () => Promise.resolve([]) };

export async function backupOf(db: LedgerDb, change: Partial<BackupOptions> = {}): Promise<File> {
  const options = {
    app: '0.1.0',
    settings: { recording: true },
    now: made.start + 100,
    ...noImports,
    ...change,
  };
  const { stream } = await startBackup(db, options);
  return new File([await new Response(stream).bytes()], 'bacao-2026-11-20.ndjson.gz');
}

/** The file's text, unpacked by the platform itself. */
export async function textOf(file: Blob): Promise<string> {
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

export function plainFile(...lines: (string | object)[]): File {
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  return new File([texts.map((text) => `${text}\n`).join('')], 'plain.ndjson');
}
