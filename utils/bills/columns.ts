import { readBillTime } from './time';

/** Which cell of a line belongs to which column, where commas that nobody quoted have added cells. */

/** Where the columns stand that tell whether a line is aligned; worked out once for a table. */
export interface Layout {
  goods: number;
  /** Behind the goods, or absent: 收/支, and columns of times. */
  way: number | undefined;
  times: readonly number[];
  /** Columns of amounts behind the goods and 收/支, in order. */
  amounts: readonly number[];
  width: number;
}

type Clean = (cell: string) => string;

const ways: ReadonlySet<string> = new Set(['收入', '支出', '不计收支', '中性交易', '其他', '']);

/** More commas than this are no title. */
const mostCommas = 6;

/** The beginning of "1,234.50", and what its commas part from it. */
const headOfAmount = /^\D{0,4}\d{1,3}$/;
const restOfAmount = /^\d{3}(?:\.\d{1,2})?$/;

export function layoutOf(goodsName: string, columns: ReadonlyMap<string, number>, width: number): Layout {
  const goods = columns.get(goodsName) ?? 0;
  const places = (...names: string[]) =>
    names
      .map((name) => columns.get(name) ?? -1)
      .filter((place) => place > goods)
      .sort((a, b) => a - b);
  const [way] = places('收/支');
  // Before 收/支 the cells of an amount may as well be a title's
  const amounts = places('金额', '金额(元)', '订单金额', '实付金额').filter(
    (place) => way !== undefined && place > way,
  );
  return { goods, way, times: places('交易时间', '交易创建时间'), amounts, width };
}

/** An amount with its thousands marks, which nobody quoted, in one cell again. */
function joinedAmounts({ amounts, width }: Layout, cells: readonly string[], clean: Clean): readonly string[] {
  let joined = cells;
  for (const place of amounts) {
    if (!headOfAmount.test(clean(joined[place] ?? ''))) continue;
    if (amounts.includes(place + 1) && joined.length <= width) continue; // two amounts, and not one in two cells
    let end = place + 1;
    while (restOfAmount.test(clean(joined[end] ?? '')) && end - place < 4) end += 1;
    joined = [...joined.slice(0, place), joined.slice(place, end).map(clean).join(','), ...joined.slice(end)];
  }
  return joined;
}

function fits({ way, times }: Layout, shift: number, cellAt: (place: number) => string): boolean {
  const word = way === undefined ? '' : cellAt(way + shift);
  if (way !== undefined && !(ways.has(word) && (shift === 0 || word !== ''))) return false;
  return times.every((place) => cellAt(place + shift) === '' || readBillTime(cellAt(place + shift)) !== undefined);
}

/**
 * Free text may hold commas that nobody quoted: as many as the columns behind it stand too far to the right.
 * @returns undefined where the comma may as well be an amount's
 */
export function aligned(layout: Layout, cells: readonly string[], clean: Clean): readonly string[] | undefined {
  const cellAt = (place: number) => clean(cells[place] ?? '');
  let shift = 0;
  while (shift <= mostCommas && !fits(layout, shift, cellAt)) shift += 1;
  if (shift === 0 || shift > mostCommas) return joinedAmounts(layout, cells, clean);
  const { goods } = layout;
  const pieces = cells.slice(goods, goods + shift + 1);
  if (pieces.slice(1).some((piece) => /^\W*\d{1,3}$/.test(piece))) return undefined;
  const moved = [...cells.slice(0, goods), pieces.join(','), ...cells.slice(goods + shift + 1)];
  return joinedAmounts(layout, moved, clean);
}
