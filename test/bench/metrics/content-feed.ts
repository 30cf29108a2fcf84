import type { Page } from 'puppeteer-core';
import { click } from '../../e2e/browsers';
import { feedUrl } from '../../replica/truth';
import type { Benchmark } from '../benchmark';
import { askNumber, type Session } from '../browser';
import { toMetric, type Metric } from '../metric';
import { costOf, openPair, pause, type PageCost } from '../page-cost';

/** What a page and its scripts need to come to rest, so that only the feed is measured. */
const restMs = 1_000;

/**
 * Script time of ours while a feed takes in 300 cards and throws 300 away, against a bare observer of added nodes: on
 * the feed itself, and on a feed behind an open note.
 */
export const contentFeed: Benchmark = {
  name: 'content.feed',
  async measure({ full, extension }) {
    const session = await openPair(await extension());
    try {
      const [feed, note]: [PageCost[], PageCost[]] = [[], []];
      for (let run = 0; run <= (full ? 11 : 5); run += 1) {
        feed.push(await feedRun(session, () => Promise.resolve()));
        note.push(await feedRun(session, openNote));
      }
      return [toFigure('content.feed', feed.slice(1)), toFigure('content.feed.note', note.slice(1))];
    } finally {
      await session.close();
    }
  },
};

async function feedRun(session: Session, prepare: (page: Page) => Promise<void>): Promise<PageCost> {
  const page = await session.driver.page(feedUrl);
  await prepare(page);
  await pause(restMs);
  const cost = await costOf(session, page, () => askNumber(page, feed));
  await page.close();
  return cost;
}

async function openNote(page: Page): Promise<void> {
  await click(page, 'section.note-item a.cover');
  await page.waitForSelector('.note-detail-mask .comment-item');
}

/** In the page: 2 cards in and 2 out every 20 ms, 150 times. */
const feed = `(async () => {
  const reply = await fetch('/replica-api/cards?page=/explore');
  const cards = await reply.json();
  const list = document.querySelector('section.note-item').parentElement;
  const make = (index) => {
    const template = document.createElement('template');
    template.innerHTML = cards[index % cards.length].markup;
    return template.content.firstElementChild;
  };
  let inserted = 0;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      for (let each = 0; each < 2; each += 1) {
        list.append(make(inserted));
        list.firstElementChild.remove();
        inserted += 1;
      }
      if (inserted < 300) return;
      clearInterval(timer);
      setTimeout(() => resolve(inserted), 500);
    }, 20);
  });
})()`;

function toFigure(name: string, runs: readonly PageCost[]): Metric {
  return toMetric({
    name,
    unit: 'ms',
    samples: runs.map(({ ours }) => ours),
    reference: 'bare observer',
    referenceSamples: runs.map(({ bare }) => bare),
    target: 3,
  });
}
