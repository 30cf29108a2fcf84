/**
 * The parts of "2026-01-05 12:34:56", and of what a table program makes of it: "2026/1/5 9:05", "2026年1月5日 12:34",
 * "2026/1/5 下午 9:05", "2026/1/5 9:05 PM"; a label may stand before them, "下单时间：".
 */
const parts =
  /^(?:\p{Script=Han}{0,4}(?:时间|日期)[:\s]*)?(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT]+|(?<=日))(?:([上下]午) ?)?(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)? ?(Z|[+-]\d\d:\d\d|[AP]M)?/iu;

/** The hour of 24; `half` is 上午, 下午, AM, PM, or anything else where there is none. */
function hourOf(hour: string, half = ''): string {
  if (!/^[上下AP]/i.test(half)) return hour;
  return String((Number(hour) % 12) + (/^[下P]/i.test(half) ? 12 : 0));
}

/** A time as pages and bills word it, or unix seconds or ms, in epoch ms. Without a zone it is Asia/Shanghai. */
export function readTime(value: unknown): number | undefined {
  const text = String(value).normalize('NFKC').trim();
  if (/^\d{10}(?:\d{3})?$/.test(text)) return Number(text.padEnd(13, '0'));
  const [, year, month = '', day = '', half, hour = '', minute, second = '00', end = ''] = parts.exec(text) ?? [];
  const two = (part: string) => part.padStart(2, '0');
  const zone = /^(?:[AP]M)?$/i.test(end) ? '+08:00' : end.toUpperCase();
  const clock = `${two(hourOf(hour, half ?? end))}:${minute}:${second}`;
  // Chromium takes February 30 for March 2
  if (new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() < Number(day)) return undefined;
  const time = Date.parse(`${year}-${two(month)}-${two(day)}T${clock}${zone}`);
  return Number.isNaN(time) ? undefined : time;
}
