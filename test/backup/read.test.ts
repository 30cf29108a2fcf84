import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { formatVersion } from '@/utils/ledger/backup/format';
import { planRestore } from '@/utils/ledger/backup/plan';
import { readBackup, type BackupRow } from '@/utils/ledger/backup/read';
import type { Refusals } from '@/utils/core/backup';
import { addRefusals, refusalsAsFile } from '@/utils/ledger/backup/refusals';
import { appendExposures } from '@/utils/ledger/exposures';
import { steps } from '@/utils/ledger/schema';
import * as made from '../ledger/made-events';
import { backupOf, emptyLedger, exposure, livedLedger, plainFile, textOf } from './support';

async function rowsOf(file: Blob): Promise<BackupRow[]> {
  const rows: BackupRow[] = [];
  for await (const row of readBackup(file)) rows.push(row);
  return rows;
}

const lineFeed = 0x0a;

/** Many small files are read: a second of work, and minutes where a machine does ten other things. */
const timeout = 120_000;

/** How long a line is depends on where the file was cut. */
const unsized = (row: BackupRow) => ({ ...row, bytes: 0 });

const counts = { events: 0, exposures: 0 };
const header = { format: 'bacao-backup', version: 1, schema: 2, app: '0.1.0', createdAt: 1, ledger: 'made', counts };
const event = { ...made.click(1, made.jdItem), seq: 1 };

/** What the second line of a file is read as. */
async function readLine(line: string | object): Promise<BackupRow | undefined> {
  return (await rowsOf(plainFile(header, line)))[1];
}

describe('a file of which nothing can be read', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  test.each([
    ['is empty', new File([], 'empty'), 'empty'],
    ['is another program’s', new File([png], 'picture.png'), 'foreign'],
    ['is another program’s, packed', new File([gzipSync('{"format":"tampermonkey"}\n')], 'a.gz'), 'foreign'],
    ['is packed nothing', new File([gzipSync('')], 'a.gz'), 'foreign'],
    ['only claims to be packed', new File([Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2])], 'a.gz'), 'foreign'],
    ['has a broken header', plainFile({ ...header, counts: 'many' }, { event }), 'foreign'],
    ['has rows and no header', plainFile({ event }), 'foreign'],
    ['is cut within its first line', new File([JSON.stringify(header).slice(0, 60)], 'cut'), 'cut'],
    ['is another program’s, cut', new File(['{"format":"tampermonkey","ver'], 'cut'), 'foreign'],
    ['is of a newer form', plainFile({ ...header, version: formatVersion + 1, app: '9.0.0' }), 'newer'],
    ['is of a newer ledger', plainFile({ ...header, schema: steps.length + 1, app: '9.0.0' }), 'newer'],
    ['is one line of many megabytes', plainFile('x'.repeat(5_000_000)), 'foreign'],
  ])('%s', async (_what, file, kind) => {
    await expect(planRestore(await emptyLedger(), file)).rejects.toMatchObject({ kind });
  });

  test('of a newer version says which', async () => {
    const reading = rowsOf(plainFile({ ...header, schema: 99, app: '9.0.0' }));
    await expect(reading).rejects.toMatchObject({ kind: 'newer', app: '9.0.0' });
  });
});

test('a look into a file of one endless line can be stopped', async () => {
  const stop = new AbortController();
  let read = 0;
  const onProgress = ({ done }: { done: number }) => {
    read = done;
    stop.abort();
  };
  const parts = Array.from({ length: 50 }, () => 'x'.repeat(100_000));
  const file = new File([`${JSON.stringify(header)}\n`, ...parts], 'endless');
  const looking = planRestore(await emptyLedger(), file, { signal: stop.signal, onProgress });
  await expect(looking).rejects.toMatchObject({ name: 'AbortError' });
  expect(read).toBeLessThan(file.size);
});

