import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { exposure } from '../ledger/made-events';
import { mainly } from './browsers';
import { openDashboard, press, readText, untilSaid, words } from './support/dashboard';
import { eventually } from './support/eventually';
import type { Ledger } from './support/ledger';
import { addExposures, ageLedger } from './support/made-rows';
import { known } from './support/notes';
import { collect } from './support/reader';
import { linesOf, storedLines } from './support/sightings';
import { useStage } from './support/stage';

/** Chooses one of the numbers of days that stand ready. */
async function choose(page: Page, kind: 'exposures' | 'visits' | 'notes', days: string): Promise<void> {
  const label = await page.waitForSelector(`::-p-xpath(//label[starts-with(., "${words.retention[kind]}")])`);
  const id = await label?.evaluate((each) => each.getAttribute('for'));
  await page.select(`select[id="${id ?? ''}"]`, days);
}

const shown = [exposure(1), exposure(2), exposure(3)].map((row) => ({ ...row, at: Date.now() }));
const shownNow = [exposure(4), exposure(5)].map((row) => ({ ...row, at: Date.now() }));

const countsOf = ({ meta }: Ledger) => meta.find(({ key }) => key === 'counts')?.value;
const eventsOn = ({ events }: Ledger, noteId: string) => events.filter((event) => event.noteId === noteId);

describe.each(mainly('firefox'))('in %s', (kind) => {
  const stage = useStage(kind);

  test('what is older than its limit goes, is counted, and leaves what was saved', async () => {
    await stage.clear();
    const counted = Object(countsOf(await stage.ledger())) as Record<string, number>;
    const { erasedEvents = 0, erasedExposures = 0 } = counted;
    const page = await stage.driver.page(known.kettle.url);
    await eventually(async () => storedLines(await stage.ledger(), known.kettle)).toEqual(linesOf(known.kettle));
    await collect(page, known.tote);
    await page.goto('about:blank'); // a visit ends when it is left
    await stage.untilLedger(
      'the visits have ended and a note is saved',
      ({ events, items }) =>
        events.filter(({ type }) => type === 'page').length >= 2 && items.some(({ state }) => state === 'saved'),
    );
    await page.close();
    // What is still on its way would be young.
    await eventually(() => stage.queue()).toEqual([]);
    const had = await stage.ledger();
    await addExposures(stage.own, shown);
    await ageLedger(stage.own, 100);
    await addExposures(stage.own, shownNow);
    // Beside the made ones there are those of the pages above: they are as old as the rest.
    const full = Object(countsOf(await stage.ledger())) as Record<string, number>;
    const old = (full['exposures'] ?? 0) - shownNow.length;

    const data = await openDashboard(stage, 'data', 'retention');
    for (const each of ['exposures', 'visits', 'notes'] as const) await choose(data, each, '90');
    await press(data, words.retention.save);
    await eventually(() => readText(data)).toContain(words.retention.ask);
    expect((await stage.ledger()).events).toHaveLength(had.events.length);
    await press(data, words.retention.yes);
    await untilSaid(data, words.retention.done.split('$1')[0] ?? '');

    const left = await stage.ledger();
    expect(eventsOn(left, known.kettle.id)).toEqual([]);
    expect(left.events.filter(({ type }) => type === 'page')).toEqual([]);
    expect(eventsOn(left, known.tote.id)).toHaveLength(eventsOn(had, known.tote.id).length);
    expect(left.items.map(({ state }) => state)).toContain('saved');
    const gone = had.events.length - left.events.length;
    expect(countsOf(left)).toEqual({
      events: left.events.length,
      exposures: shownNow.length,
      erasedEvents: erasedEvents + gone,
      erasedExposures: erasedExposures + old,
    });
    await data.close();

    const later = await openDashboard(stage, 'data', 'retention');
    await eventually(() => readText(later)).toContain('Last time, ');
    await press(later, words.views.health, 'link');
    await press(later, words.check.start);
    await untilSaid(later, words.check.sound);
    await later.close();
  });
});
