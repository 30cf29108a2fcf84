import type { Purchase } from '../core/types';

/** Order numbers as bills carry them; a wallet's own number stands in where the shop's is not told. */

const inGoods = [/京东-订单编号[:：]?\s*(\d{6,})/, /美团订单-(\d+)/, /(XP\d{10,})/];

/** The order number that the text of the goods states. */
export function orderIdIn(goods: string): string | undefined {
  return inGoods.map((form) => form.exec(goods)?.[1]).find((id) => id !== undefined);
}

/** `T200P<id>`: the digits are the Taobao order's id. Code of two seller tools, five samples. */
export function taobaoOrderId(merchantNumber: string): string | undefined {
  return /^T200P(\d{6,})$/.exec(merchantNumber)?.[1];
}

/** Alipay's refunds are numbered `<payment>_<refund>`. */
export function paymentNumber(number: string): string | undefined {
  return number.split('_', 1)[0];
}

/**
 * "示例咖啡（示例店）-美团App-26010511200700001300000000000001", "团购-2601…": the number of a payment at Meituan, which is
 * 交易单号 in its own bill. 2024-2026: ten of the one and two of the other, all YYMMDD11… of 32 digits; of one payment both
 * were not seen.
 */
export function meituanNumber(goods: string): string | undefined {
  return /-(\d{26,40})$/.exec(goods)?.[1];
}

/** Wallets name the place, and its number behind it: the ledger keeps no number, and what was bought Meituan's own bill says. */
export function withoutMeituanNumber(purchase: Purchase): Purchase {
  const { title, ...rest } = purchase;
  if (rest.platform !== 'meituan') return purchase;
  if (/^美团(?:平台商户)?$/.test(title)) return { ...rest, title: '' };
  const [, place = ''] = /^(.*?)(?:-(?:美团|大众点评)[^-]*)?-\d{26,40}$/.exec(title) ?? [];
  const isPlace = place !== '' && !/^(?:团购|外卖)$/.test(place);
  if (meituanNumber(title) === undefined) return purchase;
  return { ...rest, title: '', ...(isPlace && rest.shop === undefined && { shop: place }) };
}

/** Long enough to be of one order alone; short ones, and those with a mask in them, stand in many a line. */
export function isNobodyElses(id: string): boolean {
  return /^[\dA-Z]{16,64}$/i.test(id);
}

/** "唯品会-26010512345678": a shop's name and its number. */
const shopAndNumber =
  /^(?:京东|美团|唯品会|小红书|拼多多|淘宝|天猫|抖音|大众点评)\p{Script=Han}{0,4}[-_:：\s]?[A-Z]{0,4}\d{8,}$/u;

/** The goods as a title; `''` where they are only a number, since order ids are secrets and no titles. */
export function titleOf(goods: string, ids: readonly string[]): string {
  const isNumber =
    orderIdIn(goods) !== undefined ||
    shopAndNumber.test(goods) ||
    /^\d{15,}$/.test(goods) ||
    /^(?:京东-订单编号|美团订单-|商户单号)/.test(goods) ||
    /(?:订单|单号|编号)\W{0,3}[A-Z]{0,4}\d{6,}/i.test(goods);
  return isNumber || ids.some((id) => id.length > 5 && goods.includes(id)) ? '' : goods;
}

/** As a table program writes a number: "300000000001.0", "300,000,000,001". It keeps 15 digits of it. */
const asNumber = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?$/;

/** An id that was taken for a number, as it was before. */
export function idOf(text: string): string {
  const digits = asNumber.exec(text)?.[1]?.replaceAll(',', '') ?? '';
  return digits.length > 0 && digits.length <= 15 ? digits : text;
}

/**
 * "3E+11", what a table program leaves of 300000000001 when it saves the file, or a longer number of which it kept 15
 * digits: many orders would be one.
 */
export function isRounded(id: string | undefined): boolean {
  if (id === undefined) return false;
  const isLong = idOf(id) === id && asNumber.test(id);
  return (isLong && /[,.]/.test(id)) || /^(?:\d(?:[.,]\d+)?E\+?\d+|\d{15}0{5,})$/i.test(id);
}

/** The first that is there, where it is whole: another number in its place would be another order's. */
export function firstOf(...ids: (string | undefined)[]): string | undefined {
  const first = ids.find((id) => id !== undefined && id !== '');
  return isRounded(first) ? undefined : first;
}
