import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { feedUrl, notes, type TruthNote } from '../replica/truth';
import { inBothOr, click, pressEnter } from './browsers';
import { eventually } from './support/eventually';
import { known } from './support/notes';
import { openPopup, readText, showTab } from './support/popup';
import { lineOf, linesOf, storedLines } from './support/sightings';
import { useStage } from './support/stage';

const site = 'https://www.xiaohongshu.com';

function overlay({ id }: TruthNote): string {
  return `.note-detail-mask[note-id="${id}"]`;
}

function card({ id }: TruthNote): string {
  return `:is(.feeds-container, .related-list) a.cover[href*="${id}"]`;
}

/** Opens the note over the page its card is on; the address changes without a load. */
async function openOver(page: Page, note: TruthNote): Promise<void> {
  await click(page, card(note));
  await page.waitForSelector(overlay(note));
}

async function closeOver(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.waitForSelector('.note-detail-mask', { hidden: true });
}

// Faster than a person: the next card is pressed as soon as the note before is on screen.
const flipThrough = (ids: readonly string[]) => `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (const id of ${JSON.stringify(ids)}) {
    document.querySelector('.feeds-container a.cover[href*="' + id + '"]').click();
    while (!document.querySelector('.note-detail-mask[note-id="' + id + '"]')) await frame();
  }
})()`;

describe.each(inBothOr('firefox'))('in %s', (kind) => {
  const stage = useStage(kind);
  const stored = async (note: TruthNote) => storedLines(await stage.ledger(), note);

  test.each([
    ['the feed', feedUrl, [known.bedroom, known.serum, known.tote]],
    ['a search', `${site}/search_result?keyword=${encodeURIComponent('手冲咖啡')}`, [known.kettle]],
    ['a profile', `${site}/user/profile/${known.coat.authorId}`, [known.coat]],
  ])('notes opened over %s are read, each under its own id', async (_place, url, list) => {
    await stage.clear();
    const page = await stage.driver.page(url);
    for (const note of list) {
      await openOver(page, note);
      await eventually(() => stored(note)).toEqual(linesOf(note));
      await closeOver(page);
    }
    const seen = new Set((await stage.ledger()).events.flatMap(({ noteId }) => noteId ?? []));
    expect(seen).toEqual(new Set(list.map(({ id }) => id)));
  });

  /** Leaves the page: these parts of it were visited, and nothing else comes after. */
  async function expectVisits(page: Page, kindOfPage: string, parts: readonly string[]): Promise<void> {
    await page.goto('about:blank');
    const ended = async () => {
      const { events } = await stage.ledger();
      const ends = events.filter((row) => row.type === 'page' && row.kind === kindOfPage && row['after'] === undefined);
      return ends.map(({ part }) => part ?? 'none');
    };
    await eventually(ended).toEqual(parts);
    await eventually(() => stage.queue()).toEqual([]);
    expect(await ended()).toEqual(parts);
  }

  test('each channel of the feed is a visit of its own', async () => {
    await stage.clear();
    const page = await stage.driver.page(feedUrl);
    for (const channel of ['homefeed.food_v3', 'homefeed.travel_v3', 'homefeed.food_v3']) {
      await click(page, `[data-channel="${channel}"]`);
      await page.waitForSelector(`.active[data-channel="${channel}"]`);
    }
    await expectVisits(page, 'feed', ['none', 'homefeed.food_v3', 'homefeed.travel_v3', 'homefeed.food_v3']);
  });

  test('each tab of a profile is a visit of its own', async () => {
    await stage.clear();
    const page = await stage.driver.page(`${site}/user/profile/${known.coat.authorId}`);
    await click(page, '[data-tab="liked"]');
    await page.waitForSelector('.active[data-tab="liked"]');
    await expectVisits(page, 'profile', ['none', 'liked/note']);
  });

  test('a tab that the address does not name is one too; what the site rewrites is none', async () => {
    await stage.clear();
    const page = await stage.driver.page(`${site}/search_result?keyword=${encodeURIComponent('灯')}`);
    await page.waitForSelector('.note-item');
    await page.evaluate(`history.replaceState({}, '', location.href + '&source=made#made')`);
    await click(page, '.search-layout #video');
    await page.waitForSelector('#video.active');
    await page.waitForSelector('.note-item');
    await page.evaluate(`history.replaceState({}, '', location.pathname + '?keyword=%25E7%2581%25AF&type=51')`);
    await page.evaluate('scrollTo(0, 2000)');
    await expectVisits(page, 'search', ['none', 'none']);
  });

  test('a note opened over another note is read as itself', async () => {
    await stage.clear();
    const page = await stage.driver.page(known.bedroom.url);
    await eventually(() => stored(known.bedroom)).toEqual(linesOf(known.bedroom));
    // By keyboard: the cards stand below comments that load as one scrolls, and run away from a pointer.
    await pressEnter(page, card(known.serum));
    await page.waitForSelector(overlay(known.serum));
    await eventually(() => stored(known.serum)).toEqual(linesOf(known.serum));
    expect(await stored(known.bedroom)).toEqual(linesOf(known.bedroom));
  });

  test('a note that still stands under the next address lends it no link', async () => {
    await stage.clear();
    const page = await stage.driver.page(known.bedroom.url);
    await eventually(() => stored(known.bedroom)).toEqual(linesOf(known.bedroom));
    await page.evaluate(`history.pushState({ noteId: '${known.serum.id}' }, '', '${known.serum.url}')`);
    await page.evaluate('document.body.append(document.createElement("i"))');
    await stage.untilLedger('the first visit is over', ({ events }) => events.some(({ type }) => type === 'page'));
    await page.evaluate('dispatchEvent(new PopStateEvent("popstate"))');
    await page.waitForSelector(overlay(known.serum));
    await eventually(() => stored(known.serum)).toEqual(linesOf(known.serum));
  });

  test('notes flipped through at speed never lend each other a link', async () => {
    await stage.clear();
    const page = await stage.driver.page(feedUrl);
    const shown = await page.$$eval('.feeds-container a.cover', (covers) => covers.map(({ href }) => href));
    const list = notes.filter(({ id }) => shown.some((href) => href.includes(id)));
    const ids = list.map(({ id }) => id);
    await page.evaluate(flipThrough([...ids, ...ids.toReversed(), ...ids, known.bedroom.id]));
    await eventually(() => stored(known.bedroom)).toEqual(linesOf(known.bedroom));
    const ledger = await stage.ledger();
    const wrong = list.map((note) => storedLines(ledger, note).filter((line) => !linesOf(note).includes(line)));
    expect(wrong.flat()).toEqual([]);
    expect(list.length).toBeGreaterThan(8);
  });

  test('links in replies are found when 展开 shows them', async () => {
    await stage.clear();
    const page = await stage.driver.page(known.makeup.url);
    await eventually(() => stored(known.makeup)).toEqual(linesOf(known.makeup));
    await click(page, '.show-more');
    await eventually(() => stored(known.makeup)).toEqual(known.makeup.links.map((link) => lineOf(link)).sort());
  });

  test('comments loaded by scrolling are read', async () => {
    const page = await stage.driver.page(known.bedroom.url);
    const before = await page.$$eval('.comment-item', (found) => found.length);
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await page.waitForFunction(`document.querySelectorAll('.comment-item').length > ${String(before)}`);
    const loaded = await page.$$eval('.comment-item', (found) => found.length);
    const popup = await openPopup(stage, known.bedroom.url);
    await showTab(popup, 'This page');
    await eventually(() => readText(popup)).toContain(
      `${String(loaded)} of ${String(known.bedroom.commentsDeclared)} `,
    );
  });
});
