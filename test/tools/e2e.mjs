// `npm run e2e`: builds both browsers' extension and runs the end-to-end tests alone.
import { readOptions } from './options.mjs';
import { runTool } from './run.mjs';

const usage = `npm run e2e -- [--full] [--only NAME] [--json FILE]
  --full        more rounds
  --only NAME   only tests whose name holds NAME
  --json FILE   vitest's report`;

const { full, only, json } = readOptions(usage, {
  full: { type: 'boolean' },
  only: { type: 'string' },
  json: { type: 'string' },
});

const builds = [await runTool('wxt', ['build']), await runTool('wxt', ['build', '-b', 'firefox'])];
const args = ['run', '--project', 'e2e', '--reporter=default'];
if (only) args.push('-t', only);
if (json) args.push('--reporter=json', `--outputFile.json=${json}`);
const env = full ? { BACAO_FULL: '1' } : {};
process.exitCode = builds.every((code) => code === 0) ? await runTool('vitest', args, { env }) : 1;
