import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { mulberry32 } from '@/utils/density/intervals';
import type { AnyRow } from '@/utils/export/tables/columns';
import { openBundle } from '@/utils/export/read/bundle';
import { bundleFile } from '../export/collect';
import { exportedAt, madeTerms } from '../export/made-terms';
import { simulate, sourceOf } from '../export/simulate';

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';
const day = 86_400_000;

export interface Made {
  participants: number;
  /** Each row once. */
  exposures: AnyRow[];
  links: AnyRow[];
}

/**
 * Exports of made-up participants, unpacked into one tree as a researcher would do it. People differ in how many ads they
 * get; every tenth has exported twice, and the older export's rows stand beside the newer ones under another name.
 */
export async function makePool(root: string, participants: number, fromBrowser: readonly Blob[] = []): Promise<Made> {
  const random = mulberry32(20_261_121);
  const rows: Rows = { exposures: [], links: [] };
  for (let who = 1; who <= participants; who += 1) {
    const id = `p-${Array.from({ length: 26 }, () => base32[Math.floor(random() * 32)]).join('')}`;
    const plan = { sessions: 10, cards: 41, comments: 9, adShare: 0.05 + 0.25 * random() };
    const life = simulate({ ...plan, seed: who, from: Date.UTC(2026, 10, 2) + Math.floor(random() * 20) * day });
    const terms = madeTerms({ participant: { id } });
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
  const opened = await openBundle(file);
  for (const table of ['exposures', 'links'] as const)
    for await (const page of opened.rows(table)) rows[table].push(...page);
}

async function unpack(root: string, file: Blob, rename: (path: string) => string): Promise<void> {
  for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer())))) {
    const target = join(root, rename(path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
