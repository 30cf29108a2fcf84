import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { mulberry32 } from '@/utils/density/intervals';
import type { AnyRow } from '@/utils/export/tables/columns';
import { openBundle } from '@/utils/export/read/bundle';
import { bundleFile } from '../export/collect';
import type { ExportTerms } from '@/utils/export/terms';
import { exportedAt, madeTerms } from '../export/made-terms';
import { simulate, sourceOf, type Simulated } from '../export/simulate';

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';
const day = 86_400_000;
const december = Date.UTC(2026, 11, 1);

export interface Made {
  participants: number;
  /** Each row once. */
  exposures: AnyRow[];
  links: AnyRow[];
}

/**
 * Exports of made-up participants, unpacked into one tree as a researcher would do it. People differ in how many ads they
 * get; every tenth has exported twice, and the older export's rows stand beside the newer ones under another name. Another
 * tenth has had old rows erased in between.
 */
export async function makePool(root: string, participants: number, fromBrowser: readonly Blob[] = []): Promise<Made> {
  const random = mulberry32(20_261_121);
  const rows: Rows = { exposures: [], links: [] };
  for (let who = 1; who <= participants; who += 1) {
    const id = `p-${Array.from({ length: 26 }, () => base32[Math.floor(random() * 32)]).join('')}`;
    const plan = { sessions: 10, cards: 41, comments: 9, adShare: 0.05 + 0.25 * random() };
    const from = Date.UTC(2026, 10, 2) + Math.floor(random() * 20) * day;
    const terms = madeTerms({ participant: { id } });
    if (who % 10 === 5) {
      await addForgetful(root, rows, { terms, life: simulate({ ...plan, seed: who, from: december - 2 * day }) });
      continue;
    }
    const life = simulate({ ...plan, seed: who, from });
    const { file } = await bundleFile(sourceOf(life), terms, { format: 'parquet' });
    await addTo(root, rows, file);
    if (who % 10 === 0) {
      const older = { ...terms, exportedAt: exportedAt - day };
      const again = await bundleFile(sourceOf(life), older, { format: 'parquet' });
      await unpack(root, again.file, (path) => path.replace('part-0', 'part-older'));
    }
  }
  for (const file of fromBrowser) await addTo(root, rows, file);
  return { participants: participants + fromBrowser.length, ...rows };
}

type Rows = Pick<Made, 'exposures' | 'links'>;

async function addTo(root: string, rows: Rows, file: Blob): Promise<void> {
  await unpack(root, file, (path) => path);
  for (const table of ['exposures', 'links'] as const) rows[table].push(...(await rowsIn(file, table)));
}

async function rowsIn(file: Blob, table: 'exposures' | 'links'): Promise<AnyRow[]> {
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
