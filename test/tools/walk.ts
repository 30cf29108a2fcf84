import { readStartOptions } from './start-options.mjs';
import { walkHeadless } from './walk/headless';
import { openWindow } from './walk/window';

/** The part of `npm start` that needs the packages: in a window for a person, or by itself. */
async function main(): Promise<void> {
  const options = readStartOptions();
  if (!options.headless) return openWindow();
  const report = await walkHeadless(options);
  if (report.failed.length > 0) process.exitCode = 1;
}

await main();
