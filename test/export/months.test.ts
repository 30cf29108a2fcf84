import { describe, expect, test } from 'vitest';
import { bundleFile } from './collect';
import { exportedAt, madeTerms } from './made-terms';
import * as made from './made-rows';
import { simulate, sourceOf } from './simulate';

const day = 86_400_000;
const undated = made.order(0, { orderedAt: undefined, paidAt: undefined } as never);
const { happenings } = simulate({ seed: 4, sessions: 8, cards: 12, comments: 2, adShare: 0.3 });

/** The folders of a table, by an export at this time. */
async function foldersAt(at: number, table: string): Promise<string[]> {
  const terms = { ...madeTerms({ participant: { observedTo: at } }), exportedAt: at };
  const source = sourceOf({ happenings, orders: [undated] });
  const { bundle } = await bundleFile(source, terms, { format: 'parquet' });
  return bundle.files.flatMap(({ path, table: of, rows }) => (of === table && rows > 0 ? [path] : []));
}

// Whatever lies in another folder next time is twice in the pool.
describe('two exports put a row into one month', () => {
  test.each(['orders', 'aggregates', 'quality', 'exposures'])('%s', async (table) => {
    const first = await foldersAt(exportedAt, table);
    expect(first.length).toBeGreaterThan(0);
    for (const path of first) expect(path).toContain('month=2026-11');
    expect(await foldersAt(exportedAt + 60 * day, table)).toEqual(first);
  });
});
