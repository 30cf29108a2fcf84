// `npm run pooling [-- PARTICIPANTS]`: exports of made-up participants in the engines that pool them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages } from '../tools/packages.mjs';
import { root, runNpm, runTool } from '../tools/run.mjs';

await ensurePackages();
const here = join(root, 'test/pooling');
if (!existsSync(join(here, 'node_modules/.package-lock.json'))) {
  console.log('Installing DuckDB and ClickHouse, 600 MB …');
  // Not `ci`: a lock file made on one system lacks what chdb needs on another. Versions are exact all the same.
  const code = await runNpm(['install', '--prefix', here, '--no-audit', '--no-fund']);
  if (code !== 0) process.exit(code);
}
process.exit(await runTool('tsx', [join(here, 'check.ts'), ...process.argv.slice(2)]));
