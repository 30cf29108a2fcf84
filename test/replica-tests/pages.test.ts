import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Replica, startReplica } from '../replica';
import { feedUrl, firstNoteUrl, makeNote, notes, type TruthNote } from '../replica/truth';
import { savedListUrl } from '../replica/truth-pages';
import { type Browsing, browse, chromium } from './chromium';

let replica: Replica;
let browsing: Browsing;

const withLink = (start: string): TruthNote =>
  notes.find(({ links }) => links.some(({ href }) => href.startsWith(start)))!;

/** What only the page's own scripts do. */
describe.skipIf(chromium === undefined)('in Chromium', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    replica = await startReplica();
    browsing = await browse(replica);
  }, 120_000);

  afterAll(async () => {
    await browsing.close();
    await replica.close();
  });

  beforeEach(() => browsing.page.bringToFront());

  test.each([
    ['tbopen:', 'left', 'https://item.taobao.com/item.htm?id='],
    ['openapp.jdmobile:', 'left', 'https://item.jd.com/'],
    ['pinduoduo:', 'middle', 'https://mobile.yangkeduo.com/goods.html?goods_id='],
    ['https://u.jd.com/', 'left', 'https://item.jd.com/'],
    ['https://s.click.taobao.com/', 'left', 'https://detail.tmall.com/item.htm?id='],
  ] as const)('%s clicked with the %s button lands on %s', async (start, button, landing) => {
    const note = withLink(start);
    const link = note.links.find(({ href }) => href.startsWith(start))!;
    await browsing.page.goto(note.url);
    await browsing.page.click(`a[href^="${start}"]`, { button });
    const url = await browsing.tab(landing);
    expect(url).toBe(link.opens.url);
  });

  test('a note opens over the feed, is collected there, and back closes it', async () => {
    const { page } = browsing;
    await page.goto(feedUrl);
    await page.click('section.note-item[data-index="2"] .cover');
    const mask = await page.waitForSelector('.note-detail-mask[note-id]');
    const id = await mask!.evaluate((element) => element.getAttribute('note-id'));
    expect(page.url()).toBe(`${feedUrl}/${id}?xsec_token=replica&xsec_source=pc_feed`);
    await page.click('.note-detail-mask .collect-wrapper');
    await page.waitForSelector('.note-detail-mask use[*|href="#collected"]');
    await page.goBack();
    await page.waitForSelector('.note-detail-mask', { hidden: true });
    expect(page.url()).toBe(feedUrl);
    expect(replica.requests.some(({ path }) => path === '/api/sns/web/v1/note/collect')).toBe(true);
  });

  test('over a note there are two engage bars, and each is its own', async () => {
    const { page } = browsing;
    await page.goto(firstNoteUrl);
    await page.evaluate(() => document.querySelector<HTMLElement>('section.note-item .cover')!.click());
    await page.waitForSelector('.note-detail-mask .engage-bar-container');
    await page.click('.note-detail-mask .collect-wrapper');
    const icons = await page.$$eval('.collect-wrapper use', (uses) =>
      uses.map((use) => use.getAttribute('xlink:href')),
    );
    expect(icons).toEqual(['#collect', '#collected']);
  });

  test('the feed keeps 15 to 24 cards', async () => {
    const { page } = browsing;
    await page.goto(feedUrl, { waitUntil: 'networkidle0' });
    for (const top of [0, 1500, 4000, 0]) {
      await page.evaluate((to) => scrollTo(0, to), top);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const count = await page.$$eval('section.note-item', (cards) => cards.length);
      expect(count).toBeGreaterThanOrEqual(15);
      expect(count).toBeLessThanOrEqual(24);
    }
  });

  test('the feed goes on as long as one scrolls, and recycled elements show the cards that come', async () => {
    const { page } = browsing;
    for (const list of ['', '&replica-list=recycled']) {
      await page.goto(`${feedUrl}?channel_id=homefeed.hostile${list}`);
      await page.evaluate('document.querySelector("[data-index]").firstSight = true');
      const seen = new Set<number>();
      while (!seen.has(80)) {
        await page.evaluate('scrollBy(0, 700)');
        await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
        const shown = await page.$$eval('section.note-item', (cards) =>
          cards.map((card) => [card.getAttribute('data-index'), card.querySelector('a')!.getAttribute('href')]),
        );
        for (const [index, href] of shown) {
          expect(href).toBe(`/explore/${makeNote(Number(index)).id}`);
          seen.add(Number(index));
        }
      }
      const survivors = await page.$$eval('[data-index]', (all) => all.filter((card) => 'firstSight' in card).length);
      expect(survivors).toBe(list === '' ? 0 : 1);
    }
  });

  test('channels, tabs, boards and searches change the page without a load, and back leads back', async () => {
    const { page } = browsing;
    await page.goto(feedUrl);
    await page.evaluate('window.stays = true');
    const first = () => page.$eval('[data-index="0"] a', (anchor) => anchor.getAttribute('href'));
    const start = await first();
    await page.click('[data-channel="homefeed.food_v3"]');
    await page.waitForSelector('.channel.active[data-channel="homefeed.food_v3"]');
    expect(await first()).not.toBe(start);
    await page.click('.user a.link-wrapper');
    await page.waitForSelector('[data-tab="fav"]');
    await page.click('[data-tab="fav"]');
    await page.waitForSelector('[data-tab="fav/board"]');
    await page.click('[data-tab="fav/board"]');
    await (await page.waitForSelector('a.board-link'))!.click();
    await page.waitForSelector('.board-page .note-item');
    await page.type('#search-input', '咖啡');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.search-layout');
    expect(new URL(page.url()).searchParams.get('keyword')).toBe('咖啡');
    for (const part of [
      '.board-page',
      '.board-card',
      '.active[data-tab="fav/note"]',
      '.active[data-tab="note"]',
      '.feeds-page',
    ]) {
      await page.goBack();
      await page.waitForSelector(part);
    }
    await page.goBack();
    await page.waitForSelector('.channel.active[data-channel="homefeed_recommend"]');
    expect([await first(), await page.evaluate('window.stays')]).toEqual([start, true]);
  });

  test('a note of our saved list keeps its address, and closes over it', async () => {
    const { page } = browsing;
    const note = notes[6]!;
    await page.goto(note.url);
    await page.click('.collect-wrapper');
    await page.waitForSelector('use[*|href="#collected"]');
    await page.goto(savedListUrl);
    await page.click('.cover');
    await page.waitForSelector('.note-detail-mask');
    expect(new URL(page.url()).pathname).toBe(`/user/profile/${note.authorId}/${note.id}`);
    await page.goBack();
    await page.waitForSelector('.note-detail-mask', { hidden: true });
    expect(page.url()).toBe(savedListUrl);
  });

  test('scrolling and expanding brings every comment once', async () => {
    const { page } = browsing;
    await page.goto(firstNoteUrl);
    while ((await page.$('.end-container')) === null) {
      const before = await page.$$eval('.parent-comment', (all) => all.length);
      await page.evaluate(() => document.querySelector('.comments-container')!.scrollIntoView({ block: 'end' }));
      await page.waitForFunction((count) => document.querySelectorAll('.parent-comment').length > count, {}, before);
    }
    await page.$$eval('.show-more', (all) => all.forEach((more) => (more as HTMLElement).click()));
    await page.waitForFunction(() => document.querySelector('.show-more') === null);
    const ids = await page.$$eval('.comment-item', (all) => all.map(({ id }) => id));
    expect([ids.length, new Set(ids).size]).toEqual([96, 96]);
  });

  test('the late note fills in', async () => {
    const late = notes.find(({ state }) => state === 'late')!;
    await browsing.page.goto(late.url);
    await browsing.page.waitForSelector('.goods-link');
    expect(await browsing.page.title()).toContain(late.title);
  });

  test.each(['element.remove()', 'element.style.display = "none"', 'element.className += " x"', 'element.append("x")'])(
    'the bait notices %s',
    async (deed) => {
      const { page } = browsing;
      await page.goto(feedUrl);
      expect(await page.evaluate('__baitTouched')).toBe(false);
      await page.evaluate(`{ const element = document.querySelector('.ad-wrap'); ${deed} }`);
      expect(await page.evaluate('__baitTouched')).toBe(true);
    },
  );

  test('hostile words run no script', async () => {
    const { page } = browsing;
    const odd = notes.find(({ title }) => title.startsWith('<img'))!;
    await page.goto(odd.url);
    expect(await page.evaluate('window.__pwned')).toBeUndefined();
  });
});
