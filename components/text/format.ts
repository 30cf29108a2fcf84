import { i18n } from '@/utils/i18n';

// The first Intl formatter of a process costs 15 to 25 ms (Chromium 156, 2026-11), a third of the popup's whole time to
// paint. So prices and days are put together by hand; a test holds each of them against Intl.

const DAY_MS = 86_400_000;

/** `¥129`, `¥12.90`, `¥1,299`: yuan from fen. */
export function formatPrice(fen: number): string {
  const cents = Math.abs(fen) % 100;
  const yuan = grouped(String((Math.abs(fen) - cents) / 100));
  return `${fen < 0 ? '-' : ''}¥${yuan}${cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`}`;
}

/** `12,345` */
export function formatCount(count: number): string {
  return grouped(String(count));
}

/** `93 MB`: whole ones, as browsers count them; what is left of one is one. */
export function formatMegabytes(bytes: number): string {
  return `${formatCount(Math.ceil(bytes / 1e6))} MB`;
}

function grouped(digits: string): string {
  const threes: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) threes.unshift(digits.slice(Math.max(0, end - 3), end));
  return threes.join(',');
}

/** Today, yesterday, else the day, with the year only where it is another one. */
export function formatDay(at: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS); // rounded: a day may have 23 or 25 hours
  if (days === 0) return i18n.t('dates.today');
  if (days === 1) return i18n.t('dates.yesterday');
  const date = new Date(at);
  const month = i18n.t('dates.months').split(' ')[date.getMonth()] ?? '';
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  const day = sameYear
    ? i18n.t('dates.short', [month, date.getDate()])
    : i18n.t('dates.long', [month, date.getDate(), date.getFullYear()]);
  return day.replace('\u2060', ''); // keeps two parameters apart in the catalogue, where Chromium wants it
}

/** `09:05`, by the person's own clock. */
export function formatTime(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
