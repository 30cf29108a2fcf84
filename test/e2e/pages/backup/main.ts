import { forgetFolder, keepFolder, readFolder } from '@/utils/backup-folder/kept';
import { runRolling } from '@/utils/backup-folder/run';
import { writeRolling } from '@/utils/backup-folder/write';
import type { LedgerEvent } from '@/utils/core/events';
import { addRestoredEvents, addRestoredExposures } from '@/utils/ledger/backup/add';
import { planRestore } from '@/utils/ledger/backup/plan';
import { restoreBackup } from '@/utils/ledger/backup/restore';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import { allStores } from '@/utils/ledger/schema';
import { sendRestorePart, tellBackground } from '@/utils/messages/ask';
import * as made from '../../../ledger/made-events';
import { fill, madeExposures } from './fill';

const folderOf = async (name: string) =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
const removeFolder = async (name: string) =>
  (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true });

async function writeSome(): Promise<void> {
  const db = await openLedger();
  const note = (nth: number) => `65f0000000000000${String(nth).padStart(8, '0')}`;
  const events = Array.from({ length: 40 }, (_note, nth): LedgerEvent[] => [
    made.note(nth * 10, { id: note(nth) }),
    made.sighting(nth * 10 + 1, made.jdItem, { noteId: note(nth) }),
    made.sighting(nth * 10 + 2, made.unionLink, { noteId: note(nth) }),
    made.click(nth * 10 + 3, made.unionLink, { noteId: note(nth), space: 'jd' }),
    made.landing(nth * 10 + 4, 'jd:4242', { title: '羊毛衫', priceFen: 19900 }),
    made.collect(nth * 10 + 5, nth % 2 === 0, note(nth)),
  ]).flat();
  await addRestoredEvents(db, { events, ahead: 0 });
  await addPurchases(db, [made.purchase(500)], { at: made.start + 600, zoneMinutes: 480 });
  await addRestoredExposures(db, madeExposures(0, 300));
  db.close();
}

async function writeOne(): Promise<void> {
  const db = await openLedger();
  await addRestoredEvents(db, { events: [{ ...made.note(1_000), id: crypto.randomUUID() }], ahead: 0 });
  db.close();
}

/** As a damaged disk might: one event from between the others is gone, and no mark says so. */
async function loseOne(): Promise<void> {
  const db = await openLedger();
  const [, second] = await db.getAllKeysFromIndex('events', 'seq');
  await db.delete('events', second ?? '');
  db.close();
}

/** Every store but what an erasure leaves: the database's name, how much was ever erased, and where the order goes on. */
async function stores(): Promise<Record<string, unknown[]>> {
  const db = await openLedger();
  const all: Record<string, unknown[]> = {};
  for (const name of allStores) all[name] = await db.getAll(name);
  all['events'] = (await db.getAllFromIndex('events', 'seq')).map((row, place) => ({ ...row, seq: place }));
  const own = ['uuid', 'seq', 'device-key', 'older-device-keys'];
  const meta = (await db.getAll('meta')).filter(({ key }) => !own.includes(key));
  all['meta'] = meta.map((row) =>
    row.key === 'counts' ? { ...row, value: { ...row.value, erasedEvents: 0, erasedExposures: 0 } } : row,
  );
  db.close();
  const plain: unknown = JSON.parse(
    JSON.stringify(all, (_key, value: unknown) => (value instanceof Uint8Array ? [...value] : value)),
  );
  return plain as Record<string, unknown[]>;
}

const noImports = () => Promise.resolve([]);
const options = (now: number) => ({
  ...{ app: 'test', settings: { recording: true }, now, zoneMinutes: 480 },
  listOpenImports: noImports,
});

async function backUp(folder: string, now: number) {
  const db = await openLedger();
  const done = await writeRolling(await folderOf(folder), db, options(now));
  db.close();
  return done;
}

async function names(folder: string): Promise<string[]> {
  return (await Array.fromAsync((await folderOf(folder)).keys())).sort();
}

async function restore(folder: string, name: string, rowsAtOnce: number) {
  const db = await openLedger();
  const file = await (await (await folderOf(folder)).getFileHandle(name)).getFile();
  const plan = await planRestore(db, file);
  const given = { plan, withSettings: false, send: sendRestorePart, now: Date.now(), rowsAtOnce };
  const result = await restoreBackup(db, file, given);
  db.close();
  return { plan, result };
}

async function roll(now: number, isAskedFor = false) {
  const db = await openLedger();
  const outcome = await runRolling(db, {
    ...options(now),
    isAskedFor,
    look: () => tellBackground({ type: 'look' }),
    count: () => tellBackground({ type: 'count' }),
  });
  db.close();
  return outcome;
}

const keep = async (folder: string) => keepFolder({ handle: await folderOf(folder) });

async function kept() {
  const { handle, ...rest } = (await readFolder()) ?? {};
  return { ...rest, folder: handle?.name };
}

/** What the test asks for from outside; every answer can be told as JSON. */
const asked = {
  fill,
  writeSome,
  writeOne,
  loseOne,
  stores,
  backUp,
  restore,
  roll,
  keep,
  kept,
  forgetFolder,
  removeFolder,
  names,
};
Object.assign(globalThis, { backup: asked });
