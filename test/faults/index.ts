import { writeFileSync } from 'node:fs';
import { browserKinds } from '../e2e/browsers';
import { mistakes, runMistake } from './mutants';
import { readFaultOptions } from './options.mjs';
import type { Place } from './fault';
import { exitCodeOf, type Mutant, type Report, toTable } from './report';
import { faults } from './rows';
import { runFaults } from './run';

const { short, full, only, browser, json } = readFaultOptions();
const at = new Date().toISOString();
const isWanted = ({ id, name }: { id: string; name: string }) =>
  only === undefined || only.split(',').some((each) => id === each || name.includes(each));
const kinds = browserKinds.filter((kind) => browser === undefined || kind === browser);

const rows = await runFaults(faults.filter(isWanted), {
  full,
  places: placesOf(),
  kinds,
  say: console.log,
});
const mutants: Mutant[] = [];
for (const mistake of mistakes.filter((each) => isWanted(each.fault) && kinds.includes(each.browser)))
  mutants.push(await runMistake(mistake));

const report: Report = { at, faults: rows, mutants };
if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
console.log(`\n${toTable(report)}`);
process.exitCode = exitCodeOf(report);

/** Whoever asks for a row by name wants it in both browsers. */
function placesOf(): readonly Place[] {
  if (full || only !== undefined) return ['short', 'usual', 'full'];
  return short ? ['short'] : ['short', 'usual'];
}
