import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seenIds } from '@/utils/report/seen-ids';

test('an id is new once, for each who owns it', () => {
  const numbers = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer());
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('p-a', 'p-b'), numbers)), (ids) => {
      const [isNew, known] = [seenIds(), new Set<string>()];
      for (const [owner, id] of ids) {
        expect(isNew(owner, id)).toBe(!known.has(`${owner} ${String(id)}`));
        known.add(`${owner} ${String(id)}`);
      }
    }),
  );
});
