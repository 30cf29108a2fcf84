import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { type ScrollTruth, scrolled, scrollScript, type SeenUnit } from '../replica/scroll-truth';
import { feedUrl, type TruthNote } from '../replica/truth';
import { inBothOr, click, tabIdOf } from './browsers';
import { eventually } from './support/eventually';
import { readExposures } from './support/exposures';
import { holdStill } from './support/hostile-page';
import { anchor, known, linkOn } from './support/notes';
import { collect } from './support/reader';
import { linesOf, storedLines } from './support/sightings';
import { type Stage, useStage } from './support/stage';

const [first, unwanted, last] = [known.kettle, known.serum, known.tote];

const excluded = (what: 'author' | 'note', id: string) =>
  [true, false].map((on) => ({ type: 'exclude', what, id, on }));

/** What a page of ours tells the background. */
async function tell(stage: Stage, message: object | undefined): Promise<void> {
  expect(await stage.own.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`)).toEqual({ ok: true });
}

/** All that a person can do on a note; the site remembers a collect, so it is taken back. */
async function useAll(page: Page, note: TruthNote): Promise<void> {
  await collect(page, note);
  await page.evaluate(holdStill);
  await click(page, anchor(linkOn(note)));
  await click(page, '.collect-wrapper');
  await page.waitForFunction('window.collectAnswers === 2');
  await page.goto('about:blank');
}

describe.each(inBothOr('firefox'))('in %s', (kind) => {
  const stage = useStage(kind);
  const isRead = (note: TruthNote) =>
    eventually(async () => storedLines(await stage.ledger(), note)).toEqual(linesOf(note));

  test.each([
    ['a pause', () => [Date.now() + 3_600_000, 0].map((until) => ({ type: 'pause', until }))],
    ['a pause of this tab', (tab: number) => [true, false].map((on) => ({ type: 'pause-tab', tab, on }))],
    ['the note excluded', () => excluded('note', unwanted.id)],
    ['its author excluded', () => excluded('author', unwanted.authorId)],
  ])('with %s nothing is recorded of a note, and what comes after is', async (_what, messagesFor) => {
    await stage.clear();
    const page = await stage.driver.page(first.url);
    await isRead(first);
    const [on, off] = messagesFor(await tabIdOf(stage.own, first.url));
    await page.goto('about:blank');
    await stage.untilLedger('the visit before has ended', ({ events }) => events.some(({ type }) => type === 'page'));
    const { events: before } = await stage.ledger();
    await tell(stage, on);
    await useAll(page, unwanted);
    await tell(stage, off);
    await page.goto(last.url);
    await isRead(last);
    const { events, notes, items } = await stage.ledger();
    const isNew = ({ id }: { id: string }) => !before.some((each) => each.id === id);
    const ofLast = events.filter((event) => isNew(event)).map(({ type, url }) => [type, url?.includes(last.id)]);
    expect(ofLast.filter(([, isOfLast]) => isOfLast !== true)).toEqual([]);
    expect(JSON.stringify([notes, items, events])).not.toContain(unwanted.id);
    expect(await stage.queue()).toEqual([]);
  });

  test('what is on screen during a pause alone is told by no stay', async () => {
    await stage.clear();
    const page = await stage.driver.page(scrolled(feedUrl));
    await page.bringToFront();
    await page.evaluate(scrollScript([[0, 700]]));
    await tell(stage, { type: 'pause', until: Date.now() + 3_600_000 });
    // What was on screen until then is told when the page hears of it.
    await eventually(async () => (await readExposures(stage)).length).toBeGreaterThan(0);
    const paused = (await page.evaluate(
      scrollScript([
        [3_000, 700],
        [0, 300],
      ]),
    )) as ScrollTruth;
    await tell(stage, { type: 'pause', until: 0 });
    await page.evaluate(scrollScript([[0, 300]]));
    await page.close({ runBeforeUnload: true });
    await stage.untilLedger('the visit is over', ({ events }) => events.some(({ type }) => type === 'page'));
    const since = paused.jumps.find(({ top }) => top === 3_000)?.at ?? Infinity;
    const seen = Object.values(paused.units).filter(({ shares }) => shares.length > 0);
    const isNew = ({ shares: [first] }: SeenUnit) => first !== undefined && first[0] >= since;
    const [during, before] = [seen.filter(isNew), seen.filter((unit) => !isNew(unit))];
    const stays = (await readExposures(stage)).filter(({ entry }) => entry > 0);
    const staysOf = ({ position }: SeenUnit) => stays.filter(({ unit }) => unit.position === position);
    expect(Math.min(during.length, before.length)).toBeGreaterThan(3);
    expect(during.filter((unit) => staysOf(unit).length > 0)).toEqual([]);
    expect(before.filter((unit) => staysOf(unit).length === 0)).toEqual([]);
  });

  test('one tab that is paused silences no other', async () => {
    await stage.clear();
    const paused = await stage.driver.page(first.url);
    await isRead(first);
    await tell(stage, { type: 'pause-tab', tab: await tabIdOf(stage.own, first.url), on: true });
    await paused.goto(unwanted.url);
    await stage.driver.page(last.url);
    await isRead(last);
    expect(storedLines(await stage.ledger(), unwanted)).toEqual([]);
  });
});
