import { parseArgs } from 'node:util';

/** Reads the command line strictly: `--help` prints the usage, anything unknown does so too and ends with 2. */
export function readOptions(usage, options) {
  try {
    const { help, ...values } = parseArgs({
      options: { ...options, help: { type: 'boolean' } },
      allowPositionals: false,
    }).values;
    if (!help) return values;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}
