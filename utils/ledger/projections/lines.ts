import type { PurchaseEvent } from '../../core/events';
import { withoutAbsent as withoutUndefined } from '../../core/decode';
import { billedStatus, isOfWholeOrder, isProvenPaid, joinRefunds } from '../../core/purchases';
import { joinPayments } from '../../core/payments';
import type { OrderRow } from '../schema';
import { billedMoney, paidTogether, withMoneyOf } from './billed-money';
import { isOutdated, type Timed } from './late';
import { joinWords, markedOfBill, namedOf, placed } from './words';

type Line = PurchaseEvent['purchase'];
type Reading = Timed<Pick<PurchaseEvent, 'orderKey' | 'purchase' | 'at'>>;

/** A row as it was, absent where it is new, and as a reading makes it. */
export interface Change {
  before: OrderRow | undefined;
  after: OrderRow;
}

type Named = Pick<Line, 'itemId' | 'skuId' | 'title'>;

/**
 * The row of an order line. Forms differ in what they name: one without a sku means the one line of that item, or the
 * first of several colours.
 */
export function findLine<T extends Named>(rows: readonly T[], { itemId, skuId, title }: Named): T | undefined {
  const ofItem = rows.filter((row) => (itemId === undefined ? row.title === title : row.itemId === itemId));
  const isSame = (row: T) => {
    if (row.skuId !== undefined && skuId !== undefined) return row.skuId === skuId;
    // Without a sku on either side two titles are two lines; one that is not there yet says nothing.
    const isTold = row.title !== '' && title !== '' && row.skuId === skuId;
    return !isTold || row.title === title;
  };
  const same = ofItem.filter(isSame);
  return same.find((row) => row.skuId === skuId && row.title === title) ?? same[0];
}

/**
 * What a reading makes of an order's rows. A bill means all of them, and is a row itself only as long as it is all that
 * is known: the first line that a page tells takes that row over, so that the order is never there twice.
 */
export function readLine(rows: readonly OrderRow[], reading: Reading): Change[] {
  if (isOfWholeOrder(reading.purchase) && rows.length > 0)
    return rows.map((before) => ({ before, after: billedRow(before, reading, rows.length === 1) }));
  const before = findLine(rows, reading.purchase) ?? rows.find(isOfWholeOrder);
  const read = rows.some(isProvenPaid) ? { ...reading, purchase: asPaidBack(reading.purchase) } : reading;
  return [
    {
      before,
      after: before ? updatedRow(asTakenOver(before), read) : besideTwin(besideBills(newRow(read), rows), rows),
    },
  ];
}

function asTakenOver(row: OrderRow): OrderRow {
  return isOfWholeOrder(row) ? markedOfBill(row) : row;
}

/** What a bill has told of the whole order it told of a line that nobody knew yet as well. */
export function besideBills(row: OrderRow, others: readonly OrderRow[]): OrderRow {
  const [billed] = others.filter((each) => sourcesOf(each).includes('bill'));
  const known = withMoneyOf(row, others);
  if (!billed) return known;
  const { paidAt } = billed;
  const back = row.status === 'refunded' ? undefined : others.find(({ refundProven }) => refundProven);
  const end = back && { refundProven: true as const, status: back.status, statusAt: back.statusAt };
  return told({ ...(paidAt !== undefined && { paidAt }), ...known, ...end }, 'bill');
}

/** A line of an order that stands beside a bill learns how that ended; the money is told with another line. */
export function besideTwin(row: OrderRow, others: readonly Pick<OrderRow, 'twin'>[]): OrderRow {
  const known = others.find(({ twin }) => twin !== undefined)?.twin;
  if (!known) return row;
  const { line, status, statusAt } = known;
  return { ...row, twin: { line, status, statusAt } };
}

/** A page calls an order closed whether it was ever paid or not; what was paid came back. */
function asPaidBack(purchase: Line): Line {
  return purchase.source === 'page' && purchase.status === 'cancelled' ? { ...purchase, status: 'refunded' } : purchase;
}

