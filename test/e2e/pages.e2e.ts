import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { notes, type TruthNote } from '../replica/truth';
import { pages, type TruthPage } from '../replica/truth-pages';
import { inBothOr } from './browsers';
import { describe as read } from './support/describe';
import { eventually } from './support/eventually';
import { firstComments, noteFields, readComments, wrongCards } from './support/reading';
import { lineOf, linesOf, readLines } from './support/sightings';
import { useStage } from './support/stage';

/** What leads to a shop from the page as it opens. */
function linesOn({ links, isPhone }: TruthPage, note: TruthNote | undefined): string[] {
  if (note === undefined) return links.map((link) => lineOf(link)).sort();
  return isPhone ? note.links.flatMap((link) => (link.commentId ? [] : [lineOf(link)])) : linesOf(note);
}

/** A phone's page shows no label. */
function fieldsOn({ isPhone }: TruthPage, note: TruthNote) {
  const { label, ...rest } = noteFields(note);
  return isPhone ? rest : { ...rest, ...(label && { label }) };
}

describe.each(inBothOr('firefox'))('in %s, the script in the page reads', (kind) => {
  const stage = useStage(kind);
  let page: Page;
  beforeAll(async () => {
    page = await stage.driver.page();
  });

  test.each(pages)('$name ($url)', async (truth) => {
    await page.goto(truth.url);
    await eventually(() => wrongCards(page, () => read(stage, page), truth.cards)).toEqual([]);
    const reading = await read(stage, page);
    const note = notes.find(({ id }) => id === truth.noteId);
    expect([reading.kind, readLines(reading)]).toEqual([truth.kind, linesOn(truth, note)]);
    if (note === undefined) return expect(reading.note).toBeUndefined();
    expect(reading.note).toMatchObject(fieldsOn(truth, note));
    expect(readComments(reading)).toEqual(firstComments(note));
    expect(reading.unread).toEqual([]);
  });
});
