import { withoutEntities } from './plain-text';
import type { Unread } from './types';

/** Integer fen, or why there is no figure; `undefined` where the page states none. */
export type Amount = number | Extract<Unread['reason'], 'bad-amount' | 'foreign-currency'> | undefined;

// "￥1,098.00", "47.40", "总额 ¥61.90", "88元"; a comma that is no thousands mark is not read as one.
const yuan =
  /^(?:(?:总额|总价|合计|应付|应付总额|实付|实付款):?)? ?(?:¥|CNY|RMB|人民币)? ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2})0*)? ?元?$/i;

// 2026-08: the mobile list shows the reader's own currency, "61,83 сом".
const otherCurrency = /[\p{Sc}美港欧日韩澳台]|(?!\p{Script=Han})\p{L}/u;

function isForeign(text: string): boolean {
  // "#DIV/0!" is a table program's word for an error, and no money of any country
  return /\d/.test(text) && otherCurrency.test(text.replace(/¥|CNY|RMB|^#.*/gi, ''));
}

/** A price in yuan as the page words it. */
export function readYuan(value: unknown): Amount {
  if (value === undefined || value === null || value === '') return undefined;
  const said = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  // Full-width digits, marks and signs are the same to the reader: ￥１，０９８．００
  const text = withoutEntities(said).normalize('NFKC').trim().replace(/\s+/g, ' ');
  const [, whole, part = ''] = yuan.exec(text) ?? [];
  if (whole === undefined) return typeof value === 'string' && isForeign(text) ? 'foreign-currency' : 'bad-amount';
  return fenOf(Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0')));
}

/** A number without a point or a sign, which may be yuan or fen. */
export function isWhole(value: unknown): boolean {
  return typeof value === 'number' ? Number.isSafeInteger(value) && value >= 0 : /^\s*\d+\s*$/.test(String(value));
}

/**
 * Pinduoduo writes fen in one copy and yuan in the other. A page or an answer has one unit for all that it writes as
 * text, and one for its numbers: a point or a sign in any of them tells that they are yuan; without one they are fen.
 * @param page every amount that the page or the answer states
 */
export function readerOfUnit(page: readonly unknown[]): (value: unknown) => Amount {
  const telling = page.filter((value) => !isWhole(value) && typeof readYuan(value) === 'number');
  const inYuan = new Set(telling.map((value) => typeof value));
  return (value) => (isWhole(value) && !inYuan.has(typeof value) ? fenOf(Number(value)) : readYuan(value));
}

function fenOf(fen: number): Amount {
  return Number.isSafeInteger(fen) ? fen : 'bad-amount';
}
