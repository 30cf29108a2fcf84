import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { mulberry32 } from '@/utils/density/intervals';
import type { AnyRow } from '@/utils/export/tables/columns';
import { openBundle } from '@/utils/export/read/bundle';
import { parquetRows } from '@/utils/export/read/parquet-rows';
import { parquetFile } from '@/utils/export/write/parquet';
import { bundleFile } from '../export/collect';
import type { ExportTerms, Happening } from '@/utils/export/terms';
import { exportedAt, madeTerms } from '../export/made-terms';
import { simulate, sourceOf, type Simulated } from '../export/simulate';
import { withPartsOfLists } from './parts-of-lists';

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';
const day = 86_400_000;
const december = Date.UTC(2026, 11, 1);

export interface Made {
  people: number;
  /** Each row once, also of those who withdrew. */
  participants: AnyRow[];
  exposures: AnyRow[];
  links: AnyRow[];
}

const tables = ['participants', 'exposures', 'links'] as const;

interface Plan {
  /** Their numbers, from 1: the last digit says what became of them. */
  people: readonly number[];
  fromBrowser?: readonly Blob[];
  /** Of each participant's cards. */
  adShare?: (random: () => number) => number;
  /** Lists alone: no note was opened. */
  opensNothing?: true;
}

/**
 * Exports of made-up participants, unpacked into one tree as a researcher would do it. People differ in how many ads they
 * get; every tenth has exported twice, and the older export's rows stand beside the newer ones under another name. Another
 * tenth has had old rows erased in between; another has withdrawn since, and nobody deleted their folders; another exports
 * with a later version, which has words that nobody here knows; and of some, lists begin late or have holes.
 */
export async function makePool(
  root: string,
  { people, fromBrowser = [], adShare = (random) => 0.05 + 0.25 * random(), opensNothing }: Plan,
): Promise<Made> {
  const random = mulberry32(20_261_121);
  const rows: Rows = { participants: [], exposures: [], links: [] };
  for (const who of people) {
    const id = `p-${Array.from({ length: 26 }, () => base32[Math.floor(random() * 32)]).join('')}`;
    const plan = { sessions: 10, cards: 42, comments: 9, adShare: adShare(random) };
    const from = Date.UTC(2026, 10, 2) + Math.floor(random() * 20) * day;
    const terms = madeTerms({ participant: { id } });
    if (who % 10 === 5) {
      await addForgetful(root, rows, { terms, life: simulate({ ...plan, seed: who, from: december - 2 * day }) });
      continue;
    }
    const whole = simulate({ ...plan, seed: who, from });
    const life = withPartsOfLists(opensNothing ? listsOf(whole) : whole, who);
    const { file } = await bundleFile(sourceOf(life), terms, { format: 'parquet' });
    await addTo(root, rows, who % 10 === 7 ? await ofLaterVersion(file) : file);
    if (who % 10 === 3) await addTo(root, rows, await withdrawalOf(terms));
    if (who % 10 === 0) {
      const older = { ...terms, exportedAt: exportedAt - day };
      const again = await bundleFile(sourceOf(life), older, { format: 'parquet' });
      await unpack(root, again.file, (path) => path.replace('part-0', 'part-older'));
    }
  }
  for (const file of fromBrowser) await addTo(root, rows, file);
  return { people: people.length + fromBrowser.length, ...rows };
}

type Table = (typeof tables)[number];
type Rows = Pick<Made, Table>;

function listsOf({ truth, happenings }: Simulated): Simulated {
  const isOfList = (event: Happening) => event.type === 'exposure' && event.pageKind === 'feed';
  return { truth, happenings: happenings.filter(isOfList), orders: [] };
}

async function addTo(root: string, rows: Rows, file: Blob): Promise<void> {
  await unpack(root, file, (path) => path);
  for (const table of tables) rows[table].push(...(await rowsIn(file, table)));
}

/** The one row that leaving a study writes. */
async function withdrawalOf({ study, participant, ...terms }: ExportTerms): Promise<Blob> {
  const [at, asked] = [exportedAt + day, { ...study, tables: ['participants'] as const }];
  const left = { ...terms, study: asked, participant: { ...participant, withdrawnAt: at }, exportedAt: at };
  return (await bundleFile(sourceOf({ happenings: [], orders: [] }), left, { format: 'parquet' })).file;
}

/** The same archive with some words in its exposures that no version has yet. */
async function ofLaterVersion(file: Blob): Promise<Blob> {
  const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
  for (const [path, bytes] of Object.entries(files)) {
    if (!path.startsWith('exposures/')) continue;
    const written = parquetFile('exposures');
    for await (const page of parquetRows(new Blob([bytes.slice()]), 'exposures'))
      for (const row of page) written.add(Number(row['exposure_no']) % 9 === 0 ? later(row) : row);
    files[path] = new Uint8Array(await written.finish().blob.arrayBuffer());
  }
  return new Blob([zipSync(files, { level: 0 }).slice()]);
}

/** At the place of the one before it, too: a place may be told twice. Every other one has a label of this version, and its links are told by rows of their own alone. */
function later({ position = null, ...row }: AnyRow): AnyRow {
  const place = typeof position === 'number' && position > 1 ? position - 1 : position;
  const known = Number(row['exposure_no']) % 2 === 0 && { label_kind: 'none', unit_kind: 'hologram', ...noLinks };
  return { ...row, ...laterWords, ...known, position: place };
}

const noLinks = { ad_links: 0, blue_links: 0, ad_evidence: 'L1.target' };

const laterWords = { ad_class: 'hologram_ad', label_kind: 'whispered', author_role: 'machine', media: 'smell' };

async function rowsIn(file: Blob, table: Table): Promise<AnyRow[]> {
  const rows: AnyRow[] = [];
  for await (const page of (await openBundle(file)).rows(table)) rows.push(...page);
  return rows;
}

/**
 * Somebody whose November is gone from their ledger when they export again: what is left is numbered from one on, and the
 * November that they had handed over stays in the pool under the same numbers.
 */
async function addForgetful(root: string, rows: Rows, { terms, life }: { terms: ExportTerms; life: Simulated }) {
  const before = await bundleFile(sourceOf(life), terms, { format: 'parquet' });
  const left = { ...life, happenings: life.happenings.filter(({ at }) => at >= december) };
  const later = exportedAt + 2 * day;
  const since = { ...terms, exportedAt: later, participant: { ...terms.participant, observedTo: later } };
  const after = await bundleFile(sourceOf(left), since, { format: 'parquet' });
  await unpack(root, before.file, (path) => path);
  for (const table of ['exposures', 'links'] as const) {
    const old = await rowsIn(before.file, table);
    rows[table].push(...old.filter(({ rendered_at }) => Number(rendered_at) < december).map(apart));
  }
  await addTo(root, rows, after.file);
}

/** Rows of another export are joined to no row of this one. */
function apart(row: AnyRow): AnyRow {
  const numbers = ['session_no', 'page_view_no', 'exposure_no', 'link_no'].filter(
    (name) => typeof row[name] === 'number',
  );
  return { ...row, ...Object.fromEntries(numbers.map((name) => [name, Number(row[name]) + 1_000_000])) };
}

async function unpack(root: string, file: Blob, rename: (path: string) => string): Promise<void> {
  for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer())))) {
    const target = join(root, rename(path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
