import type { LinkReading, ShownTime } from './types';

/** A moment known as far as its page said: not before `at`, and less than `precisionMs` later. */
export interface TimeSpan {
  at: number;
  precisionMs: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const units: readonly [RegExp, number][] = [
  [/^(?:秒|sec)/i, 1_000],
  [/^(?:分|min|m$)/i, minute],
  [/^(?:小[时時]|hour|h$)/i, hour],
  [/^(?:天|day|d$)/i, day],
  [/^(?:周|週|星期|week|w$)/i, 7 * day],
  [/^(?:[个個]?月|month)/i, 31 * day],
  [/^(?:年|year)/i, 366 * day],
];

/** Whether 3天前 was rounded, cut or counted by the calendar nobody knows: one unit on each side. */
function readAgo(text: string, seenAt: number): TimeSpan | undefined {
  const [, count, word = ''] = /^(\d{1,3}) ?([^\s\d]{1,7}?) ?(?:前|ago)/i.exec(text) ?? [];
  const unit = units.find(([form]) => form.test(word))?.[1];
  if (count === undefined || unit === undefined) return undefined;
  return { at: seenAt - (Number(count) + 1) * unit, precisionMs: 2 * unit };
}

/** The day and, where the text has it, the minute; `start` is that day's midnight as if it were UTC. */
function withClock(start: number, text: string): TimeSpan {
  const [, hours, minutes] = /\b(\d{1,2}):(\d{2})\b/.exec(text) ?? [];
  if (hours === undefined) return { at: start, precisionMs: day };
  return { at: start + Number(hours) * hour + Number(minutes) * minute, precisionMs: minute };
}

const nearDays: readonly [RegExp, number][] = [
  [/^(?:今天|today)/i, 0],
  [/^(?:昨天|yesterday)/i, 1],
  [/^前天/, 2],
];

/** 2025-11-20, 11-20, 11月20日; without a year the last such day that has begun. */
function readDate(text: string, now: number): number | undefined {
  const match = /^(?:(\d{4})[-/年.])?(\d{1,2})[-/月.](\d{1,2})(?!\d)/.exec(text);
  if (!match) return undefined;
  const [, year, month, date] = match;
  const thisYear = new Date(now).getUTCFullYear();
  const start = (inYear: number) => Date.UTC(inYear, Number(month) - 1, Number(date));
  const at = year === undefined && start(thisYear) > now ? start(thisYear - 1) : start(Number(year ?? thisYear));
  const isReal = new Date(at).getUTCDate() === Number(date) && new Date(at).getUTCMonth() === Number(month) - 1;
  return isReal ? at : undefined;
}

function readDay(text: string, now: number): TimeSpan | undefined {
  const near = nearDays.find(([form]) => form.test(text))?.[1];
  const start = near === undefined ? readDate(text, now) : now - (now % day) - near * day;
  return start === undefined ? undefined : withClock(start, text);
}

/**
 * The moment that a page's words stand for. Words are relative to when they were read, and dates are the reader's own.
 * @param zoneMinutes to add to UTC for the wall clock of who saw the page
 */
export function readShownTime({ at, text = '' }: ShownTime, seenAt: number, zoneMinutes: number): TimeSpan | undefined {
  if (at !== undefined) return { at, precisionMs: 1 };
  const words = text.trim().replace(/^(?:编辑于|編輯於|发布于|發佈於|edited|posted) ?/i, '');
  if (/^(?:刚刚|剛剛|just now)/i.test(words)) return { at: seenAt - minute, precisionMs: minute };
  const local = readDay(words, seenAt + zoneMinutes * minute);
  return local ? { ...local, at: local.at - zoneMinutes * minute } : readAgo(words, seenAt);
}

type Answer = Pick<LinkReading, 'poster' | 'asked'>;

/** How long after the question the link was there, at least and at most; less than nothing where it was there before. */
function readGap({ poster, asked }: Answer, seenAt: number, zoneMinutes: number) {
  const posted = poster?.time && readShownTime(poster.time, seenAt, zoneMinutes);
  const question = asked?.time && readShownTime(asked.time, seenAt, zoneMinutes);
  if (!posted || !question) return undefined;
  const gap = posted.at - question.at;
  return { leastMs: gap - question.precisionMs, mostMs: gap + posted.precisionMs };
}

/** Whether the link was there before anybody asked: no answer, however close it stands to the question. */
export function isAskedLater(link: Answer, seenAt: number, zoneMinutes: number): boolean {
  const gap = readGap(link, seenAt, zoneMinutes);
  return gap !== undefined && gap.mostMs <= 0;
}

/**
 * How long after the question the link was there; a pair, since both moments are known to a precision only. Undefined
 * where one of them is not known, and where the link was there before.
 */
export function readAskDelay(
  link: Answer,
  seenAt: number,
  zoneMinutes: number,
): { leastMs: number; mostMs: number } | undefined {
  const gap = readGap(link, seenAt, zoneMinutes);
  return gap && gap.mostMs > 0 ? { ...gap, leastMs: Math.max(0, gap.leastMs) } : undefined;
}
