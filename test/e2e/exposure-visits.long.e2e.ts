import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { feedUrl } from '../replica/truth';
import { browserKinds, click, tabIdOf, waitUntil } from './browsers';
import { eventually } from './support/eventually';
import { type ExposureRow, readExposures, toldVisits } from './support/exposures';
import { nameLoad } from './support/loads';
import { known } from './support/notes';
import { type Stage, useStage } from './support/stage';

const site = 'https://www.xiaohongshu.com';
const kettleUrl = `${site}/search_result?keyword=${encodeURIComponent('手冲咖啡')}`;

const cardsInView = `[...document.querySelectorAll('.feeds-container .note-item')].filter((card) => {
  const { top, bottom } = card.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}).map((card) => Number(card.dataset.index))`;

const someFrames = `new Promise((resolve) => {
  let left = 10;
  const frame = () => (left-- > 0 ? requestAnimationFrame(frame) : resolve());
  frame();
})`;

// Nothing else to do, after a layout: our script has looked through what came.
const idle = `new Promise((resolve) => {
  requestIdleCallback(() => requestAnimationFrame(() => requestIdleCallback(resolve)));
})`;

/** Asks the browser to load a page ahead, hidden, and to run its scripts. */
const prepare = (url: string) => `{
  const rules = Object.assign(document.createElement('script'), { type: 'speculationrules' });
  rules.textContent = '${JSON.stringify({ prerender: [{ urls: [url], eagerness: 'immediate' }] })}';
  document.head.append(rules);
}`;

/** Opens a feed in front, once it stands still: which cards are in view. */
async function openFeed(stage: Stage, url = feedUrl): Promise<{ page: Page; inView: number[] }> {
  const page = await stage.driver.page(url);
  await page.bringToFront();
  const list = async () => (await page.evaluate(cardsInView)) as number[];
  await waitUntil('the feed is laid out', async () => (await list()).length < 13 && (await list()).length > 3);
  return { page, inView: await list() };
}

const ofPage = (rows: readonly ExposureRow[]) => rows.filter(({ unit }) => unit.kind === 'page');
const keysOf = (rows: readonly ExposureRow[]) =>
  rows.map(({ visit, unit, entry, part = 0 }) => [visit, unit.key, entry, part].join(' '));

