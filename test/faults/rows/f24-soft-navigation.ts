import type { Page } from 'puppeteer-core';
import { click } from '../../e2e/browsers';
import { readExposures } from '../../e2e/support/exposures';
import { holdStill } from '../../e2e/support/hostile-page';
import { anchor, targetOf } from '../../e2e/support/notes';
import type { Stage } from '../../e2e/support/open-stage';
import { feedUrl, notes, type TruthLink, type TruthNote } from '../../replica/truth';
import { openBook } from '../book';
import type { Fault } from '../fault';
import { flipThrough, listShown } from '../flip';
import { countObservers } from '../own-observers';

const flipsEach = 10;

/** Of each row that names a note: whether what it tells stands on that note, as whoever made the pages knows. */
async function listMisplaced(stage: Stage): Promise<string[]> {
  const known = new Map(notes.map(({ id, links }) => [id, links.map(targetOf)]));
  const { events } = await stage.ledger();
  const onNotes = events.filter(({ type }) => type === 'sighting' || type === 'click');
  const wrong = onNotes.filter(({ noteId = '', link }) => !known.get(noteId)?.includes(link?.key ?? ''));
  const opened = (await readExposures(stage)).filter(
    ({ unit }) => unit.kind === 'open-note' || unit.kind === 'comment',
  );
  const elsewhere = opened.filter(({ url, unit }) => unit.noteId === undefined || !url.includes(unit.noteId));
  return [
    ...(onNotes.length === 0 || opened.length === 0 ? ['no row names a note'] : []),
    ...(wrong.length > 0 ? [`${String(wrong.length)} of ${String(onNotes.length)} links stand on another note`] : []),
    ...(elsewhere.length > 0
      ? [`${String(elsewhere.length)} of ${String(opened.length)} parts of notes stand elsewhere`]
      : []),
  ];
}

/** Flips through some notes and resolves to the last one, which is on screen then. */
async function flip(page: Page, shown: readonly [TruthNote, TruthLink][], from: number) {
  const round = Array.from({ length: flipsEach }, (_flip, index) => shown[(from + index) % shown.length]);
  await page.evaluate(flipThrough(round.flatMap((each) => (each ? [each[0].id] : []))));
  return round.at(-1);
}

/** The page changes notes without a load; each row must stand under the note that was on screen. */
export const softNavigation: Fault = {
  id: 'F24',
  name: 'soft navigation, fast, with clicks between',
  expected: 'all',
  on: { chromium: 'usual', firefox: 'usual' },
  async inject(lab) {
    const stage = await lab.stage();
    const book = await openBook(stage);
    const page = await stage.driver.page(feedUrl);
    await page.evaluate(holdStill);
    const shown = await listShown(page);
    const observers = async () =>
      lab.kind === 'chromium' ? countObservers(page, stage.driver.extensionUrl('')) : 'not countable in Firefox';
    const [tries, before] = [lab.tries(4), await observers()];
    let rounds = 0;
    for (let each = 0; each < tries; each++) {
      const last = await flip(page, shown, each);
      if (!last) continue;
      const [note, link] = last;
      await click(page, `.note-detail-mask ${anchor(link)}`);
      book.pressed(note, link);
      if (new URL(page.url()).pathname.includes(note.id)) rounds += 1;
    }
    const after = await observers();
    await page.goto('about:blank');
    const tally = await book.close();
    const wrong = await listMisplaced(stage);
    if (before !== after) wrong.push(`our observers were ${before}, and are ${after}`);
    const proof = `${String(rounds * flipsEach)} notes without a load; our observers: ${after}`;
    return { ...tally, tries: rounds, proof, wrong };
  },
};