describe('a line that cannot be taken is refused by name', () => {
  const deep = `{"event":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`;
  test.each([
    ['is no JSON', '{"event":', { line: 2, reason: 'not-text' }],
    ['is too long', `{"event":"${'x'.repeat(1_100_000)}"}`, { line: 2, reason: 'too-long' }],
    ['is of a kind nobody knows', { note: {} }, { line: 2, reason: 'unknown' }],
    ['is no object', '[1]', { line: 2, reason: 'unknown' }],
    ['is null', 'null', { line: 2, reason: 'unknown' }],
    ['holds no row', { event: null }, { line: 2, reason: 'shape', where: 'row' }],
    ['is nested without end', deep, { line: 2, reason: 'shape', where: 'seq' }],
    ['has no time', { event: { ...event, at: NaN } }, { line: 2, id: event.id, reason: 'shape', where: 'at' }],
    ['has another type', { event: { ...event, type: 'x' } }, { line: 2, id: event.id, reason: 'shape', where: 'type' }],
    ['has no place', { event: { ...event, seq: '1' } }, { line: 2, id: event.id, reason: 'shape', where: 'seq' }],
    ['has an id that is none', { event: { ...event, id: {} } }, { line: 2, reason: 'shape', where: 'id' }],
    [
      'is a broken exposure',
      { exposure: { ...exposure(1), states: [{}] } },
      { line: 2, id: 'exposure-1', reason: 'shape', where: 'states.0.afterMs' },
    ],
    ['has a key that is none', { keys: ['secret'] }, { line: 2, reason: 'unknown' }],
  ])('%s', async (_what, line, refusal) => expect(await readLine(line)).toMatchObject({ kind: 'refused', refusal }));

  test('and the line below it is read', async () => {
    const rows = await rowsOf(plainFile(header, '\u0000', 'x'.repeat(3_000_000), { event }));
    expect(rows.map(({ kind }) => kind)).toEqual(['header', 'refused', 'refused', 'event', 'end']);
  });

  test('bytes that are no text are refused', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(`${JSON.stringify(header)}\n"`), 0xff, 0xfe, 0x22]);
    expect(await rowsOf(new File([bytes], 'a'))).toMatchObject([{}, { refusal: { reason: 'not-text' } }, {}]);
  });

  test('names of fields that are not its own bring nothing with them', async () => {
    const crafted = `{"event":{"__proto__":{"admin":true},"constructor":{},${JSON.stringify(event).slice(1)}}`;
    expect(await readLine(crafted)).toEqual({ kind: 'event', line: 2, bytes: crafted.length + 1, row: event });
    expect('admin' in {}).toBe(false);
  });

  test('an id that came before is refused', async () => {
    const file = plainFile(header, { event }, { event: { ...event, seq: 2 } }, { event: { ...event, id: 'other' } });
    const plan = await planRestore(await emptyLedger(), file);
    expect(plan.events).toEqual({ fresh: 2, known: 0 });
    expect(plan.refused).toEqual({ first: [{ line: 3, id: event.id, reason: 'duplicate' }], count: 1 });
  });

  test('however many: the first thousand are held, all are counted, and all are in the file', async () => {
    const plan = await planRestore(await emptyLedger(), plainFile(header, '1\n'.repeat(100_000)));
    expect([plan.refused.first.length, plan.refused.count]).toEqual([1_000, 100_000]);
    // All but the last of it lies in blobs.
    expect(plan.refused.more?.text.length).toBeLessThan(1_000_000);
    expect(plan.refused.more?.blobs.length).toBeGreaterThan(0);
    const [title, ...lines] = (await refusalsAsFile(plan.refused).text()).slice(0, -1).split('\n');
    expect(title).toBe('line\tid\treason\tfield');
    expect(lines).toEqual(Array.from({ length: 100_000 }, (_row, place) => `${String(place + 2)}\t\tunknown\t`));
  });

  test('by an id of several lines takes one line of the list', async () => {
    const list: Refusals = { first: [], count: 0 };
    addRefusals(list, [{ line: 2, id: 'a\nb\tc', reason: 'shape', where: 'at' }]);
    expect(await refusalsAsFile(list).text()).toBe('line\tid\treason\tfield\n2\ta b c\tshape\tat\n');
  });
});

