/** What a cell may hold. Everything that gets summed is `bigint`: sums of 32 bits overflow in Polars and R. */
export type ColumnType = 'string' | 'integer' | 'bigint' | 'real' | 'number' | 'boolean' | 'datetime' | 'date';

export interface Column<
  N extends string = string,
  T extends ColumnType = ColumnType,
  R extends boolean = boolean,
> extends Extra {
  name: N;
  type: T;
  required: R;
  about: string;
}

interface Extra {
  unit?: string;
  /** All that it may say. */
  values?: readonly string[];
}

function columns<R extends boolean>(required: R) {
  const of =
    <T extends ColumnType>(type: T) =>
    <const N extends string>(name: N, about: string, extra: Extra = {}): Column<N, T, R> => ({
      name,
      type,
      required,
      about,
      ...extra,
    });
  return {
    string: of('string'),
    integer: of('integer'),
    bigint: of('bigint'),
    real: of('real'),
    number: of('number'),
    boolean: of('boolean'),
    datetime: of('datetime'),
    date: of('date'),
  };
}

/** Columns that every row fills. */
export const must = columns(true);
/** Columns that say nothing where nothing is known: unknown is not zero. */
export const may = columns(false);

/** Times and days are epoch ms here, whatever the file makes of them. */
interface Cells {
  string: string;
  integer: number;
  bigint: number;
  real: number;
  number: number;
  boolean: boolean;
  datetime: number;
  date: number;
}

export type Cell = string | number | boolean | null;

/** A row of a table with these columns. */
export type RowOf<C extends readonly Column[]> = {
  [K in C[number] as K['name']]: K extends Column<string, infer T, infer R>
    ? Cells[T] | (R extends true ? never : null)
    : never;
};

/** Any row, for who writes them all alike. */
export type AnyRow = Readonly<Record<string, Cell>>;
