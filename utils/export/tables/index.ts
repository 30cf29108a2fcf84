import { actions } from './actions';
import { aggregates } from './aggregates';
import { attributions } from './attributions';
import type { Column, RowOf } from './columns';
import { exposures } from './exposures';
import { links } from './links';
import { orders } from './orders';
import { pageViews } from './page-views';
import { participants } from './participants';
import { quality } from './quality';
import { sessions } from './sessions';

/** The version of the schema: a new column comes last and may be empty, and raises the second number. */
export const schemaVersion = '1.0.0';

/** What a research export consists of. */
export const tables = {
  participants,
  sessions,
  page_views: pageViews,
  exposures,
  links,
  actions,
  orders,
  attributions,
  quality,
  aggregates,
} as const satisfies Record<string, Table>;

interface Table {
  title: string;
  primaryKey: readonly string[];
  columns: readonly Column[];
}

export type TableName = keyof typeof tables;
export type Row<T extends TableName> = RowOf<(typeof tables)[T]['columns']>;

/** Where a row comes from, for the person it is of: none of this is written anywhere. */
export interface Origin {
  /** What leaves it out. */
  keys: string[];
  noteId?: string | undefined;
  itemKey?: string | undefined;
}

/** A row with the table it is for. */
export interface RowIn<T extends TableName> {
  table: T;
  row: Row<T>;
  /** Epoch ms: the row lies under this moment's month. */
  at: number;
  /** Asked for by a review alone; what is summed up over many rows has none. */
  origin?: () => Origin;
}

export type TableRow = { [T in TableName]: RowIn<T> }[TableName];

export const tableNames = Object.keys(tables) as TableName[];

export function isTable(name: unknown): name is TableName {
  return typeof name === 'string' && Object.hasOwn(tables, name);
}

export function columnsOf(table: TableName): readonly Column[] {
  return tables[table].columns;
}

/** A row joined to one of another table. */
interface ForeignKey {
  fields: readonly string[];
  table: TableName;
}

const one = (field: string, table: TableName): ForeignKey => ({ fields: [field], table });

export const foreignKeys: Partial<Record<TableName, readonly ForeignKey[]>> = {
  page_views: [one('session_no', 'sessions')],
  exposures: [one('page_view_no', 'page_views'), one('session_no', 'sessions')],
  links: [one('page_view_no', 'page_views'), one('exposure_no', 'exposures')],
  actions: [one('link_no', 'links'), one('exposure_no', 'exposures'), one('session_no', 'sessions')],
  attributions: [{ fields: ['order_h', 'line_no'], table: 'orders' }],
};
