import type { LinkRules } from './types';

/** A sign in a text that somebody shares goods: a 口令, or a shop's name in brackets beside an address. */
export interface Mark {
  start: number;
  end: number;
  token: string | undefined;
}

// In brackets without a version code: only where it says to open it, and not where it is a product's name. (WCRJWdrj9qo)打开淘宝
const BARE = /[(（]\s{0,3}([A-Z\d]{10,12})\s{0,3}[)）](?=[^\n]{0,12}[打咑][开開閞])/gi;
// (AirPodsPro2)打开淘宝搜, iPhone15Pro: whole words with capitals, then a number. Of random codes 6 in 1000 look so.
const NAME = /^[a-z]*(?:[A-Z][a-z]{2,})+(?:\d+(?:[A-Z][a-z]*)?)?$/;

// Measured on 10,179 note texts: no false positive. Any 11 letters, unanchored, found nothing but the like of TripAdvisor.
const RULES = [
  // wrapped in one currency sign: ￥yKnuUEInvoQ￥ ₤JGvr1SxMkdx₤ $ZhaJ1SxZgei$
  /([￥¥€₤₳¢₴£₰＄$])([A-Z\d]{8,13})\1/gi,
  // in brackets with a version code, 1復制( CZ3457 WCRJWdrj9qo)打开tao寳
  /[(（]\s{0,3}[A-Z]{2}\d{2,5}\s{1,3}([A-Za-z\d]{10,12})\s{0,3}[)）]/g,
  BARE,
  // behind a pointing hand at the start of a line: 5👈 xixi:/哈axBdXo1mIOk信
  /^[\t\u3000 ]{0,8}\d(?:\.\d)?[\t ]{0,8}(?:👈|xixi:\/)[^\n]{0,14}?[^\0-\x7f]([A-Za-z\d]{11})(?=[^\0-\x7f])/gm,
];
// How far from a bare token the words may stand that name its shop.
const NAME_REACH = 60;

export function findMarks(text: string, platforms: readonly LinkRules[]): Mark[] {
  // 【淘宝】https://e.tb.cn/…, https://xhslink.com/…，复制本条信息，打开【小红书】App
  const named = new RegExp(`【(?:${platforms.flatMap(({ called }) => called ?? []).join('|')})】`, 'g');
  const marks = [...RULES, named].flatMap((rule) =>
    Array.from(text.matchAll(rule), (match) => ({
      isBare: rule === BARE,
      start: match.index,
      end: match.index + match[0].length,
      token: rule === named ? undefined : match.at(-1),
    })),
  );
  return marks
    .filter(
      ({ token, isBare }) => !token || (/[a-z]/.test(token) && /[A-Z]/.test(token) && !(isBare && NAME.test(token))),
    )
    .sort((a, b) => a.start - b.start);
}

/** A bare token is Taobao's unless the words around it send the reader to another shop. */
export function platformNear(text: string, { start, end }: Mark, platforms: readonly LinkRules[]): string {
  const around = text.slice(Math.max(0, start - NAME_REACH), end + NAME_REACH);
  return (
    platforms.find(({ called }) => called && new RegExp(`(?:【|打[开開])(?:${called})`).test(around))?.id ?? 'taobao'
  );
}
