/** The parts of "2026-01-05 12:34:56", and of what a table program makes of it: "2026/1/5 9:05", "2026年1月5日 12:34". */
const parts =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\sT]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)? ?(Z|[+-]\d\d:\d\d)?/;

/** A time as pages and bills word it, or unix seconds or ms, in epoch ms. Without a zone it is Asia/Shanghai. */
export function readTime(value: unknown): number | undefined {
  const text = String(value).normalize('NFKC').trim();
  if (/^\d{10}(?:\d{3})?$/.test(text)) return Number(text.padEnd(13, '0'));
  const [, year, month = '', day = '', hour = '', minute, second = '00', zone = '+08:00'] = parts.exec(text) ?? [];
  const two = (part: string) => part.padStart(2, '0');
  const time = Date.parse(`${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${zone}`);
  return Number.isNaN(time) ? undefined : time;
}
