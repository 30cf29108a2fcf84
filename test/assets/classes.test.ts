import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../assets/styles');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const sheetsOf = (css: string) => [...css.matchAll(/@import '\.\/(.+?)'/g)].map(([, name = '']) => name);
const pages = readdirSync(folder).filter((name) => sheetsOf(read(name)).length > 0);

/** Classes that a sheet lays out as they stand, whatever else they are part of. */
function laidOut(sheet: string): string[] {
  const rules = [...read(sheet).matchAll(/^(\.[\w-]+) \{([^}]*)\}/gm)];
  return rules.filter(([, , rule = '']) => rule.includes('display:')).map(([, name = '']) => name);
}

test.each(pages)('%s: no sheet lays out anew what another has laid out', (page) => {
  const owners = new Map<string, Set<string>>();
  for (const sheet of sheetsOf(read(page)))
    for (const name of laidOut(sheet)) owners.set(name, (owners.get(name) ?? new Set()).add(sheet));
  expect(owners.size).toBeGreaterThan(2);
  expect([...owners].filter(([, sheets]) => sheets.size > 1)).toEqual([]);
});
