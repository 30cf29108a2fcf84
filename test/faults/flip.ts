import type { Page } from 'puppeteer-core';
import { notes, type TruthLink, type TruthNote } from '../replica/truth';

/** Notes whose card is in the feed and that carry an ad link; the site's own script follows other addresses than https. */
export async function listShown(page: Page): Promise<[TruthNote, TruthLink][]> {
  const covers = await page.$$eval('.feeds-container a.cover', (found) => found.map(({ href }) => href));
  return notes.flatMap((note): [TruthNote, TruthLink][] => {
    const link = note.links.find(
      ({ surface, hidden, href }) => surface === 'ad-link' && !hidden && href.startsWith('https:'),
    );
    return link && covers.some((href) => href.includes(note.id)) ? [[note, link]] : [];
  });
}

/** Opens notes over the feed, faster than a person: the next card is pressed as soon as the note before is on screen. */
export const flipThrough = (ids: readonly string[]) => `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (const id of ${JSON.stringify(ids)}) {
    document.querySelector('.feeds-container a.cover[href*="' + id + '"]').click();
    while (!document.querySelector('.note-detail-mask[note-id="' + id + '"]')) await frame();
  }
})()`;
