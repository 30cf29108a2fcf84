import { i18n } from '#i18n';

const DAY_MS = 86_400_000;

// Made on first use: building a formatter costs more than all the rows it formats.
let money: Intl.NumberFormat | undefined;
let thisYear: Intl.DateTimeFormat | undefined;
let anyYear: Intl.DateTimeFormat | undefined;

/** `¥129`, `¥12.90`: yuan from fen. */
export function formatPrice(fen: number): string {
  money ??= new Intl.NumberFormat(i18n.t('lang'), {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  });
  return money.format(fen / 100);
}

/** Today, yesterday, else the day, with the year only where it is another one. */
export function formatDay(at: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS); // rounded: a day may have 23 or 25 hours
  if (days === 0) return i18n.t('dates.today');
  if (days === 1) return i18n.t('dates.yesterday');
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? shortDay() : longDay()).format(at);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function shortDay(): Intl.DateTimeFormat {
  return (thisYear ??= new Intl.DateTimeFormat(i18n.t('lang'), { month: 'short', day: 'numeric' }));
}

function longDay(): Intl.DateTimeFormat {
  return (anyYear ??= new Intl.DateTimeFormat(i18n.t('lang'), { year: 'numeric', month: 'short', day: 'numeric' }));
}
