import { i18n } from '@/utils/i18n';

// For full pages only: the popup's first paint has no time for `Intl`.

/** Day and time of day, as the language writes them. */
export function formatMoment(at: number): string {
  return new Intl.DateTimeFormat(i18n.t('lang'), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** The day alone. */
export function formatDate(at: number): string {
  return new Intl.DateTimeFormat(i18n.t('lang'), { dateStyle: 'medium' }).format(at);
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `3.2 MB`: two digits at least, thousands as browsers and file managers count them. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  const maximumFractionDigits = power > 0 && value < 10 ? 1 : 0;
  const unit = units[power] ?? 'byte';
  return new Intl.NumberFormat(i18n.t('lang'), { style: 'unit', unit, maximumFractionDigits }).format(value);
}

/** `12%`, `0.4%`: one digit behind the point where it would say nothing without. */
export function formatShare(share: number): string {
  const maximumFractionDigits = share > 0 && share < 0.1 ? 1 : 0;
  return new Intl.NumberFormat(i18n.t('lang'), { style: 'percent', maximumFractionDigits }).format(share);
}

/** Monday is 0; 5 January 1970 was one. */
export function formatWeekday(day: number): string {
  return new Intl.DateTimeFormat(i18n.t('lang'), { weekday: 'short', timeZone: 'UTC' }).format((4 + day) * 86_400_000);
}

/** The month, with its year. */
export function formatMonth(at: number): string {
  return new Intl.DateTimeFormat(i18n.t('lang'), { year: 'numeric', month: 'short' }).format(at);
}

/** `1`, `0.33`: purchases and shares of them. */
export function formatPart(share: number): string {
  return new Intl.NumberFormat(i18n.t('lang'), { maximumFractionDigits: 2 }).format(share);
}

const spans = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `2 hours`: in the largest unit that it fills. */
export function formatDuration(ms: number): string {
  const [unit, size] = spans.find(([, span]) => ms >= span) ?? spans[2];
  const value = Math.max(1, Math.round(ms / size));
  return new Intl.NumberFormat(i18n.t('lang'), { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
