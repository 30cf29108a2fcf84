import * as v from 'valibot';
import type { Buyers } from '../core/buyers';
import { short, time } from './fields';

const mark = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/));
const marks = v.pipe(v.array(mark), v.maxLength(100));

const buyers = v.object({
  salt: mark,
  mine: marks,
  others: marks,
  asked: v.exactOptional(v.object({ mark, platform: short, orders: v.pipe(v.number(), v.safeInteger()), at: time })),
});

/** @returns undefined where there is none, or nobody can read it: then the next order page begins anew */
export function decodeBuyers(raw: unknown): Buyers | undefined {
  const read = v.safeParse(buyers, raw);
  return read.success ? read.output : undefined;
}
