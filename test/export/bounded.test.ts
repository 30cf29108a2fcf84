import { expect, test } from 'vitest';
import type { ExposureEvent } from '@/utils/core/units';
import { makeBundle, type BundleHeld } from '@/utils/export/write/bundle';
import { bundleFormats } from '@/utils/export/write/table-set';
import * as made from './made-rows';
import { madeTerms } from './made-terms';

/** Lists of fifty cards, one after the other, made as they are asked for. */
async function* lists(count: number, every: number, cards = 50): AsyncGenerator<ExposureEvent[]> {
  for (let list = 0; list < count; list += 1) {
    const visit = `v${String(list)}`;
    const card = (place: number) =>
      made.card(list * every, visit, {
        id: `${visit}-${String(place)}`,
        unit: { key: `card:${String(place)}`, position: place, noteId: `${String(list)}n${String(place)}` },
      });
    yield Array.from({ length: cards }, (_card, place) => card(place));
  }
}

const nobody = async function* () {};

async function mostHeld(happenings: AsyncIterable<ExposureEvent[]>, format: (typeof bundleFormats)[number]) {
  const most: BundleHeld = { units: 0, rows: 0, bytes: 0 };
  const onHeld = (held: BundleHeld) => {
    for (const name of ['units', 'rows', 'bytes'] as const) most[name] = Math.max(most[name], held[name]);
  };
  const source = { happenings, orders: nobody(), linksOn: async () => [], dropped: () => 0, droppedLines: () => 0 };
  const terms = madeTerms({ participant: { observedTo: Date.UTC(2030, 0) } });
  const { stream, files } = await makeBundle(source, terms, { format, onHeld });
  let largest = 0;
  for await (const chunk of stream) largest = Math.max(largest, chunk.length);
  return { most, largest, rows: files.reduce((sum, { rows }) => sum + rows, 0) };
}

// Ten times the rows, and no more in memory: page views of half an hour, some rows that wait, a part of each file.
test.each(bundleFormats)(
  '%s holds no more for a longer life',
  async (format) => {
    const short = await mostHeld(lists(30, 3 * made.minute), format);
    const long = await mostHeld(lists(300, 3 * made.minute), format);
    expect([short.rows > 1_500, long.rows > 15_000]).toEqual([true, true]);
    expect(long.most.units).toBe(short.most.units);
    expect(long.most.units).toBeLessThan(800);
    expect(long.most.bytes).toBeLessThan(2_000_000);
    expect(long.largest).toBeLessThanOrEqual(1 << 21);
  },
  120_000,
);

test('the files of many months together hold two row groups', async () => {
  const { most, rows } = await mostHeld(lists(900, 24 * 60 * made.minute), 'parquet');
  expect(rows).toBeGreaterThan(45_000);
  expect(most.rows).toBeLessThanOrEqual(43_000);
}, 120_000);

test('one list without end is cut', async () => {
  const { most } = await mostHeld(lists(1, 0, 12_000), 'ndjson');
  expect(most.units).toBeLessThanOrEqual(5_000);
}, 60_000);
