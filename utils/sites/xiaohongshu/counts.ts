const scales: Record<string, number> = { 千: 1e3, 万: 1e4, 亿: 1e8 };

/** "3358", "1,234", "1.2万", "10万+" (at least that many); `undefined` for the words that stand for 0, such as 赞 or 评论. */
export function readCount(text: string): number | undefined {
  const [, digits, scale = ''] = /^([\d,]+(?:\.\d+)?)([千万亿]?)\+?$/.exec(text.trim()) ?? [];
  return digits ? Math.round(Number(digits.replaceAll(',', '')) * (scales[scale] ?? 1)) : undefined;
}

/** 共 14 条评论, 共 1.2万 条评论 (note page, 2026) */
export function readTotal(text: string): number | undefined {
  return readCount(/^共([^条]{1,16})条评论$/.exec(text)?.[1] ?? '');
}
