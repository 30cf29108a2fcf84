import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evidenceName, ruleNames, versionName } from '@/utils/export/rule-names';
import * as rules from '@/utils/sites/xiaohongshu/rules';

const kept = join(import.meta.dirname, '../fixtures/rules/xiaohongshu');
const sets = readdirSync(kept).map((name) => JSON.parse(readFileSync(join(kept, name), 'utf8')) as object);

/** What a set of rules calls those that find links, labels and signs. */
function namesIn(set: object): string[] {
  return Object.entries(set).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'stateRules') return (value as [string][]).map(([id]) => id);
    return /^by[A-Z]/.test(name) ? [String(value)] : [];
  });
}

test('every rule that there is or was has its name in an export', () => {
  expect(sets.length).toBeGreaterThan(5);
  const all = [rules, ...sets].flatMap(namesIn);
  expect(new Set(all)).toEqual(ruleNames);
});

test('every stamp that there is or was is one', () => {
  for (const set of [rules, ...sets]) {
    const version = String(Reflect.get(set, 'ruleVersion'));
    expect(versionName(version)).toBe(version);
  }
});

test.each([
  [['L2 model_type', 'L3 label'], 'L2.model_type|L3.label'],
  [['L3 label', '王小明', 'L2 <script>', `L2 ${'x'.repeat(99)}`], 'L3.label|L2.other'],
  [['L2 a5f0e6c81b2d7e90'], 'L2.other'],
  [['L2 xiaoming', 'L4 xiaoming'], 'L2.other|L4.other'],
  [['L2 ads\nxiaoming'], 'L2.other'],
  [['L9 label', ' L2 ads', '王小明'], null],
  [[], null],
  [undefined, null],
])('evidence %j is %s', (signals, text) => expect(evidenceName(signals)).toBe(text));

test.each([
  ['2026-11-30.4', '2026-11-30.4'],
  ['2026-11-28', '2026-11-28'],
  ['0.1.0', '0.1.0'],
  ['王小明', 'other'],
  ['5ff0e6410000000001008400', 'other'],
  ['2026-11-30.4 王小明', 'other'],
  ['2026-11-30.4\n', 'other'],
  ['1000003443', 'other'],
  ['', 'other'],
])('the version %j is %s', (version, name) => expect(versionName(version)).toBe(name));
