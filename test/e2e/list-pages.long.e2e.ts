import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { pages, type TruthCard, type TruthPage } from '../replica/truth-pages';
import { browserKinds, isFull } from './browsers';
import { eventually } from './support/eventually';
import { type ExposureRow, readExposures, toldVisits } from './support/exposures';
import { type EventRow, type Ledger, clicksIn, sightingsIn } from './support/ledger';
import { anchor } from './support/notes';
import { statedCards } from './support/reading';
import { sayScore, scoreOf } from './support/score';
import { lineOf, readLines } from './support/sightings';
import { type Stage, useStage } from './support/stage';
import { follow } from './support/ways';

/** Every kind of page that shows no open note; labels and what hides them are for a suite of their own. */
const lists = pages.filter(({ noteId, name }) => noteId === undefined && !name.includes('ghosts'));
/** Whatever sells without a note: live rooms, their cards, the site's own shops. */
const selling = pages.filter(({ name }) =>
  [
    ...['the feed', 'the feed abroad', 'a search', 'the live rooms', 'a live room'],
    ...['a shop at /shop', 'a shop at /vendor'],
  ].includes(name),
);

/** A channel may hold hundreds of cards. */
const mostScreens = isFull ? 60 : 4;
const linksOnPage = isFull ? 8 : 2;

const someFrames = `new Promise((resolve) => {
  let left = 12;
  const frame = () => (left-- > 0 ? requestAnimationFrame(frame) : requestIdleCallback(() => resolve()));
  frame();
})`;

const scrollOn = `new Promise((resolve) => {
  const before = scrollY;
  scrollBy(0, innerHeight * 0.7);
  requestAnimationFrame(() => resolve(scrollY > before));
})`;

/** Scrolls through the list as a person does, and says which cards were in the page whenever it stood still. */
async function scrollThrough(page: Page): Promise<Set<number>> {
  const there = new Set<number>();
  for (let screen = 0; screen < mostScreens; screen += 1) {
    await page.evaluate(someFrames);
    for (const { position } of await statedCards(page)) there.add(position);
    if ((await page.evaluate(scrollOn)) !== true) break;
  }
  await page.evaluate(someFrames);
  return there;
}

interface CardFacts {
  position?: number | undefined;
  kind: string;
  noteId?: string | undefined;
  authorId?: string | undefined;
  media?: string | undefined;
  label?: { text: string } | undefined;
  surfaces?: readonly string[] | undefined;
}

/** The kind stands first: cards are scored by it. */
function lineOfCard({ position, kind, noteId, authorId, media, label, surfaces = [] }: CardFacts): string {
  const what = [position, noteId, authorId, media, label?.text].map((each) => each ?? '-');
  return [kind, ...what, surfaces.join('+')].join(' ').trim();
}

/** What is stored of the cards of a list, a line for each. */
function storedCards(rows: readonly ExposureRow[]): string[] {
  const cards = rows.filter(({ unit }) => /^(?:card|goods):/.test(unit.key));
  return [...new Set(cards.map(({ unit }) => lineOfCard(unit)))].sort();
}

/** Opens a page in front, reads it to its end and closes it; then all of it is stored. */
async function readList(stage: Stage, { url, cards }: TruthPage) {
  await stage.clear();
  const page = await stage.driver.page(url);
  await page.bringToFront();
  const there = await scrollThrough(page);
  await page.close({ runBeforeUnload: true });
  await eventually(async () => toldVisits(await readExposures(stage))).toHaveLength(1);
  const rows = await readExposures(stage);
  const found = storedCards(rows);
  const isStored = (card: TruthCard) => found.includes(lineOfCard(card));
  // Products state no place; a card that came and went between two looks may be told, and need not be.
  const wanted = cards.filter((card) => card.kind === 'product' || there.has(card.position) || isStored(card));
  return { rows, found, wanted: wanted.map(lineOfCard).sort() };
}

/** What is stored and should not be, and what should be and is not. */
function differences({ found, wanted }: { found: string[]; wanted: string[] }): string[] {
  const less = (lines: string[], others: string[]) => lines.filter((line) => !others.includes(line));
  return [
    ...less(found, wanted).map((line) => `extra: ${line}`),
    ...less(wanted, found).map((line) => `missing: ${line}`),
  ];
}

function linesIn(rows: readonly EventRow[]): string[] {
  return readLines({ links: rows.flatMap((row) => (row.link && row.surface ? [{ ...row, layer: '' }] : [])) as never });
}

describe.each(browserKinds)('in %s', (kind) => {
  const stage = useStage(kind);

  test.each(lists)(
    'every card of $name is stored with its kind, place and links, and no other: $url',
    async (truth) => {
      const { rows, found, wanted } = await readList(stage, truth);
      expect(new Set(rows.map(({ pageKind }) => pageKind))).toEqual(new Set([truth.kind]));
      expect(differences({ found, wanted })).toEqual([]);
      expect(wanted.length > 0).toBe(truth.cards.length > 0);
      console.log(`${truth.name}: ${sayScore(scoreOf([{ wanted, found }]))}`);
    },
  );

  test.each(selling)('a link of $name is stored once it is followed, as one of no note: $url', async (truth) => {
    await stage.clear();
    const page = await stage.driver.page(truth.url);
    await page.bringToFront();
    const wanted: string[] = [];
    for (const link of truth.links) {
      if (wanted.length === linksOnPage) break;
      if (page.url() !== truth.url) await page.goto(truth.url);
      await page.waitForSelector('a[href]');
      await page.evaluate(someFrames);
      if (!(await page.$(anchor(link)))) continue; // not among the cards that the list has in the page
      await follow(stage, page, [link.target === '_blank' ? 'new-tab' : 'same-tab', anchor(link)]);
      wanted.push(lineOf(link));
    }
    expect(wanted.length).toBeGreaterThan(0);
    await stage.untilLedger('each is there', (ledger: Ledger) => clicksIn(ledger).length >= wanted.length);
    const ledger = await stage.ledger();
    const [clicks, sightings] = [clicksIn(ledger), sightingsIn(ledger)];
    expect([linesIn(clicks), linesIn(sightings)]).toEqual([wanted.toSorted(), wanted.toSorted()]);
    expect([...clicks, ...sightings].filter(({ noteId }) => noteId !== undefined)).toEqual([]);
    expect([ledger.notes, ledger.items.filter(({ note }) => note)]).toEqual([[], []]);
  });
});
