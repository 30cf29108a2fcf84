import { describe, expect, test } from 'vitest';
import { feedUrl, hostile, notes, type TruthNote } from '../replica/truth';
import { browserKinds } from './browsers';
import { eventually } from './support/eventually';
import { plain } from './support/notes';
import { linesOf, storedLines } from './support/sightings';
import { isFull, type Stage, useStage } from './support/stage';

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
  const ended = async () => {
    const urls = new Set((await stage.ledger()).events.filter(({ type }) => type === 'page').map(({ url }) => url));
    return list.filter(({ url }) => !urls.has(plain(url))).map(({ url }) => url);
  };
  await eventually(ended).toEqual([]);
}

describe.each(browserKinds)('in %s', (kind) => {
  describe('every link of a note is in the ledger as the page has it, and nothing else', () => {
    const stage = useStage(kind);

    test.each(linked)('$title', async (note) => {
      const page = await stage.driver.page(note.url);
      await eventually(async () => storedLines(await stage.ledger(), note)).toEqual(linesOf(note));
      await page.close();
    });

    test('notes without links leave no row but the end of the visit', async () => {
      await stage.clear();
      await readAll(stage, silent);
      const { events, items, notes: noteRows } = await stage.ledger();
      expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['page']));
      expect([items, noteRows]).toEqual([[], []]);
    });

    test('hostile notes leave no row either', { timeout: 300_000 }, async () => {
      await stage.clear();
      await readAll(stage, hostileBatch);
      const { events, items, notes: noteRows } = await stage.ledger();
      expect(events.filter(({ type }) => type !== 'page')).toEqual([]);
      expect([items, noteRows]).toEqual([[], []]);
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
