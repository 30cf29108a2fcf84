import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { placesOf } from '../faults/places';
import { faults } from '../faults/rows';
import { readReport, toMarkdown, withFigures } from './fault-table';

// Writes the figures of `npm run e2e:faults -- --full --json FILE` into the page of promises:
//   npm run promises -- FILE...

const page = 'docs/promises.md';

const reports = process.argv.slice(2).map((file) => readReport(readFileSync(file, 'utf8')));
if (reports.length === 0) throw new Error('npm run promises -- FILE...');
const text = withFigures(readFileSync(page, 'utf8'), toMarkdown(reports, placesOf(faults)));
writeFileSync(page, await format(text, { ...(await resolveConfig(page)), parser: 'markdown' }));
