/** "2026-01-05 12:34:56", with or without seconds, or unix seconds, in epoch ms. Pages give no zone: it is Asia/Shanghai. */
export function readTime(value: unknown): number | undefined {
  const text = String(value).trim();
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  const [, day, clock] = /^(\d{4}-\d\d-\d\d)[ T]+(\d\d:\d\d(?::\d\d)?)/.exec(text.replaceAll('/', '-')) ?? [];
  const time = Date.parse(`${day}T${clock}+08:00`);
  return Number.isNaN(time) ? undefined : time;
}