describe('a file that was changed', () => {
  const whole = async () => textOf(await backupOf(await livedLedger()));
  const wholeness = async (text: string) => (await rowsOf(new File([text], 'a.ndjson'))).at(-1);

  test.each([
    ['not at all', (text: string) => text, 'whole'],
    ['by an editor that adds a line feed', (text: string) => `${text}\n`, 'whole'],
    ['by one that takes the last one away', (text: string) => text.trimEnd(), 'whole'],
    ['by one that ends lines its own way', (text: string) => text.replaceAll('\n', '\r\n'), 'changed'],
    ['in one letter', (text: string) => text.replace('羊毛衫', '羊绒衫'), 'changed'],
    ['by a line left out', (text: string) => text.replace(/\{"event".*\n/u, ''), 'changed'],
    ['by a line moved below the end', (text: string) => `${text}{"settings":{}}\n`, 'changed'],
    ['by a backup put after it', (text: string) => text + text, 'changed'],
    ['in its own count', (text: string) => text.replace(/("end".*"events":)15/u, '$114'), 'changed'],
    ['in its hash', (text: string) => text.replace(/("sha256":")./u, '$1g'), 'cut'],
    ['by losing its end', (text: string) => text.slice(0, text.lastIndexOf('{"end"')), 'cut'],
  ])('%s', async (_how, change, expected) => {
    expect(await wholeness(change(await whole()))).toMatchObject({ kind: 'end', wholeness: expected });
  });

  test('a row that is broken in the ledger itself does not make the file a changed one', async () => {
    const db = await livedLedger();
    await db.put('events', { ...event, id: 'broken', at: 'yesterday', seq: 16 } as never);
    await db.put('meta', { key: 'seq', value: 16 });
    const plan = await planRestore(await emptyLedger(), await backupOf(db));
    expect(plan).toMatchObject({ wholeness: 'whole', events: { fresh: 15 }, refused: { count: 1 } });
  });

  test('a row that no text can hold stays out, and is counted', async () => {
    const db = await livedLedger();
    await db.put('exposures', { id: 'broken', at: 1n } as never);
    const plan = await planRestore(await emptyLedger(), await backupOf(db));
    expect(plan).toMatchObject({ wholeness: 'whole', exposures: { fresh: 7 }, unwritten: 1, refused: { count: 0 } });
  });
});

describe('a file that was cut gives what is whole in it', () => {
  /** Reads the file cut at each of these places. */
  async function expectWholeLines(bytes: Uint8Array<ArrayBuffer>, places: readonly number[]): Promise<void> {
    const all = (await rowsOf(new Blob([bytes]))).filter(({ kind }) => kind !== 'end').map(unsized);
    for (const at of places) {
      const rows = await rowsOf(new Blob([bytes.subarray(0, at)]));
      const read = rows.filter(({ kind }) => kind !== 'refused' && kind !== 'end');
      expect(read.map(unsized)).toEqual(all.slice(0, read.length));
      expect(read.length).toBeGreaterThanOrEqual(bytes.subarray(0, at).filter((byte) => byte === lineFeed).length);
      expect(rows.at(-1)).toMatchObject({ kind: 'end', wholeness: 'cut' });
    }
  }

  test('at every byte of its text, with a line of each kind', { timeout }, async () => {
    const db = await emptyLedger();
    await appendEvents(db, [made.note(0)]);
    await appendExposures(db, [exposure(1)]);
    const bytes = new TextEncoder().encode(await textOf(await backupOf(db)));
    const places = Array.from({ length: bytes.length - 1 }, (_byte, at) => at);
    // Less than the first line is no backup; the last line feed alone is missed by nobody.
    await expectWholeLines(bytes, places.slice(bytes.indexOf(lineFeed)));
  });

  test('around the end of every line of a lived ledger', { timeout }, async () => {
    const bytes = new TextEncoder().encode(await textOf(await backupOf(await livedLedger())));
    const ends = [...bytes.keys()].filter((at) => bytes[at] === lineFeed).slice(0, -1);
    const places = ends.flatMap((at) => [at, at + 1, at + 2]);
    await expectWholeLines(bytes, [...places, bytes.length - 2]);
  });

  test('at every byte of its packed form, and never fails in a way it does not name', { timeout }, async () => {
    const db = await emptyLedger();
    await appendEvents(db, [made.note(0), made.sighting(1, made.jdItem)]);
    const packed = new Uint8Array(await (await backupOf(db)).arrayBuffer());
    const all = await rowsOf(new Blob([packed]));
    let most = 0;
    let cuts = 0;
    for (let at = 0; at < packed.length; at += 1) {
      const rows = await rowsOf(new Blob([packed.subarray(0, at)])).catch((error: unknown) => {
        const kind: unknown = Reflect.get(Object(error), 'kind');
        expect(at === 0 ? ['empty'] : ['foreign', 'cut']).toContain(kind);
        if (kind === 'cut') cuts += 1;
        return [];
      });
      const read = rows.filter(({ kind }) => kind !== 'refused' && kind !== 'end');
      expect(read.map(unsized)).toEqual(all.slice(0, read.length).map(unsized));
      expect(read.length).toBeGreaterThanOrEqual(most);
      most = read.length;
    }
    expect(most).toBe(all.length - 1);
    expect(cuts).toBeGreaterThan(50);
  });

  test('and with any byte of its packed form changed nothing is made up', { timeout }, async () => {
    const packed = new Uint8Array(await (await backupOf(await livedLedger())).arrayBuffer());
    const all = await rowsOf(new Blob([packed]));
    const change = fc.record({ at: fc.nat({ max: packed.length - 1 }), by: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, by }) => {
        const bytes = Uint8Array.from(packed, (byte, place) => (place === at ? byte ^ by : byte));
        const rows = await rowsOf(new Blob([bytes])).catch(() => []);
        const end = rows.at(-1);
        // A few bits of the packing say nothing; where the file is called whole, so are its rows.
        if (end?.kind === 'end' && end.wholeness === 'whole') expect(rows).toEqual(all);
      }),
      { numRuns: 300 },
    );
  });
});
