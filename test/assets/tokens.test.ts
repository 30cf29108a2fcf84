import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../assets/styles/tokens.css'), 'utf8');

/** The tokens of the rule with this selector. */
function tokensOf(selector: string): string[] {
  const from = css.indexOf(`${selector} {`);
  const rule = css.slice(from, css.indexOf('}', from));
  const lines = rule.split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('--'));
}

test('dark is the same, whether the browser or the person asks for it', () => {
  const asked = tokensOf(":root:not([data-theme='light'])");
  expect(asked.length).toBeGreaterThan(20);
  expect(tokensOf(":root[data-theme='dark']")).toEqual(asked);
});
