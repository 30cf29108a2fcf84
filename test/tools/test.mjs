// `npm test`: runs before anything is installed, so it is plain JavaScript without a dependency.
import { existsSync } from 'node:fs';
import { readOptions } from './options.mjs';
import { ensurePackages } from './packages.mjs';
import { steps } from './steps.mjs';

readOptions('npm test   (no options)', {});
try {
  await ensurePackages();
  process.exitCode = report(await runSteps());
} catch (error) {
  console.error(error.message);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
}

async function runSteps() {
  const results = [];
  for (const step of steps) {
    console.log(`\n── ${step.name}`);
    const start = Date.now();
    const counts = hasAll(step.needs ?? [], results) ? await step.run() : notRun(step);
    results.push({ name: step.name, seconds: (Date.now() - start) / 1000, ...counts });
  }
  return results;
}

function hasAll(needs, results) {
  return needs.every((name) => results.some((result) => result.name === name && result.failed === 0));
}

function notRun(step) {
  console.error(`not run: needs ${step.needs.join(', ')}`);
  return { passed: 0, failed: 1, skipped: 0 };
}

/** Prints the summary; the last line stands alone, for machines. */
function report(results) {
  console.log('');
  for (const { name, seconds, failed } of results) {
    console.log(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(16)}${seconds.toFixed(1).padStart(7)} s`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  const isComplete = skipped === 0 || !existsSync(process.env.BACAO_DATA ?? '../shared');
  if (!isComplete) console.error('Tests were skipped although the captures they read are there.');
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 && isComplete ? 0 : 1;
}
