import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Replica, startReplica } from '../replica';
import { type ScrollTruth, scrolled, scrollScript, type SeenUnit } from '../replica/scroll-truth';
import { feedUrl, firstNoteUrl } from '../replica/truth';
import { type Browsing, browse, chromium } from './chromium';

let replica: Replica;
let browsing: Browsing;

/** The share that a unit had at a time. */
function shareAt({ shares }: SeenUnit, at: number): number {
  return shares.findLast(([from]) => from <= at)?.[1] ?? 0;
}

const boxes = `[...document.querySelectorAll('.note-item')].map((card) => {
  const { top, bottom, height } = card.getBoundingClientRect();
  return [Number(card.dataset.index), Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)) / height];
})`;

describe.skipIf(chromium === undefined)('the log of what was in view', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    replica = await startReplica();
    browsing = await browse(replica);
  }, 120_000);

  afterAll(async () => {
    await browsing.close();
    await replica.close();
  });

  test('follows every jump of the feed, card by card', async () => {
    const { page } = browsing;
    await page.goto(scrolled(feedUrl));
    const tops = [700, 3000, 0];
    for (const top of tops) {
      const log = (await page.evaluate(scrollScript([[top, 400]]))) as ScrollTruth;
      expect(log.jumps.at(-1)?.top).toBe(top);
      for (const [position, share] of (await page.evaluate(boxes)) as [number, number][]) {
        const unit = log.units[`card ${position}`]!;
        expect([top, position, Math.abs(shareAt(unit, Infinity) - share) < 0.002]).toEqual([top, position, true]);
      }
    }
  });

  test('notes a jump under the frame it was made in', async () => {
    const { page } = browsing;
    await page.goto(scrolled(feedUrl));
    const log = (await page.evaluate(
      scrollScript([
        [0, 1000],
        [4000, 1000],
        [0, 1000],
      ]),
    )) as ScrollTruth;
    const { shares, noteId } = log.units['card 0']!;
    const first = shares[0];
    const gone = shares.find(([, share]) => share === 0);
    const back = shares.at(-1);
    expect(noteId).toMatch(/^[0-9a-f]{24}$/);
    // Before the page's own script has laid the feed out, it stands elsewhere.
    expect(shares.filter(([, share]) => share === 0)).toHaveLength(1);
    expect(back![1]).toBeGreaterThan(0);
    const framesBetween = (from: number, to: number) => log.frames.filter((at) => at > from && at <= to).length;
    expect(framesBetween(log.jumps[1]!.at, gone![0])).toBeLessThanOrEqual(1);
    // A card that comes back is made again first, when the page hears of the scroll.
    expect(framesBetween(log.jumps[2]!.at, back![0])).toBeLessThanOrEqual(2);
    expect(first![0]).toBeLessThan(log.jumps[0]!.at);
    expect(log.frames.length).toBeGreaterThan(10);
    expect(log.timeOrigin + log.frames[0]!).toBeGreaterThan(1.6e12);
  });

  test('knows comments and the open note, and when the page was not in front', async () => {
    const { page } = browsing;
    await page.goto(scrolled(firstNoteUrl));
    await page.evaluate(scrollScript([[0, 300]]));
    const other = await page.browser().newPage();
    await other.bringToFront();
    await page.waitForFunction('!document.hasFocus() || document.hidden', { polling: 50 });
    await page.bringToFront();
    await other.close();
    const log = (await page.evaluate(scrollScript([[600, 300]]))) as ScrollTruth;
    const kinds = new Set(Object.values(log.units).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['card', 'comment', 'note']));
    expect(log.active.map(({ active }) => active)).toEqual([true, false, true]);
  });
});
