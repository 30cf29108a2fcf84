import { readBillTime } from './time';

/** Which cell of a line belongs to which column, where commas that nobody quoted have added cells. */

interface Columns {
  form: { goods: string };
  columns: ReadonlyMap<string, number>;
  width: number;
}

type Clean = (cell: string) => string;

const ways: ReadonlySet<string> = new Set(['收入', '支出', '不计收支', '中性交易', '其他', '']);
const times = ['交易时间', '交易创建时间'];
const amounts = ['金额', '金额(元)', '订单金额', '实付金额'];

/** More commas than this are no title. */
const mostCommas = 6;

/** The beginning of "1,234.50", and what its commas part from it. */
const headOfAmount = /^\D{0,4}\d{1,3}$/;
const restOfAmount = /^\d{3}(?:\.\d{1,2})?$/;

/**
 * An amount with its thousands marks, which nobody quoted, in one cell again. Only behind the goods and 收/支: before
 * them the same cells may as well be a title's.
 */
function joinedAmounts({ form, columns, width }: Columns, cells: readonly string[], clean: Clean): readonly string[] {
  const [goods = 0, way = 0] = [columns.get(form.goods), columns.get('收/支')];
  let joined = cells;
  for (const place of amounts.map((name) => columns.get(name) ?? -1).sort((a, b) => a - b)) {
    if (place <= way || way <= goods || !headOfAmount.test(clean(joined[place] ?? ''))) continue;
    const isBesideAnother = amounts.some((name) => columns.get(name) === place + 1);
    if (isBesideAnother && joined.length <= width) continue; // two amounts, and not one in two cells
    let end = place + 1;
    while (restOfAmount.test(clean(joined[end] ?? '')) && end - place < 4) end += 1;
    joined = [...joined.slice(0, place), joined.slice(place, end).map(clean).join(','), ...joined.slice(end)];
  }
  return joined;
}

/**
 * Free text may hold commas that nobody quoted: as many as the columns behind it stand too far to the right.
 * @returns undefined where the comma may as well be an amount's
 */
export function aligned(header: Columns, cells: readonly string[], clean: Clean): readonly string[] | undefined {
  const { form, columns } = header;
  const goods = columns.get(form.goods) ?? 0;
  const isAt = (shift: number, column: string, isRight: (text: string) => boolean) => {
    const place = columns.get(column);
    return place === undefined || place <= goods || isRight(clean(cells[place + shift] ?? ''));
  };
  const fits = (shift: number) =>
    isAt(shift, '收/支', (text) => ways.has(text) && (shift === 0 || text !== '')) &&
    times.every((column) => isAt(shift, column, (text) => text === '' || readBillTime(text) !== undefined));
  const shift = Array.from({ length: mostCommas + 1 }, (_, place) => place).find(fits) ?? 0;
  const pieces = cells.slice(goods, goods + shift + 1);
  if (pieces.slice(1).some((piece) => /^\W*\d{1,3}$/.test(piece))) return undefined;
  const moved = [...cells.slice(0, goods), pieces.join(','), ...cells.slice(goods + shift + 1)];
  return joinedAmounts(header, moved, clean);
}
