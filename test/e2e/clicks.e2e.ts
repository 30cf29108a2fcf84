import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { TruthLink, TruthNote } from '../replica/truth';
import { browserKinds, isFull, isShort, tabIdOf, waitUntil } from './browsers';
import { eventually } from './support/eventually';
import { clicksIn, type Ledger } from './support/ledger';
import { anchor, known, linkOn, plain, targetOf } from './support/notes';
import { type Stage, useStage } from './support/stage';
import { follow, type Way } from './support/ways';

const usual = isShort ? 1 : 2;
const tries = isFull ? 10 : usual;

interface Row {
  way: Way;
  form: string;
  note: TruthNote;
  surface: TruthLink['surface'];
}

const rows: Row[] = [
  { way: 'same-tab', form: 'an https ad link', note: known.bedroom, surface: 'ad-link' },
  { way: 'same-tab', form: 'a blue link', note: known.bedroom, surface: 'blue-link' },
  { way: 'same-tab', form: 'a deep link', note: known.tote, surface: 'ad-link' },
  { way: 'new-tab', form: 'an https ad link', note: known.serum, surface: 'ad-link' },
  { way: 'new-tab', form: 'a goods card', note: known.teapot, surface: 'goods-card' },
  { way: 'middle', form: 'a deep link', note: known.tissue, surface: 'ad-link' },
  { way: 'ctrl', form: 'an https ad link', note: known.coat, surface: 'ad-link' },
  { way: 'keyboard', form: 'a union short link', note: known.mask, surface: 'ad-link' },
];

/** Opens the note and waits until the ledger has heard of this visit: the script then knows its tab. */
async function openNote(stage: Stage, page: Page, note: TruthNote): Promise<void> {
  const visits = ({ events }: Ledger) => events.filter(({ type }) => type === 'note').length;
  const before = visits(await stage.ledger());
  await page.goto(note.url);
  await stage.untilLedger('the note is in the ledger', (ledger) => visits(ledger) > before);
}

/** Follows the link with a background that is stopped right before; returns the starts it took, one at least. */
async function followAsleep(stage: Stage, page: Page, press: [Way, string]): Promise<void> {
  await eventually(() => stage.queue()).toEqual([]);
  await stage.driver.stopBackground();
  const starts = await stage.driver.backgroundStarts();
  await follow(stage, page, press);
  await waitUntil('the press starts the background', async () => (await stage.driver.backgroundStarts()) > starts);
}

describe.each(browserKinds)('in %s', (kind) => {
  const stage = useStage(kind);

  describe.each(['awake', 'asleep'] as const)('with the background %s, every click is stored once', (state) => {
    test.each(rows)('$way on $form', async ({ way, note, surface }) => {
      await stage.clear();
      const page = await stage.driver.page();
      const link = linkOn(note, surface);
      const tabs: number[] = [];
      for (let round = 0; round < tries; round++) {
        await openNote(stage, page, note);
        tabs.push(await tabIdOf(stage.own, note.url));
        const press: [Way, string] = [way, anchor(link)];
        await (state === 'awake' ? follow(stage, page, press) : followAsleep(stage, page, press));
        await stage.untilLedger('the click is stored', (ledger) => clicksIn(ledger).length > round);
      }
      await eventually(() => stage.queue()).toEqual([]);
      const clicks = clicksIn(await stage.ledger());
      const { platform } = link;
      const wanted = {
        surface,
        how: way,
        url: plain(note.url),
        noteId: note.id,
        link: { platform, key: targetOf(link) },
      };
      expect(clicks).toMatchObject(tabs.map((tab) => ({ ...wanted, tab })));
    });
  });
});
