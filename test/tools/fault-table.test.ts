import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { placesOf } from '../faults/places';
import { faults } from '../faults/rows';
import { type FaultReport, missingOn, readReport, toMarkdown, withFigures } from './fault-table';

const row: FaultReport['faults'][number] = {
  id: 'F9',
  name: 'no room',
  browser: 'chromium',
  injected: true,
  ok: true,
  why: '',
  expected: 'told',
  told: 'No room: …',
  ...{ tries: 20, sent: 40, acked: 30, stored: 30, duplicates: 0 },
};
const made = (at: string, ...faults: FaultReport['faults']): FaultReport => ({ at, faults, mutants: [] });

test('rows of several runs are one table, in the order of their numbers; of the same row the last run counts', () => {
  const table = toMarkdown([
    made('2026-11-29T08:00:00Z', { ...row, tries: 21 }),
    made('2026-11-28T08:00:00Z', row, { ...row, id: 'F10', told: undefined, expected: 'all' }),
    made('2026-11-29T09:00:00Z', { ...row, id: 'F9', browser: 'firefox', injected: false, ok: false, why: 'no | way' }),
  ]);
  expect(table.split('\n').filter((line) => line.startsWith('| F'))).toEqual([
    '| F9 no room | Chromium | what is lost is told | 21 | 40 | 30 | 30 | 0 | yes |',
    '| F9 no room | Firefox | not injected | – | – | – | – | – | – |',
    '| F10 no room | Chromium | all is stored | 20 | 40 | 30 | 30 | 0 | – |',
  ]);
  expect(table).toContain('Run on 2026-11-28 and 2026-11-29.');
  expect(table).toContain('- Not injected: F9 in Firefox: no | way\n');
});

test('what failed says so', () => {
  const report = { ...made('2026-11-29T08:00:00Z', { ...row, ok: false, why: '1 stored more than once' }) };
  report.mutants = [{ name: 'no canary', row: 'F14 chromium', caught: false }];
  const table = toMarkdown([report]);
  expect(table).toContain('| FAILED: 1 stored more than once |');
  expect(table).toContain('- NOT CAUGHT: no canary (F14 chromium)');
});

test('what is no report is refused', () => {
  expect(() => readReport('{"faults":[{"id":"F1"}],"mutants":[]}')).toThrow();
});

test('figures stand in the place of the old ones', () => {
  const page = 'a\n\n<!-- figures -->\n\nold\n\n<!-- /figures -->\n\nb\n';
  expect(withFigures(page, 'new')).toBe('a\n\n<!-- figures -->\n\nnew\n\n<!-- /figures -->\n\nb\n');
  expect(() => withFigures('a', 'new')).toThrow('The page has no');
});

test('a row that no run holds says so, and why it cannot be injected', () => {
  const places = [
    { id: 'F9', name: 'no room', browser: 'chromium' },
    { id: 'F9', name: 'no room', browser: 'firefox' },
    { id: 'F10', name: 'no queue', browser: 'firefox', not: 'no bound' },
    { id: 'F10', name: 'no queue', browser: 'chromium', not: 'no bound' },
  ] as const;
  const table = toMarkdown([made('2026-11-29T08:00:00Z', row)], places);
  expect(table.split('\n').filter((line) => line.startsWith('| F'))).toEqual([
    '| F9 no room | Chromium | what is lost is told | 20 | 40 | 30 | 30 | 0 | yes |',
    '| F9 no room | Firefox | not run in the full form yet | – | – | – | – | – | – |',
    '| F10 no queue | Chromium | not injected | – | – | – | – | – | – |',
    '| F10 no queue | Firefox | not injected | – | – | – | – | – | – |',
  ]);
  expect(table).toContain('- Not injected: F10 in Chromium and Firefox: no bound\n');
  const page = withFigures('<!-- figures --><!-- /figures -->', table);
  expect(missingOn(page, places)).toEqual([]);
  expect(missingOn(page.replace('F9 no room | Firefox', 'F1 no room | Firefox'), places)).toEqual(['F9 firefox']);
  expect(missingOn(page.replace('<!-- /figures -->', ''), places)).toEqual(['<!-- figures --> … <!-- /figures -->']);
});

test('the suite has a row for every fault, and the page of promises a line for each row in each browser', () => {
  const numbers = new Set(faults.map(({ id }) => Number(/^F(\d+)/.exec(id)?.[1])));
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_each, place) => place + 1));
  expect(missingOn(readFileSync('docs/promises.md', 'utf8'), placesOf(faults))).toEqual([]);
});
