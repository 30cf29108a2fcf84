// `npm run e2e`: builds both browsers' extension and runs the end-to-end tests alone.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from './options.mjs';
import { root, runTool } from './run.mjs';

const usage = `npm run e2e -- [--full] [--only NAME] [--json FILE]
  --full        more rounds
  --only NAME   only the suites whose file name holds NAME
  --json FILE   vitest's report`;

const { full, only, json } = readOptions(usage, {
  full: { type: 'boolean' },
  only: { type: 'string' },
  json: { type: 'string' },
});

const suites = readdirSync(join(root, 'test/e2e')).filter((file) => file.endsWith('.e2e.ts'));
const named = only ? suites.filter((file) => file.includes(only)) : [];
if (only && named.length === 0) {
  console.error(`No suite is named ${only}: ${suites.map((file) => file.replace('.e2e.ts', '')).join(', ')}`);
  process.exit(2);
}

const builds = [await runTool('wxt', ['build']), await runTool('wxt', ['build', '-b', 'firefox'])];
const args = ['run', '--project', 'e2e', '--reporter=default'];
args.push(...named.map((file) => `test/e2e/${file}`));

if (json) args.push('--reporter=json', `--outputFile.json=${json}`);
const env = full ? { BACAO_FULL: '1' } : {};
process.exitCode = builds.every((code) => code === 0) ? await runTool('vitest', args, { env }) : 1;
