import { beforeEach, describe, expect, test } from 'vitest';
import { formatDay, formatMegabytes, formatPrice } from '@/components/text/format';
import { locales, speak } from './i18n-setup';

const languages = { zh_CN: 'zh-CN', zh_TW: 'zh-TW', en: 'en' } as const;

describe.each(locales)('%s says what Intl would say', (locale) => {
  const language = languages[locale];
  beforeEach(() => speak(locale));

  test('for prices', () => {
    const yuan = new Intl.NumberFormat(language, {
      style: 'currency',
      currency: 'CNY',
      currencyDisplay: 'narrowSymbol',
      trailingZeroDisplay: 'stripIfInteger',
    });
    for (const fen of [0, 1, 10, 99, 100, 101, 990, 12_950, 99_999, 100_000, 123_456_789, -1, -12_950])
      expect(formatPrice(fen)).toBe(yuan.format(fen / 100));
  });

  test('for the days of a year', () => {
    const short = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' });
    const long = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', day: 'numeric' });
    for (let day = 1; day <= 360; day += 3) {
      const at = new Date(2025, 0, day, 12).getTime();
      expect(formatDay(at, new Date(2025, 11, 31, 23).getTime())).toBe(short.format(at));
      expect(formatDay(at, new Date(2026, 5, 1).getTime())).toBe(long.format(at));
    }
  });

  test('for megabytes', () => {
    const unit = new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte' });
    for (const [bytes, megabytes] of [
      [0, 0],
      [1, 1],
      [1e6, 1],
      [92_600_001, 93],
      [1_234e6, 1_234],
    ] as const)
      expect(formatMegabytes(bytes)).toBe(unit.format(megabytes));
  });

  test('for today and yesterday', () => {
    const days = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    const now = new Date(2026, 2, 12, 0, 1).getTime();
    expect(formatDay(now - 60_000, now)).toBe(days.format(0, 'day'));
    expect(formatDay(now - 61_000, now)).toBe(days.format(-1, 'day'));
  });
});
