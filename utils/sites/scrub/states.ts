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

/** The state with its keys and kinds, and nothing of anybody in it. */
export function scrubState(state: unknown, tools: Tools): unknown {
  const { standIns } = tools;
  return JSON.parse(JSON.stringify(state), function (this: unknown, key: string, value: unknown) {
    // In a list the key is a number: its strings are of the list's kind, which nobody knows.
    if (typeof value === 'string') return scrubString(Array.isArray(this) ? '' : key, value, tools);
    if (typeof value === 'number') return scrubNumber(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [scrubName(name, standIns), inner]));
  });
}