/** The newer reading wins, the older one fills what it left out; the key is the order's that stays. */
export function joinedRow(own: OrderRow, other: OrderRow): OrderRow {
  const isNewer =
    isOfWholeOrder(own) === isOfWholeOrder(other) ? own.lastSeenAt < other.lastSeenAt : isOfWholeOrder(own);
  const [older, newer] = isNewer ? [own, other] : [other, own];
  const status = joinedStatus(older, newer);
  const said = status === newer.status ? newer : older;
  const refunds = joinRefunds(own.refunds, other.refunds);
  const isOneBills = isOfWholeOrder(own) !== isOfWholeOrder(other);
  const [ownWords, otherWords] = [own, other].map((row) => (isOneBills ? asTakenOver(row) : row).words);
  const words = joinWords(ownWords, otherWords);
  const row = {
    ...older,
    ...newer,
    ...(words && { words }),
    ...(refunds && { refunds }),
    ...joinedMoney(own, other),
    title: newer.title === '' ? older.title : newer.title,
    key: own.key,
    orderKey: own.orderKey,
    firstSeenAt: Math.min(own.firstSeenAt, other.firstSeenAt),
    status,
    statusAt: older.status === newer.status ? Math.min(own.statusAt, other.statusAt) : said.statusAt,
  };
  return placed(told(row, ...sourcesOf(own), ...sourcesOf(other)), namedOf(newer) ?? namedOf(older));
}

/** A bill moves a line forward, as when it tells of it. */
function joinedStatus(older: OrderRow, newer: OrderRow): OrderRow['status'] {
  if (isOfWholeOrder(older)) return billedStatus(newer, older.status);
  return newer.status === 'unknown' ? older.status : newer.status;
}

function joinedMoney(own: OrderRow, other: OrderRow) {
  if (isOfWholeOrder(own) && isOfWholeOrder(other)) return paidTogether(own, other);
  const payments = joinPayments(own.payments, other.payments);
  const stated = own.isSumStated ? own : other;
  const isOneStated = own.isSumStated !== other.isSumStated && stated.orderPaidFen !== undefined;
  return { ...(payments && { payments }), ...(isOneStated && { orderPaidFen: stated.orderPaidFen }) };
}

/** A field that a form leaves out is not a change: some state no time, some no amount, and titles come late. */
function withoutAbsent(line: Line): Partial<Line> & Pick<Line, 'status' | 'source' | 'platform'> {
  const { status, source, platform, ...rest } = line;
  const present = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  return { ...Object.fromEntries(present), status, source, platform };
}

function isOfLess({ orderPaidFen: fen = Infinity }: Line, row: OrderRow): boolean {
  return fen < (row.orderPaidFen ?? 0);
}

function newRow({ orderKey, purchase, at }: Reading): OrderRow {
  const key = [orderKey, purchase.itemId ?? '', purchase.skuId ?? purchase.title].join(':');
  const isProven = purchase.source === 'bill' && purchase.status === 'refunded';
  const times = { firstSeenAt: at, lastSeenAt: at, statusAt: at };
  return { ...purchase, key, orderKey, ...times, ...(isProven && { refundProven: true }), ...statedBy(purchase) };
}

function statedBy({ source, orderPaidFen }: Line): Pick<OrderRow, 'isSumStated'> {
  return source === 'page' && orderPaidFen !== undefined ? { isSumStated: true } : {};
}

function updatedRow(row: OrderRow, event: Reading): OrderRow {
  const { purchase, at } = event;
  const named = purchase.itemKey ?? namedOf(row);
  if (isOutdated(event, row.lastSeenAt)) return placed(told(olderRow(row, event), purchase.source), named);
  // A page says of what came back in full only that it is closed; a word that nobody knows says nothing.
  const isToldBetter = row.refundProven || purchase.status === 'unknown';
  const status = isToldBetter ? row.status : purchase.status;
  const statusAt = row.status === status ? row.statusAt : at;
  const said = withoutAbsent(purchase);
  // A form without skus counts the pieces of all colours together.
  if (row.skuId !== undefined && purchase.skuId === undefined) delete said.quantity;
  if (isWholeAlready(row, status)) delete said.refundedFen;
  const lastSeenAt = Math.max(row.lastSeenAt, at);
  const next = { ...row, ...said, ...statedBy(purchase), status, lastSeenAt, statusAt };
  return placed(told(next, ...sourcesOf(row), purchase.source), named);
}

