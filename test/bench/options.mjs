import { readOptions } from '../tools/options.mjs';

const usage = `npm run bench -- [--full] [--only NAME] [--json FILE] [--strict]
  --full        more rounds
  --only NAME   only metrics whose name holds NAME
  --json FILE   writes machine and metrics
  --strict      a missed target fails the run`;

/** What `npm run bench` understands; read before anything is installed. */
export function readBenchOptions() {
  const {
    full = false,
    strict = false,
    only,
    json,
  } = readOptions(usage, {
    full: { type: 'boolean' },
    only: { type: 'string' },
    json: { type: 'string' },
    strict: { type: 'boolean' },
  });
  return { full, strict, only, json };
}
