export interface FaultOptions {
  short: boolean;
  full: boolean;
  only: string | undefined;
  browser: string | undefined;
  json: string | undefined;
}

/** What `npm run e2e:faults` understands; read before anything is installed. */
export function readFaultOptions(): FaultOptions;
