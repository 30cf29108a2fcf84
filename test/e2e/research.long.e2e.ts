import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { pseudonym } from '../../utils/density/pseudonym';
import { bytesOfHex } from '../../utils/core/hex';
import { textOf } from '../export/text-of';
import { feedUrl } from '../replica/truth';
import { pages } from '../replica/truth-pages';
import { click, mainly } from './browsers';
import { bundleAt, countedOut, expectTrueTimes, figuresOf, rowsIn, timeShareOf } from './support/bundle-rows';
import { toldCards, trueCards } from './support/bundle-rows';
import { named, openDashboard, press, readText, words } from './support/dashboard';
import { eventually } from './support/eventually';
import { known } from './support/notes';
import { planted } from './support/planted';
import { useStage } from './support/stage';
import { example, give, readList, takePart, writtenBy } from './support/study';

const folder = mkdtempSync(join(tmpdir(), 'bacao-research-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const labelled = `${feedUrl}?channel_id=homefeed.labels`;
/** What a card of the list truly is, by its label alone: there is nothing else on them. */
const trueClasses = { statutory: 'platform_ad', equivalent: 'platform_ad', declared: 'disclosed' } as const;
const cards = pages.find(({ name }) => name === 'a channel of labels and ghosts')?.cards ?? [];
/** With an ad link, blue links, and comments. */
const note = known.bedroom;

function trueClass(position: number): string {
  const kind = cards[position]?.label?.kind;
  return kind === undefined ? 'none' : Reflect.get(trueClasses, kind);
}

const forms = ['parquet', 'csv', 'ndjson'] as const;

describe.each(mainly('firefox'))('in %s', (kind) => {
  const stage = useStage(kind);

  test('a study is joined, its export gives back the truth, opens again, and can be left', async () => {
    await stage.clear();
    await takePart(stage, folder);
    const truth = await readList(stage, labelled, [
      [0, 1_500],
      [700, 600],
      [1_600, 1_400],
    ]);
    await readList(stage, note.url, [[0, 1_200]]);
    const page = await openDashboard(stage, 'research', 'bundle');
    await page.waitForSelector('#bundle');
    const file = await writtenBy({ page, stage, folder }, words.research.export);

    // Which cards were on the page, what they were, for how long they were in view, and what comes of that.
    const rows = (await rowsIn(file, 'exposures')).filter((row) => row.surface === 'explore_feed');
    expect(new Set(rows.map((row) => row.unit_kind))).toEqual(new Set(['note_card']));
    const [told, real] = [toldCards(rows), trueCards(truth, rows, trueClass)];
    const place = (all: typeof told) => new Map(all.map((card) => [card.position, card.class]));
    expect(place(told)).toEqual(place(real));
    expect(told).toHaveLength(real.length);
    expectTrueTimes(truth, rows);
    const figures = figuresOf(told);
    expect(figures).toEqual(countedOut(real));
    expect(figures).toMatchObject({ first: 1, loaded: expect.closeTo(0.25, 1) as number });
    expect(told.filter(({ viewable }) => viewable).length).toBeGreaterThan(8);
    expect(timeShareOf(told)).toBeCloseTo(timeShareOf(real), 1);
    const views = (await rowsIn(file, 'page_views')).filter(({ surface }) => surface === 'explore_feed');
    const isSeen = ({ viewable }: { viewable: boolean }) => viewable;
    const isAd = (card: { class: string }) => card.class !== 'none';
    expect(views).toMatchObject([
      {
        ...{ units_loaded: real.length, ads_loaded: real.filter(isAd).length },
        ...{ units_viewable: real.filter(isSeen).length, ads_viewable: real.filter(isSeen).filter(isAd).length },
      },
    ]);
    expect((await rowsIn(file, 'links')).map((row) => row.link_kind)).toContain('ad_link');

    // No file of it, unpacked and decoded, names a note, a person, a thing or an address, or holds the study's key.
    const hashed = await pseudonym(bytesOfHex(example.key), 'note', note.id);
    for (const form of forms) {
      await click(page, named('radio', words.research[form]));
      const written = form === 'parquet' ? file : await writtenBy({ page, stage, folder }, words.research.export);
      const text = await textOf(bundleAt(written));
      expect(text, form).toContain(hashed);
      for (const [what, all] of Object.entries({ ...planted(cards, note), key: [example.key] })) {
        expect(all.length, what).toBeGreaterThan(0);
        expect(
          all.filter((each) => text.includes(each) || text.includes(encodeURIComponent(each))),
          `${what} in ${form}`,
        ).toEqual([]);
      }
    }

    // Read-only, in the same page; then one row is left out for good.
    await give(page, 'opened', file);
    await eventually(() => page.$eval('#opened', (card) => card.textContent), 30_000).toContain(
      words.research.asWritten,
    );
    await press(page, words.research.lookAt.replace('$1', words.research.tables.exposures));
    await page.waitForSelector('#opened tbody tr');
    await page.select('#review select', 'exposures');
    await page.waitForSelector('#review tbody tr');
    const [leaveOut] = await page.$$('#review tbody button');
    await leaveOut?.click();
    await eventually(() => page.$eval('#study', (card) => card.textContent)).toContain(`${words.research.redacted}1`);
    const again = await writtenBy({ page, stage, folder }, words.research.export);
    expect(await rowsIn(again, 'exposures')).toHaveLength((await rowsIn(file, 'exposures')).length - 1);
    expect(await rowsIn(again, 'participants')).toMatchObject([{ redactions: 1, withdrawn_at: null }]);

    // Leaving erases what was kept for the study and tells the pool whom to drop.
    await press(page, words.research.leave);
    await press(page, words.research.leave);
    await page.waitForSelector('#withdrawn');
    const goodbye = await writtenBy({ page, stage, folder }, words.research.withdrawalFile);
    expect(await rowsIn(goodbye, 'participants')).toMatchObject([{ withdrawn_at: expect.any(Number) as number }]);
    await press(page, words.research.putAway);
    await page.waitForSelector('#join');
    expect(await readText(page)).not.toContain(words.research.withdrawalFile);
    await page.close();
  }, 240_000); // three archives are written and read, which Firefox on a busy machine takes its time for
});
