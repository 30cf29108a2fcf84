import { writeFileSync } from 'node:fs';
import type { Bench, Benchmark } from './benchmark';
import { browserVersion } from './browser';
import { buildExtension } from './build';
import { describeMachine } from './machine';
import { billsImport } from './metrics/bills-import';
import { contentFeed } from './metrics/content-feed';
import { contentNote } from './metrics/content-note';
import { contentSize } from './metrics/content-size';
import { itemsScroll } from './metrics/items-scroll';
import { itemsSearch } from './metrics/items-search';
import { exportBundle } from './metrics/export-bundle';
import { linksResolve } from './metrics/links-resolve';
import { popupPaint } from './metrics/popup-paint';
import { popupSearch } from './metrics/popup-search';
import { readBenchOptions } from './options.mjs';
import { exitCodeOf, toTable } from './report';
import { runAll } from './run-all';

const benchmarks: readonly Benchmark[] = [
  contentSize,
  popupPaint,
  popupSearch,
  contentFeed,
  contentNote,
  itemsScroll,
  itemsSearch,
  linksResolve,
  exportBundle,
  billsImport,
];
const { full, only = '', json, strict } = readBenchOptions();
let built: Promise<string> | undefined;
const bench: Bench = { full, say: console.log, extension: () => (built ??= buildExtension()) };

const outcome = await runAll(benchmarks, bench, only);
const machine = describeMachine(browserVersion());
if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine, ...outcome }, null, 2)}\n`);
console.log(`\n${Object.values(machine).join(' · ')}\n\n${toTable(outcome)}`);
process.exitCode = exitCodeOf(outcome, strict);
