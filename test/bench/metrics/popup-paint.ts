import type { Benchmark } from '../benchmark';
import { askNumber, listRoots, openSession, type Session } from '../browser';
import { addPage, copyExtension, pageFile } from '../build';
import { toMetric, type Metric } from '../metric';
import { timeToPaint, type OwnTab } from '../paint';

const small = 1e3;
const large = 1e5;
const empty = { file: pageFile('empty'), selector: '#app > *' };
const popup = { file: 'popup.html', selector: 'ul[role="list"] > li' };

/**
 * Navigation start to the first frame that shows the list's rows, in the popup opened as a page, at two sizes of the
 * ledger; against an empty Preact page of the same build. Two copies of the extension hold the two ledgers, and all
 * pages take turns, so that whatever else the machine does falls on each of them alike.
 */
export const popupPaint: Benchmark = {
  name: 'popup.paint',
  async measure({ full, extension }) {
    const dir = copyExtension(await extension());
    for (const page of ['empty', 'fill'] as const) await addPage(dir, page);
    const session = await openSession([dir, copyExtension(dir)]);
    try {
      const [first = '', second = ''] = await listRoots(session, 2);
      const tabs = [await openTab(session, first, small), await openTab(session, second, large)];
      // The first round is cold: caches of scripts, of the database and of fonts.
      const rounds: Round[] = [];
      for (let round = 0; round <= (full ? 51 : 25); round += 1) rounds.push(await takeRound(tabs));
      return toMetrics(rounds.slice(1));
    } finally {
      await session.close();
    }
  },
};

interface Round {
  emptyBySmall: number;
  small: number;
  emptyByLarge: number;
  large: number;
}

async function openTab({ driver }: Session, root: string, events: number): Promise<OwnTab> {
  const filler = await driver.page(root + pageFile('fill'));
  const stored = await askNumber(filler, `fill(${String(events)})`);
  await filler.close();
  if (stored !== events) throw new Error(`The ledger holds ${String(stored)} events, not ${String(events)}.`);
  return { root, page: await driver.page() };
}

async function takeRound([few, many]: readonly OwnTab[]): Promise<Round> {
  if (!few || !many) throw new Error('Two extensions are needed.');
  return {
    emptyBySmall: await timeToPaint(few, empty),
    small: await timeToPaint(few, popup),
    emptyByLarge: await timeToPaint(many, empty),
    large: await timeToPaint(many, popup),
  };
}

function toMetrics(rounds: readonly Round[]): Metric[] {
  const of = (key: keyof Round) => rounds.map((round) => round[key]);
  const least = 'empty Preact popup';
  const [name, unit] = ['popup.paint', 'ms'];
  return [
    {
      name,
      unit,
      samples: of('small'),
      reference: least,
      referenceSamples: of('emptyBySmall'),
      target: 2,
    },
    {
      name: `${name}.1e5`,
      unit,
      samples: of('large'),
      reference: 'the same at 1e3 events',
      referenceSamples: of('small'),
      target: 1.15,
    },
    {
      name: `${name}.1e5-empty`,
      unit,
      samples: of('large'),
      reference: least,
      referenceSamples: of('emptyByLarge'),
      target: 2,
    },
  ].map(toMetric);
}