/** An older reading adds what the newer ones left out. */
function olderRow(row: OrderRow, { purchase, at }: Reading): OrderRow {
  const title = row.title === '' ? purchase.title : row.title;
  const known = row.status === 'unknown' ? { ...row, status: purchase.status, statusAt: at } : row;
  const statusAt = known.status === purchase.status ? Math.min(known.statusAt, at) : known.statusAt;
  const { status } = isProvenPaid(purchase) ? asPaidBack(known) : known;
  const { orderPaidFen } = purchase;
  const stated = row.isSumStated ? {} : statedBy(purchase);
  const sum = stated.isSumStated && orderPaidFen !== undefined ? { ...stated, orderPaidFen } : {};
  const firstSeenAt = Math.min(row.firstSeenAt, at);
  return { ...withoutAbsent(purchase), ...row, ...sum, status, title, firstSeenAt, statusAt };
}

/**
 * What a bill adds to a line: the money and the end of it. What the thing is, the page knows better; a bill masks the
 * shop, names the first of several things, and Taobao for Tmall. What came back is of one line only where there is one.
 */
function billedRow(row: OrderRow, event: Reading, isOnly: boolean): OrderRow {
  const { orderedAt, paidAt, shop, title } = event.purchase;
  const { source, platform } = row;
  const { paid, refunds, back, status: said, isOutgrown } = billedMoney(row, event.purchase);
  const own = isOnly ? { shop, title } : { title: '' };
  const filling = { ...own, orderedAt, paidAt, status: row.status, source, platform };
  const purchase = withoutUndefined<Line>(filling);
  const isBills = isOfWholeOrder(row);
  const isNewer = isBills && !isOfLess(event.purchase, row);
  const filled = isNewer ? updatedRow(row, besideOther(row, event)) : olderRow(row, { ...event, purchase });
  const known = isOutgrown ? withoutEnd(row) : row;
  const status = billedStatus(known, said);
  const { refundProven: _told, ...rest } = filled;
  return told(
    {
      ...rest,
      ...((known.refundProven ?? said === 'refunded') && { refundProven: true as const }),
      ...(refunds && { refunds }),
      ...paid,
      ...(isBills && firstTimes(row, event.purchase)),
      status,
      statusAt: status === row.status ? row.statusAt : event.at,
      lastSeenAt: Math.max(row.lastSeenAt, event.at),
      ...(isOnly && back !== undefined && !isWholeAlready(row, status) && { refundedFen: back }),
    },
    ...sourcesOf(row),
    'bill',
  );
}

/** Bills of shop and wallet name an order each in their way: what the one said the other leaves. */
function besideOther(row: OrderRow, event: Reading): Reading {
  const { shop, quantity = 1, ...said } = event.purchase;
  const title = row.title === '' ? said.title : row.title;
  const pieces = Math.max(row.quantity ?? 1, quantity);
  const known = row.shop ?? shop;
  return { ...event, purchase: { ...said, title, quantity: pieces, ...(known !== undefined && { shop: known }) } };
}

/** They tell the time some seconds apart, and that of each payment: the first is the order's. */
function firstTimes(row: OrderRow, { orderedAt, paidAt }: Line): Pick<Line, 'orderedAt' | 'paidAt'> {
  const first = (...times: readonly (number | undefined)[]) => {
    const known = times.filter((time) => time !== undefined);
    return known.length > 0 ? Math.min(...known) : undefined;
  };
  return withoutUndefined({ orderedAt: first(row.orderedAt, orderedAt), paidAt: first(row.paidAt, paidAt) });
}

function withoutEnd({ refundProven: _taken, ...row }: OrderRow): OrderRow {
  return { ...row, status: 'unknown' };
}

/** What came back whole did so whatever part of it is told again. */
function isWholeAlready({ status }: OrderRow, next: OrderRow['status']): boolean {
  return status === 'refunded' && next === 'refunded';
}

function sourcesOf({ source, sources }: OrderRow): OrderRow['source'][] {
  return sources ?? [source];
}

/** Keeps who told of a line, where that is more than one. */
function told(row: OrderRow, ...by: OrderRow['source'][]): OrderRow {
  const sources = [...new Set([...sourcesOf(row), ...by])].sort();
  return sources.length > 1 ? { ...row, sources } : row;
}
