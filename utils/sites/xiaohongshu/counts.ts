const scales: Record<string, number> = { k: 1e3, m: 1e6, w: 1e4, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** "3358", "1,234", "1.2万", "1.2K", "10万+", "千+" (at least that many); `undefined` for the words that stand for 0, such as 赞 or 评论. */
export function readCount(text: string): number | undefined {
  const [, digits, scale = ''] = /^([\d,]+(?:\.\d+)?|(?=[千万萬]\+)) ?([千万萬亿億kmw]?)\+?$/i.exec(text.trim()) ?? [];
  return digits === ''
    ? scales[scale]
    : digits
      ? Math.round(Number(digits.replaceAll(',', '')) * (scales[scale.toLowerCase()] ?? 1))
      : undefined;
}

/** 共 14 条评论, 共 1.2万 条评论 (note page, 2026); guesses: 共 14 則留言, 14 comments */
const totals = /^(?:共([^条條則则]{1,16})[条條則则](?:评论|評論|留言)|([\d,.]{1,12} ?[km]?\+?) comments?)$/i;

export function readTotal(text: string): number | undefined {
  const [, count, english] = totals.exec(text) ?? [];
  return readCount(count ?? english ?? '');
}

/** The count in a line that is known to hold one, whatever its words are. */
export function countIn(line: string): number | undefined {
  const [count] = /[\d,.]+ ?[千万萬亿億kmw]?\+?/i.exec(line) ?? [];
  return count === undefined ? undefined : readCount(count);
}

/** "10+", "1千+", "1.2万" stand for that many and more: who has seen so many need not have seen all. */
export function isExact(line: string): boolean {
  return !/[+千万萬亿億]|\d ?[kmw]\b/i.test(line);
}
