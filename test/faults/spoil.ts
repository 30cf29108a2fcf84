import { click, waitUntil } from '../e2e/browsers';
import { holdStill } from '../e2e/support/hostile-page';
import { anchor, known, linkOn } from '../e2e/support/notes';
import { openPopup, readText } from '../e2e/support/popup';
import type { Stage } from '../e2e/support/open-stage';
import { type Damage, databaseFolder } from './database-files';
import type { Injected } from './fault';
import { listRows } from './list-rows';
import type { Seed } from './seed';
import { readTold, rowsIn, words } from './told';

/** Presses a link, and waits until the click is stored, or waits in the queue for better times. */
async function press(stage: Stage): Promise<void> {
  const page = await stage.driver.page(known.bedroom.url);
  await page.evaluate(holdStill);
  await click(page, anchor(linkOn(known.bedroom)));
  await waitUntil(
    'the click is stored or waits',
    async () => (await listStored(stage)).clicks + (await stage.queue()).length > 0,
  );
  await page.close();
}

/**
 * A press and its page leave fewer rows than this. Where a spoilt database still takes rows, and is wiped later on, they are
 * gone with the rest, and rightly told among them.
 */
const mostOfPress = 10;

/** What can be read of the database now; of one that does not open, or of a kind of row that cannot be read, nothing. */
async function listStored(stage: Stage): Promise<{ ids: Set<string>; clicks: number }> {
  const { events, meta } = await stage.ledger().catch(() => ({ events: [], meta: [] }));
  // Asked for its rows, one that is not there would be made.
  const exposures = meta.length > 0 ? await listRows(stage, 'exposures').catch(() => []) : [];
  const clicks = events.filter(({ type }) => type === 'click').length;
  return { ids: new Set([...events.map(({ id }) => id), ...exposures]), clicks };
}

/** Where the person looks, in turn: the page of health, the popup's lists, and the same once more after a restart. */
async function findTold(stage: Stage): Promise<string | undefined> {
  const first = await lookAround(stage);
  if (first !== undefined) return first;
  await stage.restart();
  return lookAround(stage);
}

const lossTitles = [words.alerts.wipedTitle, words.alerts.cutTitle, words.alerts.thinnedTitle];

/** It does not open, or not all of it can be read. */
const damageTitles = [words.errors.title, words.alerts.spoiltTitle];

async function lookAround(stage: Stage): Promise<string | undefined> {
  const told = await readTold(stage, [...lossTitles, ...damageTitles]);
  if (told !== undefined) return told;
  const popup = await openPopup(stage);
  const isSaid = async () => (await readText(popup)).includes(words.errors.list);
  const said = await waitUntil('the popup says it', isSaid, 10_000).catch(() => false);
  await popup.close();
  return said ? words.errors.list : undefined;
}

type Loss = Pick<Injected, 'sent' | 'acked' | 'stored' | 'missing'> & {
  proof: string;
  told: string | undefined;
  /** What should not have been told: that something is lost, where every single row is there. */
  alarm: string | undefined;
  /** What is wrong in what was told. */
  mistold: string[];
};

interface Gone {
  /** Rows from before the damage. */
  rows: number;
  /** Whether the click made after it is there; else it may be gone as well. */
  isPressThere: boolean;
}

/** How much is lost must be told to the row, and the way to the backup that was made. */
function findMistold(told: string, { rows, isPressThere }: Gone): string[] {
  if (!lossTitles.some((title) => told.startsWith(title))) return [];
  const [way = ''] = words.alerts.lastBackup.split('$1');
  const extra = rowsIn(told) - rows;
  const isRight = isPressThere ? extra === 0 : extra >= 0 && extra < mostOfPress;
  return [
    ...(isRight ? [] : [`of ${String(rows)} rows gone the person is told: ${told}`]),
    ...(told.includes(way) ? [] : [`the person is not told of the backup: ${told}`]),
  ];
}

/** Spoils the planted profile and opens the browser on it: what is left, and what is told. */
export async function spoil(stage: Stage, seed: Seed, damage: Damage): Promise<Loss> {
  seed.plant();
  const proof = damage(databaseFolder(stage.driver));
  await stage.driver.start();
  await stage.reopen();
  await press(stage);
  const { ids, clicks } = await listStored(stage);
  const left = [...seed.ids].filter((id) => ids.has(id)).length;
  const told = left < seed.ids.size ? await findTold(stage) : 'nothing is lost';
  const gone = [...seed.all].filter((id) => !ids.has(id)).length;
  const mistold = left < seed.ids.size ? findMistold(told ?? '', { rows: gone, isPressThere: clicks > 0 }) : [];
  const alarm = gone === 0 ? await readTold(stage, lossTitles) : undefined;
  await stage.driver.stop();
  const [sent, missing] = [seed.ids.size, seed.ids.size - left];
  return { sent: sent + 1, acked: sent, stored: left + clicks, missing, proof, told, alarm, mistold };
}
