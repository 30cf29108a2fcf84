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
  /** The column of an amount between the goods and 收/支, where a comma may be the goods' or its own. */
  amountBefore: number | undefined;
  /** The wallet's own number, behind the amounts: where it stands in its place nothing before it has moved. */
  number: number | undefined;
  width: number;
}

type Clean = (cell: string) => string;

const ways: ReadonlySet<string> = new Set(['收入', '支出', '不计收支', '中性交易', '其他', '']);

/** More commas than this are no title. */
const mostCommas = 6;

/** The beginning of "1,234.50", and what its commas part from it. */
const headOfAmount = /^\D{0,4}\d{1,3}$/;
const restOfAmount = /^\d{3}(?:\.\d{1,2})?$/;

/** A wallet's number, which no amount is. */
const longNumber = /^[\w-]{12,}$/;

/** The same where no title may be taken for it: up to "99,999.99", and more with a second comma. */
const headOfShort = /^[￥¥]?\s?[1-9]\d?$/;
const headOfLong = /^[￥¥]?\s?[1-9]\d{0,2}$/;
const restWithNote = /^\d{3}\.\d{1,2}(?:[(（].*[)）])?$/;

/** "已退款(￥1" and "020.00)", "1,136.38(已退款1" and "090.48)", "已退款¥1" and "020.00". */
const headOfRefund = /退款\s?([(（]?)\s?[￥¥]?\s?\d{1,3}$/;
const restOfRefund = /^\d{3}(?:\.\d{1,2})?[)）]?$/;

export function layoutOf(goodsName: string, columns: ReadonlyMap<string, number>, width: number): Layout {
  const goods = columns.get(goodsName) ?? 0;
  const places = (...names: string[]) =>
    names
      .map((name) => columns.get(name) ?? -1)
      .filter((place) => place > goods)
      .sort((a, b) => a - b);
  const [way] = places('收/支');
  // Before 收/支 the cells of an amount may as well be a title's
  const isBehind = (place: number) => way !== undefined && place > way;
  const all = places('金额', '订单金额', '实付金额');
  const [number] = places('交易单号', '交易订单号');
  const [amounts, [amountBefore]] = [all.filter(isBehind), all.filter((place) => !isBehind(place))] as const;
  const times = places('交易时间', '交易创建时间');
  return { goods, way, times, amounts, amountBefore, number, width };
}

/** One cell of those from `from` up to `to`, with the commas that parted them. */
function joined(cells: readonly string[], [from, to]: readonly [number, number], clean: Clean): string[] {
  return [...cells.slice(0, from), cells.slice(from, to).map(clean).join(','), ...cells.slice(to)];
}

/** What came back, with its thousands marks, in one cell again. */
function joinedRefund(cells: readonly string[], clean: Clean): readonly string[] {
  // Cleaning every cell of every line would cost more than reading them
  const place = cells.findIndex((cell) => cell.includes('退款') && headOfRefund.test(clean(cell)));
  if (place < 0) return cells;
  const isOpen = headOfRefund.exec(clean(cells[place] ?? ''))?.[1] !== '';
  const isEnd = (cell: string) => (isOpen ? /[)）]$/ : /(?:[)）]|\.\d\d)$/).test(cell);
  for (let end = place + 1; end < place + 4 && restOfRefund.test(clean(cells[end] ?? '')); end += 1)
    if (isEnd(clean(cells[end] ?? ''))) return joined(cells, [place, end + 1], clean);
  return cells;
}

/** Whether more came back than the amount is without what may be its thousands. */
function givesBackMore(amount: string): boolean {
  const [paid = 0, back = 0] = (amount.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((part) =>
    Number(part.replaceAll(',', '')),
  );
  return back > paid;
}

/**
 * How many commas of an amount, whose last cell stands at `place`, nobody quoted.
 * @returns undefined where a title may end in a number of its own: "红,38" and "120.61" are no 38,120.61
 */
function marksBefore(cells: readonly string[], place: number, clean: Clean): number | undefined {
  const [first = '', second = '', last = ''] = cells.slice(place - 2, place + 1).map(clean);
  if (!restWithNote.test(last)) return 0;
  if (headOfLong.test(first) && /^\d{3}$/.test(second)) return 2;
  if (!headOfShort.test(second)) return 0;
  return /^[￥¥]/.test(second) || givesBackMore(last) ? 1 : undefined;
}

/** An amount with its thousands marks, which nobody quoted, in one cell again. */
function joinedAmounts(layout: Layout, cells: readonly string[], clean: Clean): readonly string[] {
  const { amounts, number, width } = layout;
  if (number !== undefined && longNumber.test(clean(cells[number] ?? ''))) return cells;
  let whole = cells;
  for (const place of amounts) {
    if (!headOfAmount.test(clean(whole[place] ?? ''))) continue;
    if (amounts.includes(place + 1) && whole.length <= width) continue; // two amounts, and not one in two cells
    let end = place + 1;
    while (restOfAmount.test(clean(whole[end] ?? '')) && end - place < 4) end += 1;
    whole = joined(whole, [place, end], clean);
  }
  return whole;
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
export function aligned(layout: Layout, found: readonly string[], clean: Clean): readonly string[] | undefined {
  const { goods, amountBefore } = layout;
  let cells = joinedRefund(found, clean);
  const cellAt = (place: number) => clean(cells[place] ?? '');
  let shift = 0;
  while (shift <= mostCommas && !fits(layout, shift, cellAt)) shift += 1;
  if (shift === 0 || shift > mostCommas) return joinedAmounts(layout, cells, clean);
  if (amountBefore !== undefined) {
    const end = amountBefore + shift;
    const told = marksBefore(cells, end, clean);
    if (told === undefined) return undefined;
    const marks = Math.min(shift, told);
    [cells, shift] = [joined(cells, [end - marks, end + 1], clean), shift - marks];
    if (cells.slice(goods + 1, goods + shift + 1).some((piece) => /^[￥¥\s]*\d{1,3}$/.test(piece))) return undefined;
  }
  // What stands between the goods and 收/支 is theirs
  const titled = [
    ...cells.slice(0, goods),
    cells.slice(goods, goods + shift + 1).join(','),
    ...cells.slice(goods + shift + 1),
  ];
  return joinedAmounts(layout, titled, clean);
}
