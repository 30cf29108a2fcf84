import type { OpenedBundle, ShownTable } from '@/components/dashboard/research/props';
import type { Job } from '@/components/parts/job';
import { openBundle, type OpenedBundle as Bundle } from '@/utils/export/read/bundle';
import { shownCells, shownColumns } from '@/utils/export/shown';
import { isTable } from '@/utils/export/tables';
import { bundleReport } from '@/utils/report/of-bundle';
import { longWork } from '../long-work';

const rowsShown = 100;

/** Looks into an export; nothing of it is written anywhere. */
export function openedWork(show: (job: Job<OpenedBundle, 'damaged'>) => void) {
  const opening = longWork<OpenedBundle, 'damaged'>(show, () => 'damaged');
  let bundle: Bundle | undefined;
  let opened: OpenedBundle | undefined;
  return {
    onOpen: (file: File) =>
      void opening.start(async () => {
        bundle = undefined;
        const found = await openBundle(file);
        opened = await describe(file, found);
        bundle = found;
        return opened;
      }),
    onLook: (table: string) =>
      void opening.start(async () => {
        if (!bundle || !opened || !isTable(table)) throw new RangeError('No such table was opened.');
        return (opened = { ...opened, shown: await firstRows(bundle, table) });
      }),
    onFigures: () =>
      void opening.start(async ({ signal }) => {
        if (!bundle || !opened) throw new RangeError('Nothing was opened.');
        return (opened = { ...opened, figures: await bundleReport(bundle, signal) });
      }),
  };
}

async function describe(file: File, found: Bundle): Promise<OpenedBundle> {
  const { study, tier, created, files, missing } = found;
  return {
    name: file.name,
    ...(study !== undefined && { study }),
    ...(tier !== undefined && { tier }),
    ...(created !== undefined && { created }),
    files,
    missing,
    changed: await found.changed(),
  };
}

async function firstRows(bundle: Bundle, table: ShownTable['table']): Promise<ShownTable> {
  const rows: string[][] = [];
  for await (const page of bundle.rows(table)) {
    for (const row of page) rows.push(shownCells(table, row));
    if (rows.length > rowsShown) break;
  }
  const shown = rows.slice(0, rowsShown).map((cells) => ({ cells, keys: [] }));
  return { table, columns: shownColumns(table), rows: shown, more: rows.length > rowsShown };
}
