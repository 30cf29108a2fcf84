// `npm start`: runs before anything is installed, so it is plain JavaScript without a dependency.
import { ensureChromium, ensureFont } from './ensure-browsers.mjs';
import { ensurePackages } from './packages.mjs';
import { runTool } from './run.mjs';
import { readStartOptions } from './start-options.mjs';

readStartOptions();
try {
  await ensurePackages();
  const browser = await ensureChromium();
  await ensureFont();
  if ((await runTool('wxt', ['build'])) !== 0) throw new Error('The extension could not be built.');
  const code = await runTool('tsx', ['test/tools/walk.ts', ...process.argv.slice(2)], {
    env: { BACAO_BROWSER: browser },
  });
  // 130 is Ctrl-C, the way to end it.
  process.exitCode = code === 130 ? 0 : code;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
