import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The rules of a site as data that can be stored: regular expressions become `{ regexp, flags }`. */
export type RuleSet = Record<string, unknown>;

const folder = join(import.meta.dirname, '../../fixtures/rules/xiaohongshu');

interface StoredForm {
  regexp: string;
  flags: string;
}

function isForm(value: unknown): value is StoredForm {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'regexp');
}

function toStored(_key: string, value: unknown): unknown {
  return value instanceof RegExp ? { regexp: value.source, flags: value.flags } : value;
}

/** What `import * as rules` gives, as it would be stored. */
export function storeRules(rules: object): string {
  return `${JSON.stringify({ ...rules }, toStored, 2)}\n`;
}

function toSource(value: unknown): string {
  if (isForm(value)) return `new RegExp(${JSON.stringify(value.regexp)}, ${JSON.stringify(value.flags)})`;
  return Array.isArray(value) ? `[${value.map(toSource).join(', ')}]` : JSON.stringify(value);
}

/** A module that exports the set as the rules do. */
export function toModule(set: RuleSet): string {
  return Object.entries(set)
    .map(([name, value]) => `export const ${name} = ${toSource(value)};`)
    .join('\n');
}

/** Sets up to 2026-11-29.4 had one form for the keys of a state, and of two keys the code knew what they must hold. */
export function withStateRules(set: RuleSet): RuleSet {
  if (set['stateRules'] !== undefined || set['adKeys'] === undefined) return set;
  const whole = (key: string): StoredForm => ({ regexp: `^${key}$`, flags: '' });
  return {
    ...set,
    stateRules: [
      ['model_type', whole('model_type'), 'ads'],
      ['note_attributes', whole('note_attributes'), 'goods'],
      ['other', set['adKeys']],
    ],
  };
}

export function listVersions(): string[] {
  return readdirSync(folder)
    .map((name) => name.replace(/\.json$/, ''))
    .sort();
}

/** @param version a stored version, or the path of a file */
export function readRuleSet(version: string): RuleSet {
  const path = existsSync(version) ? version : join(folder, `${version}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as RuleSet;
}

export function readStored(version: string): string | undefined {
  const path = join(folder, `${version}.json`);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/**
 * Stores a set under its version.
 * @throws {Error} when another one is stored under that: rows that were read by it bear the version
 */
export function keepRules(version: string, text: string, into = folder): void {
  const path = join(into, `${version}.json`);
  if (existsSync(path) && readFileSync(path, 'utf8') !== text)
    throw new Error(
      `${version} is stored and holds other rules: raise ruleVersion, or remove the set if it was never shipped.`,
    );
  writeFileSync(path, text);
}
