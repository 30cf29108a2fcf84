import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { click, waitUntil } from '../../e2e/browsers';
import { readExposures } from '../../e2e/support/exposures';
import type { Ledger } from '../../e2e/support/ledger';
import { nameLoad } from '../../e2e/support/loads';
import { anchor, known, linkOn } from '../../e2e/support/notes';
import { openNote } from '../asleep';
import { openBook } from '../book';
import type { Fault } from '../fault';
import { extraEntries, visitsIn } from '../visits';

const note = known.bedroom;
// In turn: the visit goes on after the way back, and the same link twice within two seconds is one gesture.
const links = [linkOn(note), linkOn(note, 'blue-link')];

const countRestored = `addEventListener('pageshow', ({ persisted }) => {
  window.restored = (window.restored ?? 0) + (persisted ? 1 : 0);
})`;

/** Asked of the page itself: neither driver hears of a page that comes back from the cache. */
async function hrefOf(page: Page): Promise<string | undefined> {
  const href: unknown = await page
    .evaluate("document.readyState === 'complete' && location.href")
    .catch(() => undefined);
  return typeof href === 'string' ? href : undefined;
}

async function untilLeft(page: Page, from: string | undefined): Promise<void> {
  await waitUntil(`the tab moves on from ${String(from)}`, async () => {
    const href = await hrefOf(page);
    return href !== undefined && href !== from;
  });
}

async function go(page: Page, way: 'back' | 'forward'): Promise<void> {
  const from = await hrefOf(page);
  await page.evaluate(`setTimeout(() => history.${way}())`);
  await untilLeft(page, from);
}

/** Visits of this note that the ledger counts, against the times it was loaded. */
function extraVisits({ events }: Ledger, loads: number): number {
  return Math.max(0, visitsIn(events, 'note').length - loads);
}

export const backForward: Fault = {
  id: 'F23',
  name: 'back and forward, from the cache of pages',
  expected: 'all',
  on: { chromium: 'short', firefox: 'usual' },
  async inject(lab) {
    const stage = await lab.alone({ cache: 'private' });
    const book = await openBook(stage);
    const page = await stage.driver.page();
    await page.evaluateOnNewDocument(countRestored);
    await openNote(stage, page, note);
    const loads = new Set([await nameLoad(page)]);
    const tries = lab.tries(4);
    for (let each = 0; each < tries; each++) {
      const link = links[each % links.length];
      if (!link) continue;
      await click(page, anchor(link));
      book.pressed(note, link);
      await untilLeft(page, note.url);
      await go(page, 'back');
      loads.add(await nameLoad(page));
      await go(page, 'forward');
      await go(page, 'back');
      loads.add(await nameLoad(page));
    }
    const restored = v.parse(v.number(), await page.evaluate('window.restored'));
    await page.close();
    const tally = await book.close();
    const extra = extraVisits(await stage.ledger(), loads.size);
    const exposures = await readExposures(stage);
    const entries = extraEntries(exposures);
    const wrong = [
      ...(exposures.length === 0 ? ['nothing was on screen'] : []),
      ...(entries > 0 ? [`${String(entries)} times something counts as entered again`] : []),
      ...(extra > 0 ? [`it counts as visited ${String(extra)} times too often`] : []),
    ];
    const proof = `the page came back from the cache ${String(restored)} times, loaded ${String(loads.size)} times`;
    return { ...tally, tries: Math.min(tries, restored), proof, wrong };
  },
};
