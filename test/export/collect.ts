import { makeRows } from '@/utils/export/rows';
import { tableNames, type Row, type TableName } from '@/utils/export/tables';
import type { ExportSource, ExportTerms, Happening, OrderLine } from '@/utils/export/terms';
import { makeBundle, type BundleOptions } from '@/utils/export/write/bundle';
import { madeTerms } from './made-terms';
import { sourceOf } from './simulate';

type Rows = { [T in TableName]: Row<T>[] };

/** All rows of an export by their table. */
export async function rowsOf(source: ExportSource, terms: ExportTerms = madeTerms()): Promise<Rows> {
  const rows: Partial<Record<TableName, unknown[]>> = {};
  for await (const batch of makeRows(source, terms)) for (const { table, row } of batch) (rows[table] ??= []).push(row);
  return Object.fromEntries(tableNames.map((table) => [table, rows[table] ?? []])) as Rows;
}

export function rowsFrom(happenings: Happening[], orders: OrderLine[] = [], terms?: ExportTerms): Promise<Rows> {
  return rowsOf(sourceOf({ happenings: [...happenings].sort((a, b) => a.at - b.at), orders }), terms);
}

/** The archive as a browser would save it. */
export async function bundleFile(source: ExportSource, terms: ExportTerms, options: BundleOptions) {
  const bundle = await makeBundle(source, terms, options);
  return { bundle, file: await new Response(bundle.stream).blob() };
}
