import type { Unread } from './types';

/** Integer fen, or why there is no figure; `undefined` where the page states none. */
export type Amount = number | Extract<Unread['reason'], 'bad-amount' | 'foreign-currency'> | undefined;

// "￥1,098.00", "47.40", "总额 ¥61.90", "88元"; a comma that is no thousands mark is not read as one.
const yuan =
  /^(?:(?:总额|总价|合计|应付|应付总额|实付|实付款):?)? ?(?:¥|CNY|RMB|人民币)? ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2})0*)? ?元?$/i;

// 2026-08: the mobile list shows the reader's own currency, "61,83 сом".
const otherCurrency = /[\p{Sc}美港欧日韩澳台]|(?!\p{Script=Han})\p{L}/u;

function isForeign(text: string): boolean {
  return /\d/.test(text) && otherCurrency.test(text.replace(/¥|CNY|RMB/gi, ''));
}

/** A price in yuan as the page words it. */
export function readYuan(value: unknown): Amount {
  if (value === undefined || value === null || value === '') return undefined;
  const said = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  // Full-width digits, marks and signs are the same to the reader: ￥１，０９８．００
  const text = said.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const [, whole, part = ''] = yuan.exec(text) ?? [];
  if (whole === undefined) return typeof value === 'string' && isForeign(text) ? 'foreign-currency' : 'bad-amount';
  const fen = Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'));
  return Number.isSafeInteger(fen) ? fen : 'bad-amount';
}

/** Pinduoduo writes integer fen in one copy and a yuan string in the other: only a point or a sign tells them apart. */
export function readYuanOrFen(value: unknown): Amount {
  const isFen =
    typeof value === 'number' ? Number.isSafeInteger(value) : typeof value === 'string' && /^\d+$/.test(value);
  return isFen && Number(value) >= 0 ? Number(value) : readYuan(value);
}
