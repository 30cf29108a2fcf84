import { parseArgs } from 'node:util';

/** Reads the command line strictly: anything unknown prints the usage and ends with 2. */
export function readOptions(usage, options) {
  try {
    return parseArgs({ options, allowPositionals: false }).values;
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}
