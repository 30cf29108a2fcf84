import { asText } from '../core/decode';

/** "2026-01-05 12:34:56" or without seconds, in epoch ms. Pages give no zone: it is Asia/Shanghai, which has no summer time. */
export function readTime(value: unknown): number | undefined {
  const text = asText(value)?.replaceAll('/', '-');
  const [, day, clock] = /^(\d{4}-\d\d-\d\d)[ T]+(\d\d:\d\d(?::\d\d)?)/.exec(text ?? '') ?? [];
  const time = Date.parse(`${day}T${clock}+08:00`);
  return Number.isNaN(time) ? undefined : time;
}

/** Unix seconds, as number or digits, in epoch ms. */
export function readUnixSeconds(value: unknown): number | undefined {
  return /^\d{10}$/.test(String(value)) ? Number(value) * 1000 : undefined;
}
