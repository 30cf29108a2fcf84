import { writeFileSync } from 'node:fs';
import { mistakes, runMistake } from './mutants';
import { readFaultOptions } from './options.mjs';
import { exitCodeOf, type Mutant, toTable } from './report';
import { faults } from './rows';
import { runFaults } from './run';

const { full, only, json } = readFaultOptions();
const isWanted = ({ id, name }: { id: string; name: string }) =>
  only === undefined || id === only || name.includes(only);

const rows = await runFaults(faults.filter(isWanted), {
  full,
  everywhere: full || only !== undefined,
  say: console.log,
});
const mutants: Mutant[] = [];
for (const mistake of mistakes.filter(({ fault }) => isWanted(fault))) mutants.push(await runMistake(mistake));

const report = { faults: rows, mutants };
if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
console.log(`\n${toTable(report)}`);
process.exitCode = exitCodeOf(report);
