import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { feedUrl } from '../replica/truth';
import { pages } from '../replica/truth-pages';
import { inBothOr } from './browsers';
import { describe as read } from './support/describe';
import { eventually } from './support/eventually';
import { known } from './support/notes';
import {
  firstComments,
  noteFields,
  readCards,
  readComments,
  shownCards,
  statedCards,
  wrongCards,
} from './support/reading';
import { linesOf, readLines } from './support/sightings';
import { useStage } from './support/stage';

const note = known.bedroom;
const feedCards = pages.find(({ url }) => url === feedUrl)?.cards ?? [];

/** What pages/hostile.js of the replica puts before every text of a user. */
const strange = 'a\u0000b\ud800c\u202e\u2066d\u200b\ufeff\udfff<b>&amp;';

function hostile(url: string, deed: string): string {
  const to = new URL(url);
  to.searchParams.set('replica-hostile', deed);
  return to.href;
}

/** Beyond some depth Firefox lays nothing out, and a label without a box is none. */
const hasLabel = `document.querySelector('.commerce em').getClientRects().length > 0`;

describe.each(inBothOr('firefox'))('in %s', (kind) => {
  const stage = useStage(kind);
  let page: Page;
  beforeAll(async () => {
    page = await stage.driver.page();
  });

  const wrong = () => wrongCards(page, () => read(stage, page), feedCards);

  async function open(url: string, deed: string): Promise<void> {
    await page.goto(hostile(url, deed));
    await page.waitForFunction('window.hostileDone');
  }

  test.each(['forms', 'deep', 'churn', 'prototypes'])('%s: a note is read as if nothing were', async (deed) => {
    await open(note.url, deed);
    const reading = await read(stage, page);
    const { label, ...fields } = noteFields(note);
    expect(reading.note).toMatchObject(fields);
    expect(reading.note?.label).toEqual((await page.evaluate(hasLabel)) ? label : undefined);
    expect([readComments(reading), readLines(reading)]).toEqual([firstComments(note), linesOf(note)]);
    expect(reading.unread).toEqual([]);
  });

  test.each(['forms', 'churn'])('%s: a feed is read as if nothing were', async (deed) => {
    await open(feedUrl, deed);
    await eventually(wrong).toEqual([]);
  });

  test('strange texts are texts', async () => {
    await open(note.url, 'strange');
    const reading = await read(stage, page);
    expect(reading.note).toMatchObject({ ...noteFields(note), title: strange + note.title });
    expect(readComments(reading)).toEqual(
      firstComments(note).map((comment) => ({ ...comment, text: strange + comment.text })),
    );
    expect(readLines(reading)).toEqual(linesOf(note));
    await open(feedUrl, 'strange');
    const titled = (await shownCards(page, feedCards)).map(({ title, ...card }) => ({
      ...card,
      title: strange + (title ?? ''),
    }));
    const wanted = titled.map((card) =>
      card.kind === 'note' || card.kind === 'live' ? card : { ...card, title: undefined },
    );
    expect(readCards(await read(stage, page))).toEqual(wanted);
  });

  test('a megabyte in a text costs the others nothing', async () => {
    await open(note.url, 'huge');
    const reading = await read(stage, page);
    const facts = ({ id, role, pinned, reply }: ReturnType<typeof firstComments>[number]) => ({
      id,
      role,
      pinned,
      reply,
    });
    expect(readComments(reading).map(facts)).toEqual(firstComments(note).map(facts));
    expect(readLines(reading)).toEqual(linesOf(note));
    expect(reading.note).toMatchObject({
      id: note.id,
      authorId: note.authorId,
      commentsDeclared: note.commentsDeclared,
    });
  });

  test('of 20,000 cards at once, as many as a person could see are read, and the rest is told', async () => {
    await open(feedUrl, 'flood');
    const reading = await read(stage, page);
    const first = await shownCards(page, feedCards);
    expect(readCards(reading).slice(0, first.length)).toEqual(first);
    expect(reading.cards.length).toBe(1000);
    expect(reading.unread).toContainEqual({ where: 'cards', reason: 'shape' });
  });

  test('cards that an ad blocker hides have no label, those that it takes are no cards', async () => {
    await open(feedUrl, 'blocker');
    await eventually(wrong).toEqual([]);
    const cards = await statedCards(page);
    expect(cards.filter(({ hasBox }) => !hasBox).length).toBeGreaterThan(3);
    expect(cards.filter(({ position }) => position % 5 === 4)).toEqual([]);
  });

  test('a label that nobody can see is none, however it is hidden', async () => {
    await open(feedUrl, 'ghosts');
    const labelled = async () => {
      const { cards } = await read(stage, page);
      return cards.flatMap(({ noteId, label }) => (label && !stated.has(noteId) ? [[noteId, label.text]] : []));
    };
    const stated = new Set(feedCards.flatMap(({ noteId, label }) => (label ? [noteId] : [])));
    const seen = v.parse(v.array(v.string()), await page.evaluate('ghostTruth'));
    await eventually(labelled).toEqual(seen.map((noteId) => [noteId, '赞助']));
  });

  test('elements that are used again are the cards they show', async () => {
    await page.goto(`${feedUrl}?replica-list=recycled`);
    for (const top of [1500, 4000, 600]) {
      await page.evaluate(`scrollTo(0, ${String(top)})`);
      await eventually(wrong).toEqual([]);
    }
  });
});
