import type { ItemRow, Summary } from '../core/rows';
import type { OrderRow } from './schema';

/**
 * Whether a stored row is what its type says, as far as a screen relies on it: a disk can damage a row, and the others
 * must still show. Written by hand, since these few tests stand in the way of the popup's first paint.
 */

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => Number.isFinite(value);
const isList = (value: unknown, isFit: (each: unknown) => boolean) => Array.isArray(value) && value.every(isFit);

function isObject(value: unknown, fits: Record<string, (field: unknown) => boolean>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(fits).every(([name, isFit]) => isFit(Reflect.get(value, name)));
}

const maybe = (isFit: (value: unknown) => boolean) => (value: unknown) => value === undefined || isFit(value);

const step = { step: isText, at: isNumber, evidence: isText };
const note = { site: isText, id: isText, title: maybe(isText), at: isNumber };
const point = { at: isNumber, priceFen: maybe(isNumber) };
const item = {
  key: isText,
  platform: isText,
  kind: isText,
  state: isText,
  url: maybe(isText),
  title: maybe(isText),
  shop: maybe(isText),
  priceFen: maybe(isNumber),
  prices: maybe((value: unknown) => isList(value, (each) => isObject(each, point))),
  note: maybe((value: unknown) => isObject(value, note)),
  surfaces: (value: unknown) => isList(value, isText),
  journey: (value: unknown) => isList(value, (each) => isObject(each, step)),
  savedBy: (value: unknown) => isList(value, isText),
  mark: maybe((value: unknown) => isObject(value, { as: isText, at: isNumber })),
  why: maybe((value: unknown) => isObject(value, { as: isText, at: isNumber })),
  savedAt: maybe(isNumber),
  purchasedAt: maybe(isNumber),
};

export function isItemRow(row: unknown): row is ItemRow {
  return isObject(row, item);
}

const sum = { at: isNumber, fen: isNumber, backFen: maybe(isNumber) };
const sums = maybe((value: unknown) => isList(value, (each) => isObject(each, sum)));
const order = {
  key: isText,
  platform: isText,
  title: isText,
  status: isText,
  shop: maybe(isText),
  orderPaidFen: maybe(isNumber),
  orderedAt: maybe(isNumber),
  refunds: sums,
  payments: sums,
};

export function isOrderRow(row: unknown): row is OrderRow {
  return isObject(row, order);
}

const share = { platform: isText, saved: isNumber, purchased: isNumber };

export function isSummary(value: unknown): value is Summary {
  const platforms = (each: unknown) => isList(each, (one) => isObject(one, share));
  return isObject(value, { platforms, unmatchedPurchases: isNumber, unread: isNumber });
}
