import { readOptions } from '../tools/options.mjs';

const usage = `npm run e2e:faults -- [--short | --full] [--only NAME] [--browser NAME] [--json FILE]
  --short         the rows that npm test has time for, each in the browsers that show most
  --full          every row in every browser, at least 20 tries each
  --only NAME     only the rows of that id (F4), or whose name holds NAME; several with commas
  --browser NAME  chromium or firefox alone
  --json FILE     writes the rows`;

/** What `npm run e2e:faults` understands; read before anything is installed. */
export function readFaultOptions() {
  const {
    short = false,
    full = false,
    only,
    browser,
    json,
  } = readOptions(usage, {
    short: { type: 'boolean' },
    full: { type: 'boolean' },
    only: { type: 'string' },
    browser: { type: 'string' },
    json: { type: 'string' },
  });
  return { short, full, only, browser, json };
}
