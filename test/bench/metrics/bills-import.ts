import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { writeBill } from '../../e2e/support/bill-file';
import { waitUntil } from '../../e2e/browsers';
import { chooseFile, named, openDashboard, press, words } from '../../e2e/support/dashboard';
import type { Benchmark } from '../benchmark';
import { askNumber, openSession, type Session } from '../browser';
import { addPage, copyExtension, pageFile } from '../build';
import { toMetric, type Metric } from '../metric';
import { watchHeap, workIn } from '../page-work';

const rows = 100_000;
/** What is stored in the short form: the browser's database takes minutes for all of them. */
const fewRows = 5_000;
const heapBudgetMb = 150;
const longestMs = 1_200_000;
/** Percent: a bar that stands still until it is full tells nothing. */
const largestStep = 10;

/**
 * A bill of so many payments: reading it against the least reader of its lines, and on the dashboard the look into it and
 * the import, of all of it in the full form, else of a shorter bill.
 */
export const billsImport: Benchmark = {
  name: 'bills.import',
  async measure({ full, extension, say }) {
    const folder = mkdtempSync(join(tmpdir(), 'bacao-bill-'));
    const file = await makeBill(folder, rows);
    const few = await makeBill(join(folder, 'few'), fewRows);
    const dir = copyExtension(await extension());
    await addPage(dir, 'bill');
    const session = await openSession([dir]);
    try {
      const read = await timeReading(session, file, full ? 11 : 5);
      say(`  ${String(rows)} payments read`);
      const shorter: Bill[] = full ? [] : [[few, fewRows]];
      return [readMetric(read), ...importMetrics(await importAll(session, [[file, rows], ...shorter]))];
    } finally {
      await session.close();
      rmSync(folder, { recursive: true });
    }
  },
};

async function makeBill(folder: string, count: number): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const payments = Array.from({ length: count }, (_row, place) => payment(place));
  return writeBill(folder, payments);
}

/** Ten payments a day, each of an order of its own. */
function payment(place: number) {
  const number = String(place).padStart(8, '0');
  return {
    ...{
      at: Date.UTC(2020, 0, 1) + place * 8_640_000,
      shop: `示例${String(place % 900)}**店`,
      fen: 990 + (place % 50_000),
    },
    ...{
      title: `示例商品 第${number}款 秋冬新款 家用`,
      number: `20260105220014${number}417`,
      order: `T200P40000000000${number}`,
    },
  };
}

/** Seconds of the processor. */
interface Reading {
  ours: number[];
  bare: number[];
}

async function timeReading({ driver }: Session, file: string, rounds: number): Promise<Reading> {
  const page = await driver.openExtensionPage(pageFile('bill'));
  page.setDefaultTimeout(0);
  await chooseFile(page, file);
  const reading: Reading = { ours: [], bare: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const bare = await workIn(page, 'readBare()');
    const ours = await workIn(page, 'look()');
    if (bare.answer < rows || ours.answer !== rows) throw new Error(`Found ${String([bare.answer, ours.answer])}`);
    reading.bare.push(bare.cpu);
    reading.ours.push(ours.cpu);
  }
  await page.close();
  // The first round meets code that is not yet compiled
  return { ours: reading.ours.slice(1), bare: reading.bare.slice(1) };
}

interface Import {
  /** Of the import alone, for each thousand purchases. */
  seconds: number;
  heapMb: number;
  /** Percent that the bar went at once, at most. */
  step: number;
}

type Bill = readonly [file: string, rows: number];

/** On the dashboard, as a person does it: each bill is looked into, the last one imported to its end. */
async function importAll(session: Session, bills: readonly Bill[]): Promise<Import> {
  const page = await openDashboard(session, 'purchases', 'bills');
  page.setDefaultTimeout(longestMs);
  await page.evaluate(watchBar);
  const heap = await watchHeap(page);
  for (const [place, [file, count]] of bills.entries()) {
    if (place > 0) await press(page, words.bills.again);
    await chooseFile(page, file);
    await page.waitForSelector(named('button', startWord(count)));
  }
  const [, count = 0] = bills.at(-1) ?? [];
  const begin = performance.now();
  await press(page, startWord(count));
  const { done, failed, full, erased } = words.bills;
  const isSaid = `${JSON.stringify([done, failed, full, erased])}.some((end) => document.body.textContent.includes(end))`;
  await waitUntil('the import ends', () => page.evaluate(isSaid), longestMs);
  const seconds = (performance.now() - begin) / count;
  const stored = await countOrders(page);
  if (stored !== count) throw new Error(`The ledger holds ${String(stored)} orders, not ${String(count)}.`);
  return { seconds, heapMb: await heap.end(), step: await askNumber(page, 'largestStep()') };
}

function startWord(count: number): string {
  return words.bills.start.n.replace('$1', count.toLocaleString('en-US'));
}

function countOrders(page: Page): Promise<number> {
  return askNumber(
    page,
    `new Promise((resolve, reject) => {
      const opening = indexedDB.open('bacao');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const counting = opening.result.transaction('orders').objectStore('orders').count();
        counting.onsuccess = () => (opening.result.close(), resolve(counting.result));
      };
    })`,
  );
}

/** In the page: every place that a bar was seen at. */
const watchBar = `{
  const seen = new Map();
  new MutationObserver(() => {
    const bar = document.querySelector('progress[value]');
    if (!bar) return;
    const name = bar.getAttribute('aria-label');
    seen.set(name, [...(seen.get(name) ?? [0]), (100 * bar.value) / bar.max]);
  }).observe(document, { attributes: true, childList: true, subtree: true });
  globalThis.largestStep = () => {
    if (seen.size < 2) return 100;
    const steps = [...seen.values()].flatMap((places) => [...places, 100].map((at, n) => at - ([...places, 100][n - 1] ?? 0)));
    return Math.max(...steps);
  };
}`;

function readMetric({ ours, bare }: Reading): Metric {
  return toMetric({
    ...{ name: 'bills.import.read', unit: 's', samples: ours, target: 25 },
    ...{ reference: 'decode and split lines', referenceSamples: bare },
  });
}

function importMetrics({ seconds, heapMb, step }: Import): Metric[] {
  return [
    toMetric({
      ...{ name: 'bills.import.store', unit: 's/1,000', samples: [seconds], target: null },
      ...{ reference: 'one second', referenceSamples: [1] },
    }),
    toMetric({
      ...{ name: 'bills.import.heap', unit: 'MB', samples: [heapMb], target: 1 },
      ...{ reference: 'budget', referenceSamples: [heapBudgetMb] },
    }),
    toMetric({
      ...{ name: 'bills.import.bar', unit: '% at once', samples: [step], target: 1 },
      ...{ reference: 'largest step', referenceSamples: [largestStep] },
    }),
  ];
}
