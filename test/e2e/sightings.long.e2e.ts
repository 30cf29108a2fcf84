import { describe, expect, test } from 'vitest';
import { feedUrl, hostile, notes, type TruthNote } from '../replica/truth';
import { browserKinds, isFull } from './browsers';
import { eventually } from './support/eventually';
import { linesOf, storedLines } from './support/sightings';
import { type Stage, useStage } from './support/stage';

const linked = notes.filter(({ links, words }) => links.length + words.length > 0);
// The odd ones come first; of the plain ones, which are many and alike, a few will do.
const silent = notes.filter((note) => !linked.includes(note)).slice(0, isFull ? undefined : 20);
const hostileBatch = hostile.slice(0, isFull ? 500 : 40);

/** Two tabs read the notes one after the other; the ledger has then heard that each visit ended. */
async function readAll(stage: Stage, list: readonly TruthNote[]): Promise<void> {
  const waiting = [...list];
  const readOn = async () => {
    const page = await stage.driver.page();
    for (let note = waiting.shift(); note; note = waiting.shift()) await page.goto(note.url);
    await page.goto(feedUrl);
  };
  await Promise.all([readOn(), readOn()]);
  await stage.untilLedger('every visit is over', ({ events }) => events.length >= list.length);
}

describe.each(browserKinds)('in %s', (kind) => {
  describe('every link of a note is in the ledger as the page has it, and nothing else', () => {
    const stage = useStage(kind);

    test.each(linked)('$title', async (note) => {
      const page = await stage.driver.page(note.url);
      await eventually(async () => storedLines(await stage.ledger(), note)).toEqual(linesOf(note));
      await page.close();
    });

    test.each([
      ['notes without links', silent],
      ['hostile notes', hostileBatch],
    ])('%s leave no row but one that counts the visit', { timeout: 300_000 }, async (_what, list) => {
      await stage.clear();
      await readAll(stage, list);
      const ledger = await stage.ledger();
      expect(new Set(ledger.events.map(({ type }) => type))).toEqual(new Set(['page']));
      expect([ledger.items, ledger.notes]).toEqual([[], []]);
      const everything = JSON.stringify(ledger);
      expect(list.filter(({ id }) => everything.includes(id))).toEqual([]);
    });
  });

  describe('with names nobody has seen', () => {
    const stage = useStage(kind, { skin: 'unknown' });

    test.each(linked)('the same links are found on $title', async (note) => {
      const page = await stage.driver.page(note.url);
      const wanted = linesOf(note, 'without comments');
      await eventually(async () => storedLines(await stage.ledger(), note, 'without comments')).toEqual(wanted);
      await page.close();
    });
  });
});
