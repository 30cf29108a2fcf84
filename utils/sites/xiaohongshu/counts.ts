const scales: Record<string, number> = { 千: 1e3, k: 1e3, 万: 1e4, w: 1e4, 亿: 1e8 };

/** "3358", "1,234", "1.2万", "10万+" (at least that many); `undefined` for the words that stand for 0, such as 赞 or 评论. */
export function readCount(text: string): number | undefined {
  const parts = /^([\d,]+(?:\.\d+)?)\s*([千k万w亿])?\+?$/i.exec(text.trim());
  if (!parts?.[1]) return undefined;
  const count = Number(parts[1].replaceAll(',', '')) * (scales[parts[2]?.toLowerCase() ?? ''] ?? 1);
  return Number.isFinite(count) ? Math.round(count) : undefined;
}

/** 共 14 条评论, 共 1.2万 条评论 (note page, 2026); rednote.com abroad, guess: 14 comments. */
export function readTotal(text: string): number | undefined {
  const parts = /^共([^条]{1,16})条评论$|^(.{1,12}) comments?$/i.exec(text);
  return parts ? readCount(parts[1] ?? parts[2] ?? '') : undefined;
}