describe.each(browserKinds)('in %s', (kind) => {
  const stage = useStage(kind, { cache: 'private' });
  const rows = () => readExposures(stage);

  test.each([
    ['the tab is closed at once', (page: Page) => page.close({ runBeforeUnload: true })],
    [
      'the tab goes to another page',
      async (page: Page) => void (await page.goto('https://item.jd.com/100012043978.html')),
    ],
    ['the tab goes behind another one', async () => void (await stage.driver.page('about:blank')).bringToFront()],
  ])('all that is in view is told when %s', async (_how, leave) => {
    await stage.clear();
    const { page, inView } = await openFeed(stage);
    await leave(page);
    await eventually(async () => toldVisits(await rows())).toHaveLength(1);
    const told = (await rows()).filter(({ entry }) => entry > 0).map(({ unit }) => unit.position);
    expect(inView.filter((position) => !told.includes(position))).toEqual([]);
  });

  test('back and forward, often: a visit is one exposure, however often it comes back', async () => {
    const times = 20;
    await stage.clear();
    const { page } = await openFeed(stage);
    const first = await nameLoad(page);
    await page.goto(kettleUrl);
    const loads = new Set([first, await nameLoad(page)]);
    let restored = 0;
    for (let round = 0; round < times; round += 1) {
      await page.evaluate(`setTimeout(() => history.${round % 2 ? 'forward' : 'back'}())`);
      const to = round % 2 ? kettleUrl : feedUrl;
      await waitUntil(
        'the page is there',
        () =>
          page
            .evaluate(`location.href === ${JSON.stringify(to)} && document.readyState === 'complete'`)
            .catch(() => false) as Promise<boolean>,
      );
      const load = await nameLoad(page);
      loads.add(load);
      if (load === first) restored += 1;
    }
    await page.close({ runBeforeUnload: true });
    // What the cache did not keep was loaded anew, and is another visit.
    expect(restored).toBeGreaterThanOrEqual(times / 4);
    await eventually(async () => toldVisits(await rows())).toHaveLength(loads.size);
    const all = await rows();
    expect(keysOf(all).filter((key, index, list) => list.indexOf(key) !== index)).toEqual([]);
    const wholes = ofPage(all).filter(({ part }) => part === undefined);
    expect(wholes.map(({ entry }) => entry)).toEqual(wholes.map(() => 1));
    expect(wholes).toHaveLength(loads.size);
    expect(all.filter(({ unit, entry }) => unit.kind !== 'page' && entry > 1)).toEqual([]);
  });

  test('a note opened over a feed is a visit of its own; the list behind stays one list', async () => {
    await stage.clear();
    const { page } = await openFeed(stage);
    await click(page, `.feeds-container a.cover[href*="${known.bedroom.id}"]`);
    await page.waitForSelector('.note-detail-mask .comment-item');
    await page.evaluate(someFrames);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.note-detail-mask', { hidden: true });
    await page.evaluate(someFrames);
    await page.close({ runBeforeUnload: true });
    await eventually(async () => toldVisits(await rows())).toHaveLength(3);
    const all = await rows();
    const cards = all.filter(({ unit }) => unit.key.startsWith('card:'));
    expect(new Set(cards.map(({ pageKind }) => pageKind))).toEqual(new Set(['feed']));
    expect(new Set(cards.map(({ visit }) => visit)).size).toBe(2);
    expect(new Set(cards.map(({ feed }) => feed)).size).toBe(1);
    const note = all.filter(({ unit }) => unit.kind === 'open-note');
    expect(note.map(({ unit, pageKind, entry }) => [unit.noteId, pageKind, entry])).toEqual([
      [known.bedroom.id, 'note', 1],
    ]);
    expect(note[0]?.unit.label).toMatchObject({ measured: { fontPx: expect.any(Number) as number } });
    expect(note[0]?.states.at(-1)?.label).toBe(1);
    expect(note[0]?.unit.surfaces).toContain('ad-link');
    const clicked = cards.filter(({ clickedAfterMs }) => clickedAfterMs !== undefined);
    expect(clicked.map(({ unit }) => unit.noteId)).toEqual([known.bedroom.id]);
  });

  // Firefox prepares no page in advance.
  if (kind === 'chromium')
    describe('a page that is prepared in advance', () => {
      /** Opens a feed that asks for a note ahead, and waits until the scripts of that run. */
      const prepareBehind = async (url: string): Promise<Page> => {
        const { page } = await openFeed(stage);
        const before = stage.replica.requests.length;
        await page.evaluate(prepare(url));
        const isAsked = ({ path }: { path: string }) => path.startsWith('/replica-static/comments.js');
        await waitUntil('the note is prepared', () => stage.replica.requests.slice(before).some(isAsked));
        await page.evaluate(someFrames);
        return page;
      };

      test('is seen when it is shown, and not before', async () => {
        const activatedAt = "performance.getEntriesByType('navigation')[0].activationStart";
        // By the extension: the tab shows another page now, of which the driver does not always hear.
        const ask = async (script: string): Promise<unknown> => {
          const tab = await tabIdOf(stage.own, known.bedroom.url);
          const asking = `{ target: { tabId: ${String(tab)} }, func: async () => ${script} }`;
          return stage.own.evaluate(`chrome.scripting.executeScript(${asking}).then(([{ result }]) => result)`);
        };
        /** A busy browser drops what it has prepared and loads it as any other page: then it is asked once more. */
        const showPrepared = async (): Promise<number> => {
          for (let tries = 0; tries < 5; tries += 1) {
            await stage.clear();
            const page = await prepareBehind(known.bedroom.url);
            const preparedAt = Date.now();
            await page.evaluate(`location.href = ${JSON.stringify(known.bedroom.url)}`);
            if (Number(await ask(activatedAt)) > 0) return preparedAt;
          }
          throw new Error('The browser showed nothing that it had prepared.');
        };
        const preparedAt = await showPrepared();
        await ask(someFrames);
        await stage.own.evaluate(`chrome.tabs.remove(${String(await tabIdOf(stage.own, known.bedroom.url))})`);
        await eventually(async () => toldVisits(await rows())).toHaveLength(2);
        const ofNote = (await rows()).filter(({ pageKind }) => pageKind === 'note');
        expect(ofNote.length).toBeGreaterThan(3);
        expect(ofNote.filter(({ at }) => at < preparedAt)).toEqual([]);
      });

      test('and never shown was not there', async () => {
        await stage.clear();
        const page = await prepareBehind(known.serum.url);
        await page.close({ runBeforeUnload: true });
        await eventually(async () => toldVisits(await rows())).toHaveLength(1);
        expect(new Set((await rows()).map(({ pageKind }) => pageKind))).toEqual(new Set(['feed']));
        expect((await stage.ledger()).events.map(({ type }) => type)).toEqual(['page']);
      });
    });

  test('a switch that is off, an excluded author and an excluded note leave nothing', async () => {
    await stage.clear();
    const say = (message: object) => stage.own.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
    const leave = async (page: Page) => {
      await page.evaluate('scrollTo(0, 700)');
      await page.close({ runBeforeUnload: true });
    };
    await say({ type: 'recording', on: false });
    await leave((await openFeed(stage)).page);
    await say({ type: 'look' }); // comes after what that page said
    expect([await rows(), await stage.queue()]).toEqual([[], []]);
    await say({ type: 'recording', on: true });
    await say({ type: 'exclude', what: 'author', id: known.bedroom.authorId, on: true });
    await say({ type: 'exclude', what: 'note', id: known.serum.id, on: true });
    const excluded = await stage.driver.page(known.bedroom.url);
    await excluded.waitForSelector('.comment-item');
    await leave(excluded);
    await leave((await openFeed(stage)).page);
    await eventually(async () => toldVisits(await rows())).toHaveLength(1);
    const all = await rows();
    expect(new Set(all.map(({ pageKind }) => pageKind))).toEqual(new Set(['feed']));
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(({ unit }) => unit.noteId === known.serum.id || unit.noteId === known.bedroom.id)).toEqual([]);
    await say({ type: 'exclude', what: 'author', id: known.bedroom.authorId, on: false });
    await say({ type: 'exclude', what: 'note', id: known.serum.id, on: false });
  });

  test('twenty thousand cards at once: a thousand are followed, the rest is counted', async () => {
    await stage.clear();
    const page = await stage.driver.page(`${feedUrl}?replica-hostile=flood`);
    await page.waitForFunction('window.hostileDone');
    await page.waitForFunction('performance.now() > 3000'); // a visit is settled after two seconds of ours
    await page.evaluate(idle);
    const there = Number(await page.evaluate(`document.querySelectorAll('.note-item').length`));
    await page.close({ runBeforeUnload: true });
    const ledger = await stage.untilLedger('the visit is over', ({ coverage }) => coverage.length > 0);
    const { 'units: shape': units = 0, ...others } = ledger.coverage[0]?.unread ?? {};
    // To the last one, save those of the feed itself that may have gone before they were read.
    expect(there).toBeGreaterThan(20_000);
    expect(units).toBeGreaterThanOrEqual(there - 1_000);
    expect(units).toBeLessThanOrEqual(there - 1_000 + 24);
    // A list that was looked through as they came says of itself, once, that it holds more than is read.
    expect(Object.keys(others).filter((name) => !['cards: shape', 'links: shape'].includes(name))).toEqual([]);
    expect(Object.values(others).every((count) => count === 1)).toBe(true);
    // The page and its thousand, where a browser gives so many the time to say so.
    const firsts = (await rows()).filter(({ part }) => part === undefined);
    expect(firsts.length).toBeLessThanOrEqual(1_001);
  });
});
