// `npm test`: runs before anything is installed, so it is plain JavaScript without a dependency.
import { existsSync } from 'node:fs';
import { readOptions } from './options.mjs';
import { ensurePackages } from './packages.mjs';
import { runStages } from './run-steps.mjs';
import { stagesOf } from './steps.mjs';
import { sayAgain } from './vitest-report.mjs';

const usage = `npm test [-- --all]
  --all  every suite, what watches pages in both browsers, and every fault in one at least: about an hour on two cores, else half of one`;

const { all = false } = readOptions(usage, { all: { type: 'boolean' } });
try {
  await ensurePackages();
  process.exitCode = report(await runStages(stagesOf(all), (words) => process.stdout.write(words)));
} catch (error) {
  console.error(error.message);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
}

/** Prints the summary; the last line stands alone, for machines. */
function report(results) {
  console.log('');
  for (const { name, seconds, failed, names = [] } of results) {
    console.log(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(16)}${seconds.toFixed(1).padStart(7)} s`);
    for (const each of names) console.log(`       ${each}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  const isComplete = skipped === 0 || !existsSync(process.env.BACAO_DATA ?? '../shared');
  if (!isComplete) console.error('Tests were skipped although the captures they read are there.');
  const again = sayAgain(results);
  if (again.length > 0) console.log(`\n${again.join('\n')}`);
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 && isComplete ? 0 : 1;
}
