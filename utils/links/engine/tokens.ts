import type { PlatformIdentity } from '../identity';

/** A sign in a text that somebody shares goods: a 口令, or a shop's name in brackets beside an address. */
export interface Mark {
  start: number;
  end: number;
  token?: string;
}

// Measured on 10,179 note texts: no false positive. An unanchored rule of 11 letters had nothing but ("TripAdvisor").
// A, wrapped in one currency sign: ￥yKnuUEInvoQ￥ ₤JGvr1SxMkdx₤ $ZhaJ1SxZgei$
const WRAPPED = /([￥¥€₤₳¢₴£₰＄$])([A-Z\d]{8,13})\1/gi;
// B, in brackets: 1復制( CZ3457 WCRJWdrj9qo)打开tao寳
const BRACKETED = /[(（]\s{0,3}([A-Z]{2}\d{2,5}\s{1,3})?([A-Za-z\d]{10,12})\s{0,3}[)）]/g;
// C, behind a pointing hand at the start of a line: 5👈 xixi:/哈axBdXo1mIOk信
const POINTED =
  /^[ \t\u3000]{0,8}\d(?:\.\d)?[ \t]{0,8}(?:👈|xixi:\/)[^\n]{0,14}?[^\0-\x7f]([A-Za-z\d]{11})(?=[^\0-\x7f])/gm;
// D: 【淘宝】https://e.tb.cn/…, …，复制本条信息，打开【小红书】App
const NAMED = /【(?:淘宝|天猫|京东|拼多多|得物|小红书)】/g;
// Without a version code (CZ3457) brackets hold a token only where the text says to copy or open it: (AirPodsPro2) is none.
const COPYING = /复制|復制|復製|复·制|復·制|拷贝|打开|打開|咑閞|口令/;
const COPYING_REACH = 20;

export function findMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  const add = (match: RegExpExecArray, token?: string) => {
    const mark = { start: match.index, end: match.index + match[0].length };
    marks.push(token === undefined ? mark : { ...mark, token });
  };
  for (const match of text.matchAll(WRAPPED)) if (isMixed(match[2])) add(match, match[2]);
  for (const match of text.matchAll(BRACKETED)) if (isMixed(match[2]) && isCopied(text, match)) add(match, match[2]);
  for (const match of text.matchAll(POINTED)) add(match, match[1]);
  for (const match of text.matchAll(NAMED)) add(match);
  return marks.sort((a, b) => a.start - b.start);
}

/** A bare token is Taobao's unless the words around it send the reader to another shop: 打开京东, 【得物】. */
export function platformNear(text: string, mark: Mark, identities: readonly PlatformIdentity[]): string {
  const around = text.slice(Math.max(0, mark.start - 60), mark.end + 60);
  const named = identities.find(({ names }) =>
    [names['zh-CN'], names['zh-TW']].some((name) =>
      [`【${name}】`, `打开${name}`, `打開${name}`].some((words) => around.includes(words)),
    ),
  );
  return named?.id ?? 'taobao';
}

function isMixed(token = ''): boolean {
  return /[a-z]/.test(token) && /[A-Z]/.test(token);
}

function isCopied(text: string, match: RegExpExecArray): boolean {
  const end = match.index + match[0].length + COPYING_REACH;
  return match[1] !== undefined || COPYING.test(text.slice(Math.max(0, match.index - COPYING_REACH), end));
}
