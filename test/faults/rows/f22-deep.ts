import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { holdStill } from '../../e2e/support/hostile-page';
import { anchor, known, linkOn } from '../../e2e/support/notes';
import type { BrowserKind } from '../../e2e/browsers';
import { openNote } from '../asleep';
import { openBook } from '../book';
import type { Fault } from '../fault';
import { pressInTurn } from '../presses';

const note = known.bedroom;

/**
 * How deep a link may stand. Deeper than 5,000 Chromium itself crashes, without any extension (2026-11); what stands
 * deeper than 1,000 Firefox does not lay out, so nobody could press it.
 */
const depths: Readonly<Record<BrowserKind, number>> = { chromium: 2_400, firefox: 800 };

const nest = (selector: string, depth: number) => `(() => {
  const link = document.querySelector(${JSON.stringify(selector)});
  const place = document.createComment('');
  link.replaceWith(place);
  let nest = link;
  for (let level = 0; level < ${String(depth)}; level++) {
    const outer = document.createElement('span');
    outer.append(nest);
    nest = outer;
  }
  place.replaceWith(nest);
})()`;

const depthOf = (selector: string) => `(() => {
  let depth = 0;
  for (let part = document.querySelector(${JSON.stringify(selector)}); part; part = part.parentNode) depth++;
  return depth;
})()`;

async function nestLinks(page: Page, depth: number): Promise<number> {
  const selectors = [anchor(linkOn(note)), anchor(linkOn(note, 'blue-link'))];
  for (const selector of selectors) await page.evaluate(nest(selector, depth));
  const found = await Promise.all(selectors.map((selector) => page.evaluate(depthOf(selector))));
  return Math.min(...v.parse(v.array(v.number()), found));
}

/** Links far down in a page: whoever walks up or down from them by recursion falls. */
export const deep: Fault = {
  id: 'F22',
  name: 'links at the bottom of deep nesting',
  expected: 'all',
  on: { chromium: 'usual', firefox: 'full' },
  async inject(lab) {
    const stage = await lab.stage();
    const book = await openBook(stage);
    const page = await stage.driver.page();
    const tries = lab.tries(1);
    const found: number[] = [];
    for (let each = 0; each < tries; each++) {
      await openNote(stage, page, note);
      await page.evaluate(holdStill);
      found.push(await nestLinks(page, depths[lab.kind]));
      await pressInTurn(page, book, 2);
    }
    const deep = found.filter((depth) => depth > depths[lab.kind]);
    const proof = `each link stood at least ${String(Math.min(...deep))} levels deep`;
    return { ...(await book.close()), tries: deep.length, proof };
  },
};
