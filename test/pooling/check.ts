import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportInBrowser } from './browser-bundles';
import * as own from './figures';
import { makePool } from './pool';

/** The engines are this suite's own packages and none of the project's: their types are stated here. */
interface Duck {
  DuckDBInstance: { create: (path: string) => Promise<{ connect: () => Promise<DuckConnection> }> };
}
interface DuckConnection {
  runAndReadAll: (sql: string) => Promise<{ getRowObjectsJson: () => object[] }>;
}
interface Chdb {
  Session: new () => { query: (sql: string, format: string) => string; cleanup: () => void };
}

type Ask = (sql: string) => Promise<own.Figures[]>;

const require = createRequire(import.meta.url);
const tolerance = 1e-9;
const participants = Number(process.argv[2] ?? 200);
const browserExports = 3;

const queries = ['ad load', 'first ad', 'gaps', 'attention', 'disclosure', 'daily'] as const;

/** The statements of a file, the pool's folder put in: those that set up, and the six that ask. */
function statementsOf(file: string, pool: string) {
  const text = readFileSync(join(import.meta.dirname, '../../docs/pooling', file), 'utf8').replaceAll(/^--.*$/gm, '');
  const all = text
    .replaceAll("'pool/", `'${pool}/`)
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const asking = all.filter((each) => !/^(?:SET|CREATE)/.test(each));
  if (asking.length !== queries.length) throw new Error(`${file} asks ${String(asking.length)} questions.`);
  return { setUp: all.filter((each) => /^(?:SET|CREATE)/.test(each)), asking };
}

async function duck(): Promise<Ask> {
  const { DuckDBInstance } = require('@duckdb/node-api') as Duck;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson() as own.Figures[];
}

function clickhouse(): { ask: Ask; end: () => void } {
  const { Session } = require('chdb') as Chdb;
  const session = new Session();
  const ask = async (sql: string) => {
    const text = session.query(sql, 'JSONEachRow');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as own.Figures);
  };
  return { ask, end: () => session.cleanup() };
}

async function figuresOf(ask: Ask, { setUp, asking }: ReturnType<typeof statementsOf>): Promise<own.Figures[][]> {
  for (const sql of setUp) await ask(sql);
  const answers: own.Figures[][] = [];
  for (const sql of asking) answers.push(await ask(sql));
  return answers;
}

/** Where two answers differ by more than rounding. */
function differences(theirs: own.Figures[], ours: own.Figures[]): string[] {
  if (theirs.length !== ours.length) return [`${String(theirs.length)} rows for ${String(ours.length)}`];
  return ours.flatMap((row, place) =>
    Object.entries(row).flatMap(([name, value]) => {
      const other = theirs[place]?.[name] ?? null;
      return isSame(other, value) ? [] : [`${name}[${String(place)}]: ${String(other)} for ${String(value)}`];
    }),
  );
}

/** The engines write wide integers as text. */
function isSame(theirs: number | string | null, ours: number | string | null): boolean {
  if (typeof ours !== 'number' || theirs === null) return theirs === ours;
  return Math.abs(Number(theirs) - ours) <= tolerance * Math.max(1, Math.abs(ours));
}

interface Engine {
  name: string;
  file: string;
  ask: Ask;
}

/** What each engine answers to a pool's first questions, beside ours where there are any; how many figures differ. */
async function compare(engines: readonly Engine[], pool: string, ours: (own.Figures[] | undefined)[]): Promise<number> {
  const answers = [];
  for (const { name, file, ask } of engines) {
    const { setUp, asking } = statementsOf(file, pool);
    answers.push({ name, found: await figuresOf(ask, { setUp, asking: asking.slice(0, ours.length) }) });
  }
  let failed = 0;
  for (const [place, figures] of ours.entries()) {
    if (!figures) continue;
    console.log(`${queries[place] ?? ''}: ${JSON.stringify(figures[0])}`);
    for (const { name, found } of answers) {
      const differing = differences(found[place] ?? [], figures);
      failed += differing.length;
      console.log(`  ${name}: ${differing.length === 0 ? 'the same' : differing.join('; ')}`);
    }
  }
  return failed;
}

const upTo = (count: number) => Array.from({ length: count }, (_each, place) => place + 1);

/** One has withdrawn: six are enough for an interval, three are not; some hardly have an ad, and some agree on none. */
const smallPools = [
  { people: upTo(7) },
  { people: upTo(4) },
  { people: upTo(7), adShare: () => 0 },
  { people: [1, 2, 4, 7, 9, 11], adShare: () => 0 },
];

/** Of these the shares of attention are nothing, and known. */
const withoutAds = { people: [1, 2, 4, 9], adShare: () => 0, opensNothing: true } as const;
const noAttention = [undefined, undefined, undefined, [{ ad_time_share: 0, ad_pixel_time_share: 0 }]];

async function compareSmall(engines: readonly Engine[]): Promise<number> {
  let failed = 0;
  for (const plan of smallPools)
    failed += await inPool(plan, (small, made) => compare(engines, small, [own.adLoadOf(made)]));
  return failed + (await inPool(withoutAds, (small) => compare(engines, small, noAttention)));
}

async function inPool(
  plan: Parameters<typeof makePool>[1],
  use: (root: string, made: Awaited<ReturnType<typeof makePool>>) => Promise<number>,
): Promise<number> {
  const small = mkdtempSync(join(tmpdir(), 'bacao-pool-small-'));
  try {
    const made = await makePool(small, plan);
    console.log(`${String(made.people)} participants`);
    return await use(small, made);
  } finally {
    rmSync(small, { recursive: true, force: true });
  }
}

const pool = mkdtempSync(join(tmpdir(), 'bacao-pool-'));
const downloads = mkdtempSync(join(tmpdir(), 'bacao-pool-downloads-'));
try {
  const fromBrowser = await exportInBrowser(browserExports, downloads);
  const made = await makePool(pool, { people: upTo(participants - fromBrowser.length), fromBrowser });
  console.log(
    `${String(made.people)} participants, ${String(fromBrowser.length)} of them exported in a browser, ${String(made.exposures.length)} exposures`,
  );
  const inClickhouse = clickhouse();
  const engines = [
    { name: 'DuckDB', file: 'pool.sql', ask: await duck() },
    { name: 'ClickHouse', file: 'pool.clickhouse.sql', ask: inClickhouse.ask },
  ];
  const failed = (await compare(engines, pool, own.figuresOf(made))) + (await compareSmall(engines));
  inClickhouse.end();
  const asked = queries.length + smallPools.length + 1;
  console.log(`${String(asked * engines.length)} comparisons, ${String(failed)} differences`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  for (const folder of [pool, downloads]) rmSync(folder, { recursive: true, force: true });
}
