// `npm run bench`: runs before anything is installed, so it is plain JavaScript without a dependency.
import { fileURLToPath } from 'node:url';
import { readBenchOptions } from '../bench/options.mjs';
import { ensureChromium } from './ensure-browsers.mjs';
import { ensurePackages } from './packages.mjs';
import { runTool } from './run.mjs';

readBenchOptions();
try {
  await ensurePackages();
  const browser = await ensureChromium();
  process.exitCode = await runTool(
    'tsx',
    [fileURLToPath(new URL('../bench/index.ts', import.meta.url)), ...process.argv.slice(2)],
    {
      env: { BACAO_BROWSER: browser },
    },
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
