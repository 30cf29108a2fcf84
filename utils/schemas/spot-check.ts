import * as v from 'valibot';
import { mostChecks, verdicts, type SpotCheck } from '../core/spot-checks';
import { short, time } from './fields';

const fields = {
  key: v.pipe(v.string(), v.minLength(1), v.maxLength(2_200)),
  noteId: short,
  isAd: v.boolean(),
  rules: short,
  says: v.picklist(verdicts),
  coder: v.picklist([1, 2]),
  told: v.exactOptional(v.literal(true)),
  shownAt: v.exactOptional(time),
};

/** As a page of ours tells it; when it was said the background stamps. */
export const spotCheck = v.object(fields);

const kept = v.object({ ...fields, at: time });

/** One that nobody can read costs no other. */
export function decodeSpotChecks(raw: unknown): SpotCheck[] {
  if (!Array.isArray(raw)) return [];
  return raw.slice(-mostChecks).flatMap((each: unknown) => {
    const read = v.safeParse(kept, each);
    return read.success ? [read.output] : [];
  });
}
