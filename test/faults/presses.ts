import type { Page } from 'puppeteer-core';
import { click } from '../e2e/browsers';
import { anchor, known, linkOn } from '../e2e/support/notes';
import type { Book } from './book';

const note = known.bedroom;
const links = [linkOn(note), linkOn(note, 'blue-link')];

/** Presses two links of a page that stays, in turn: the same one twice within two seconds is one gesture. */
export async function pressInTurn(page: Page, book: Book, times: number): Promise<void> {
  for (let each = 0; each < times; each++) {
    const link = links[each % links.length];
    if (!link) continue;
    await click(page, anchor(link));
    book.pressed(note, link);
  }
}
