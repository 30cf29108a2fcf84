// `npm run e2e`: builds both browsers' extension and runs the end-to-end tests alone.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, ensureFirefox } from './ensure-browsers.mjs';
import { readOptions } from './options.mjs';
import { ensurePackages } from './packages.mjs';
import { root, runTool } from './run.mjs';
import { runVitest, sayAgain } from './vitest-report.mjs';

const usage = `npm run e2e -- [--full] [--once] [--only NAME] [--json FILE]
  --full        more rounds, both browsers in every suite, and no second try
  --once        no second try
  --only NAME   only the suites whose file name holds NAME
  --json FILE   vitest's report`;

const { full, once, only, json } = readOptions(usage, {
  full: { type: 'boolean' },
  once: { type: 'boolean' },
  only: { type: 'string' },
  json: { type: 'string' },
});

const suites = readdirSync(join(root, 'test/e2e')).filter((file) => file.endsWith('.e2e.ts'));
const named = only ? suites.filter((file) => file.includes(only)) : [];
if (only && named.length === 0) {
  console.error(`No suite is named ${only}: ${suites.map((file) => file.replace('.e2e.ts', '')).join(', ')}`);
  process.exit(2);
}

await ensurePackages();
await ensureChromium();
await ensureFirefox();
const builds = [await runTool('wxt', ['build']), await runTool('wxt', ['build', '-b', 'firefox'])];
if (builds.some((code) => code !== 0)) process.exit(1);

const args = named.map((file) => `test/e2e/${file}`);
if (once) args.push('--retry=0');
const counts = await runVitest('e2e', { args, json, env: full ? { BACAO_FULL: '1' } : {} });
const again = sayAgain([counts]);
if (again.length > 0) console.log(`\n${again.join('\n')}`);
process.exitCode = counts.failed === 0 ? 0 : 1;
