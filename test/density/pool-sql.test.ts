import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fewest } from '@/utils/core/density-report';
import { studentT, z95 } from '@/utils/core/student-t';

describe.each(['pool.sql', 'pool.clickhouse.sql'])('the interval of %s', (file) => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/pooling', file), 'utf8');
  const question = text.slice(text.indexOf('-- 1.'), text.indexOf('-- 2.'));

  test('is that of utils/density, to the last digit', () => {
    const [z, ...terms] = [...question.matchAll(/\b\d\.\d{10,}/g)].map(Number);
    expect([z, terms.length]).toEqual([z95, 4]);
    for (const freedom of [4, 5, 9, 30, 1_000]) {
      const t = terms.reduce((sum, term, place) => sum + term / freedom ** (place + 1), z95);
      expect(Math.abs(t - studentT(freedom))).toBeLessThan(1e-12);
    }
  });

  test('is none where the screen says too few', () =>
    expect(question).toContain(`m < ${String(fewest.clusters)} OR nn < ${String(fewest.units)}`));
});
