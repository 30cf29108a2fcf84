import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const targets = ['chrome-mv3', 'firefox-mv3'] as const;

const root = join(import.meta.dirname, '../../.output');

export function readBuilt(target: (typeof targets)[number], file: string): string {
  const path = join(root, target, file);
  if (!existsSync(path)) throw new Error(`${path} is missing: run \`npm run build\` first`);
  return readFileSync(path, 'utf8');
}
