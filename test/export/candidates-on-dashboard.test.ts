import { expect, test } from 'vitest';
import type { Happening } from '@/utils/export/terms';
import { localTally } from '@/utils/report/local';
import { carried, follow, reached, seen, short } from './made-candidates';
import * as made from './made-rows';

test('a short link that was followed and led to goods is counted on the dashboard as in an export', () => {
  const outside = (life: Happening[]) => {
    const own = localTally(() => undefined);
    for (const event of life) own.add(event);
    return own.report().byCategory;
  };
  const later = (event: Happening, minutes: number) => ({ ...event, at: event.at + minutes * made.minute });
  // As many visits as a figure takes.
  const unit = carried(short);
  const life = Array.from({ length: 30 }, (_, no) => made.openNote(no * 60 * made.minute, `v${String(no)}`, { unit }));
  const [sight, click, land] = [seen(), follow(1_000), reached(2_000)];
  expect(outside([life[0]!, sight, click, ...life.slice(1)])).toEqual([]);
  expect(outside([life[0]!, sight, click, land, ...life.slice(1)])).toMatchObject([
    { name: 'unknown', loaded: { value: 1, units: 30 } },
  ]);
  // Not of the visits that were over when it was followed.
  const late = [life[0]!, life[1]!, { ...sight, visit: 'v1' }, ...[click, land].map((each) => later(each, 60))];
  const shares = (of: Happening[]) => outside(of).map(({ loaded }) => 'value' in loaded && loaded.value);
  expect(shares([...late, ...life.slice(2)])).toEqual([29 / 30]);
  // A page may stand open long after the person has left it.
  const left = { ...life[0]!, durationMs: 50 * made.minute };
  const states = [0, 5].map((minute) => ({ afterMs: minute * made.minute, ratio: 1, active: minute === 0 }));
  const followed = [sight, ...[click, land].map((each) => later(each, 45))];
  expect(shares([{ ...left, states }, ...followed, ...life.slice(1)])).toEqual([29 / 30]);
  expect(shares([left, ...followed, ...life.slice(1)])).toEqual([1]);
});
