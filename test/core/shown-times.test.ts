import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAskedLater, readAskDelay, readShownTime } from '../../utils/core/shown-times';

const zone = 480;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Wall clock in Shanghai. */
const shanghai = (text: string) => Date.parse(`${text}+08:00`);
const seenAt = shanghai('2026-11-22T15:30:20');

const read = (text: string) => readShownTime({ text }, seenAt, zone);

test.each([
  ['11-20', '2026-11-20T00:00', day],
  ['12-31', '2025-12-31T00:00', day],
  ['11-22', '2026-11-22T00:00', day],
  ['2025-11-20', '2025-11-20T00:00', day],
  ['2025-11-20 08:05', '2025-11-20T08:05', minute],
  ['11月20日', '2026-11-20T00:00', day],
  ['2025年1月2日', '2025-01-02T00:00', day],
  ['今天 08:01', '2026-11-22T08:01', minute],
  ['昨天 12:30', '2026-11-21T12:30', minute],
  ['昨天', '2026-11-21T00:00', day],
  ['前天 00:00', '2026-11-20T00:00', minute],
  ['Yesterday 23:59', '2026-11-21T23:59', minute],
  ['编辑于 11-20', '2026-11-20T00:00', day],
  ['编辑于昨天 12:30', '2026-11-21T12:30', minute],
])('%s', (text, from, precisionMs) => expect(read(text)).toEqual({ at: shanghai(from), precisionMs }));

test.each([
  ['刚刚', minute, minute],
  ['just now', minute, minute],
  ['30秒前', 31_000, 2_000],
  ['5分钟前', 6 * minute, 2 * minute],
  ['5 分鐘前', 6 * minute, 2 * minute],
  ['3小时前', 4 * hour, 2 * hour],
  ['3天前', 4 * day, 2 * day],
  ['3天前广东', 4 * day, 2 * day],
  ['2周前', 21 * day, 14 * day],
  ['1个月前', 62 * day, 62 * day],
  ['2年前', 3 * 366 * day, 2 * 366 * day],
  ['3 days ago', 4 * day, 2 * day],
  ['1 hour ago', 2 * hour, 2 * hour],
])('%s is at least that long ago', (text, ago, precisionMs) =>
  expect(read(text)).toEqual({ at: seenAt - ago, precisionMs }),
);

test.each(['', '广东', '13-01x', '02-30', '13-40', '很久以前', '前', '3前', '3个苹果', '99:99', 'ago', '昨'])(
  '%j is no time',
  (text) => expect(read(text)).toBeUndefined(),
);

test('what a state says is exact, whatever the words', () =>
  expect(readShownTime({ at: 5, text: '3天前' }, seenAt, zone)).toEqual({ at: 5, precisionMs: 1 }));

test('a day is the reader’s own', () =>
  expect(readShownTime({ text: '11-20' }, seenAt, -300)?.at).toBe(Date.parse('2026-11-20T00:00-05:00')));

test('whatever was shown, nothing is thrown and nothing lies in the future', () =>
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -720, max: 840 }), (text, zoneMinutes) => {
      const span = readShownTime({ text }, seenAt, zoneMinutes);
      expect(span === undefined || Number.isFinite(span.at + span.precisionMs)).toBe(true);
    }),
  ));

describe('from the question to the link', () => {
  const poster = (text: string) => ({ role: 'author', pinned: true, reply: false, time: { text } }) as const;
  const asked = (text: string) => ({ where: 'thread', time: { text } }) as const;

  test('two days, known to a day each', () =>
    expect(readAskDelay({ poster: poster('11-20'), asked: asked('11-18') }, seenAt, zone)).toEqual({
      leastMs: day,
      mostMs: 3 * day,
    }));

  test('to the minute', () =>
    expect(readAskDelay({ poster: poster('昨天 12:30'), asked: asked('昨天 12:00') }, seenAt, zone)).toEqual({
      leastMs: 29 * minute,
      mostMs: 31 * minute,
    }));

  test('of one day nobody knows which was first', () => {
    const link = { poster: poster('11-18'), asked: asked('11-18') };
    expect(readAskDelay(link, seenAt, zone)).toEqual({ leastMs: 0, mostMs: day });
    expect(isAskedLater(link, seenAt, zone)).toBe(false);
  });

  test.each([
    ['11-01', '11-18'],
    ['11-17', '11-18'],
    ['昨天 12:30', '昨天 12:31'],
  ])('a link of %s that was there before the question of %s is no answer', (posted, question) => {
    const link = { poster: poster(posted), asked: asked(question) };
    expect(readAskDelay(link, seenAt, zone)).toBeUndefined();
    expect(isAskedLater(link, seenAt, zone)).toBe(true);
  });

  test('without a question, or without a time, there is no delay', () => {
    expect(readAskDelay({ poster: poster('11-20') }, seenAt, zone)).toBeUndefined();
    expect(isAskedLater({ poster: poster('11-20') }, seenAt, zone)).toBe(false);
    expect(readAskDelay({ poster: poster('广东'), asked: asked('11-18') }, seenAt, zone)).toBeUndefined();
  });
});
