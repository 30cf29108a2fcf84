import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { tabIdOf, waitUntil } from '../../e2e/browsers';
import { type ExposureRow, readExposures } from '../../e2e/support/exposures';
import { known } from '../../e2e/support/notes';
import type { Stage } from '../../e2e/support/open-stage';
import { feedUrl } from '../../replica/truth';
import { countSleeps } from '../asleep';
import type { Fault, Tally } from '../fault';

/** One visit to the feed: when it was, and which cards were in view when it ended. */
interface Visit {
  from: number;
  to: number;
  inView: number[];
}

const positions = v.array(v.number());

/** Once the page has laid itself out, and has painted that. */
const cardsInView = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const cards = () => [...document.querySelectorAll('.feeds-container .note-item')];
  while (new Set(cards().map((card) => card.style.transform)).size < cards().length || cards().length === 0) await frame();
  for (let count = 0; count < 10; count += 1) await frame();
  const isInView = ({ top, bottom }) => bottom > 0 && top < innerHeight;
  return cards().filter((card) => isInView(card.getBoundingClientRect())).map((card) => Number(card.dataset.index));
})()`;

/** Closed by the person, closed by an extension, and left for another site. */
const ways: readonly ((stage: Stage, page: Page) => Promise<unknown>)[] = [
  (_stage, page) => page.close({ runBeforeUnload: true }),
  async ({ own }, page) => own.evaluate(`chrome.tabs.remove(${String(await tabIdOf(own, page.url()))})`),
  (_stage, page) => page.goto(known.kettle.url.replace('xiaohongshu', 'rednote')),
];

/** The queue's rows that were stored, as the background says by taking them out. */
const watchQueue = `(() => {
  window.storedExposures = [];
  chrome.storage.onChanged.addListener((changes) => {
    for (const { oldValue, newValue } of Object.values(changes))
      if (newValue === undefined && oldValue?.type === 'exposure') window.storedExposures.push(oldValue.id);
  });
})()`;

/** In view at the end, and the visit itself. */
const sentOf = ({ inView }: Visit) => [...inView.map((position) => `card:${String(position)}:`), 'page'];

function rowsOf({ from, to }: Visit, rows: readonly ExposureRow[]): ExposureRow[] {
  return rows.filter(({ at, entry, pageKind }) => entry > 0 && pageKind === 'feed' && from <= at && at <= to);
}

function storedOf(visit: Visit, rows: readonly ExposureRow[]): string[] {
  const told = rowsOf(visit, rows);
  return sentOf(visit).filter((start) => told.some(({ unit }) => unit.key.startsWith(start)));
}

async function tallyOf(stage: Stage, visits: readonly Visit[]): Promise<Tally> {
  const sent = visits.flatMap(sentOf).length;
  const count = (rows: readonly ExposureRow[]) => visits.flatMap((visit) => storedOf(visit, rows)).length;
  const isDone = async () => count(await readExposures(stage)) === sent && (await stage.queue()).length === 0;
  await waitUntil('every total is stored', isDone, 10_000).catch(() => undefined); // then it is counted as lost
  const rows = await readExposures(stage);
  const ids = new Set(rows.map(({ id }) => id));
  const acked = new Set(v.parse(v.array(v.string()), await stage.own.evaluate('window.storedExposures')));
  const firsts = rows.filter(({ entry, part }) => entry === 1 && part === undefined);
  const units = new Set(firsts.map(({ visit, unit }) => `${visit} ${unit.key}`));
  const missing = [...acked].filter((id) => !ids.has(id)).length;
  // Of what was sent: stays that had ended before, and parts of a long one, are acknowledged as well.
  const ackedRows = rows.filter(({ id }) => acked.has(id));
  return { sent, stored: count(rows), acked: count(ackedRows), missing, duplicates: firsts.length - units.size };
}

export const totals: Fault = {
  id: 'F5b',
  name: 'what was on screen, closed or left at once, background asleep',
  expected: 'all',
  on: { chromium: 'usual', firefox: 'short' },
  async inject(lab) {
    const stage = await lab.stage();
    const sleeps = countSleeps(stage);
    await stage.own.evaluate(watchQueue);
    const visits: Visit[] = [];
    const tries = lab.tries(6, 21);
    for (let each = 0; each < tries; each++) {
      const from = Date.now();
      const page = await stage.driver.page(feedUrl);
      await page.bringToFront();
      const inView = v.parse(positions, await page.evaluate(cardsInView));
      await sleeps.stop();
      visits.push({ from, to: Date.now(), inView });
      await ways[each % ways.length]?.(stage, page);
      await sleeps.untilStarted().catch(() => undefined); // then nothing has reached it: counted as lost
    }
    const proof = `${sleeps.proof()}; ${String(tries)} visits ended, each by the next of ${String(ways.length)} ways`;
    return { ...(await tallyOf(stage, visits)), tries, proof };
  },
};
