import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inBothOr } from './browsers';
import { backUp, previewRestore } from './support/backup-file';
import { chooseFile, named, press, readText, untilSaid, words } from './support/dashboard';
import { eventually } from './support/eventually';
import type { Ledger } from './support/ledger';
import { known } from './support/notes';
import { collect } from './support/reader';
import { linesOf, storedLines } from './support/sightings';
import { type Stage, useStage } from './support/stage';

const folder = mkdtempSync(join(tmpdir(), 'bacao-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Two notes, one of them collected. */
async function readNotes(stage: Stage): Promise<Ledger> {
  const page = await stage.driver.page(known.kettle.url);
  await eventually(async () => storedLines(await stage.ledger(), known.kettle)).toEqual(linesOf(known.kettle));
  await collect(page, known.tote);
  const isSaved = ({ items }: Ledger) => items.some(({ state }) => state === 'saved');
  await stage.untilLedger('a note is collected', isSaved);
  await page.goto('about:blank'); // a visit ends when it is left; a tab that is closed from here may not tell
  return stage.untilLedger(
    'the visit has ended',
    ({ events }) => events.filter(({ type }) => type === 'page').length >= 2,
  );
}

const listsOf = ({ items, notes, orders, counters, coverage }: Ledger) => ({
  items,
  notes,
  orders,
  counters,
  coverage,
});

/** Events and what was on screen, as the ledger counts them. */
function rowsIn({ meta }: Ledger): number {
  const counts = Object(meta.find(({ key }) => key === 'counts')?.value) as Record<string, number>;
  return (counts['events'] ?? 0) + (counts['exposures'] ?? 0);
}

describe.each(inBothOr('firefox'))('in %s', (kind) => {
  const stage = useStage(kind);

  test('what was backed up comes back after everything was erased', async () => {
    await stage.clear();
    const before = await readNotes(stage);
    const file = await backUp(stage, mkdtempSync(join(folder, kind)));
    const count = String(rowsIn(await stage.ledger()));
    await stage.clear();
    expect((await stage.ledger()).events).toEqual([]);
    const page = await previewRestore(stage, file);
    await press(page, words.restore.start.n.replace('$1', count));
    await untilSaid(page, words.restore.done);
    expect(await readText(page)).toContain(`${count} added, 0 already there, 0 unreadable.`);
    const after = await stage.ledger();
    expect(listsOf(after)).toEqual(listsOf(before));
    expect(after.events.map(({ id }) => id).sort()).toEqual(before.events.map(({ id }) => id).sort());
    await page.close();
  });

  test('a restore adds nothing that is there, and says so before it is asked', async () => {
    const before = await stage.ledger();
    const file = await backUp(stage, mkdtempSync(join(folder, kind)));
    const page = await previewRestore(stage, file);
    await eventually(() => readText(page)).toContain(words.restore.nothingNew);
    expect(await page.$(named('button', words.restore.start.n))).toBeNull();
    await page.close();
    expect((await stage.ledger()).events).toEqual(before.events);
  });

  test('a file that is cut gives what is whole in it, and what is none of ours is refused', async () => {
    const file = await backUp(stage, mkdtempSync(join(folder, kind)));
    const bytes = readFileSync(file);
    writeFileSync(`${file}-cut.gz`, bytes.subarray(0, bytes.length - 200));
    writeFileSync(`${file}-foreign.gz`, 'Dear diary');
    const page = await previewRestore(stage, `${file}-cut.gz`);
    await eventually(() => readText(page)).toContain(words.restore.cut);
    await press(page, words.restore.again);
    await chooseFile(page, `${file}-foreign.gz`);
    await untilSaid(page, words.restore.foreign);
    await page.close();
  });
});
