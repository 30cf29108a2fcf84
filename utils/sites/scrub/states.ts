import { scrubAddress } from './addresses';
import { scrubName } from './names';
import type { Tools } from './types';
import { scrubText } from './texts';

/** Keys whose values are somebody's words, whatever they look like. */
const wordKeys = /name|nick|title|desc|content|text|location|keyword|query|signature|remark|alias/i;
/** A kind of thing, `normal`, `is_author`, or a code: what is longer or has blanks is a text. */
const oneName = /^[\x21-\x7e]{0,60}$/;

function scrubString(key: string, value: string, { standIns, vocabulary }: Tools): string {
  if (/^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(value)) return scrubAddress(value, standIns);
  if (vocabulary.isCount(key, value)) return value;
  const isName = oneName.test(value) && !wordKeys.test(key);
  return isName ? scrubName(value, standIns) : scrubText(value, standIns, vocabulary);
}

/** Places on the globe and days of birth are numbers too. */
function scrubNumber(value: number): number {
  if (!Number.isInteger(value)) return 0.5;
  const digits = String(Math.abs(value)).length;
  return digits <= 2 ? value : Math.sign(value) * 10 ** Math.min(digits - 1, 15);
}

/** The first number that may be a moment in ms, and the first that is too long. */
const [firstMoment, tooLong] = [1e12, 1e13];

/** For each moment one in its place: which came first tells whether a link was asked for, and nothing of anybody. */
function momentsIn(text: string): Map<number, number> {
  const moments = new Set<number>();
  JSON.parse(text, (_key, value: unknown) => {
    if (Number.isSafeInteger(value) && Number(value) >= firstMoment && Number(value) < tooLong)
      moments.add(Number(value));
    return value;
  });
  return new Map([...moments].sort((a, b) => a - b).map((moment, place) => [moment, firstMoment + place]));
}

/** The state with its keys and kinds, and nothing of anybody in it. */
export function scrubState(state: unknown, tools: Tools): unknown {
  const { standIns } = tools;
  const text = JSON.stringify(state);
  const moments = momentsIn(text);
  return JSON.parse(text, function (this: unknown, key: string, value: unknown) {
    // In a list the key is a number: its strings are of the list's kind, which nobody knows.
    if (typeof value === 'string') return scrubString(Array.isArray(this) ? '' : key, value, tools);
    if (typeof value === 'number') return moments.get(value) ?? scrubNumber(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [scrubName(name, standIns), inner]));
  });
}
