// `npm run e2e:faults`: runs before anything is installed, so it is plain JavaScript without a dependency.
import { readFaultOptions } from '../faults/options.mjs';
import { ensureChromium, ensureFirefox } from './ensure-browsers.mjs';
import { ensurePackages } from './packages.mjs';
import { runTool } from './run.mjs';

readFaultOptions();
try {
  await ensurePackages();
  await ensureChromium();
  await ensureFirefox();
  const builds = [await runTool('wxt', ['build']), await runTool('wxt', ['build', '-b', 'firefox'])];
  const isBuilt = builds.every((code) => code === 0);
  process.exitCode = isBuilt ? await runTool('tsx', ['test/faults/index.ts', ...process.argv.slice(2)]) : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
