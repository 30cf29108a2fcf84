import { cpus, loadavg, platform, release, totalmem } from 'node:os';

/** What the figures were taken on: a ratio travels, a millisecond does not. */
export function describeMachine(browser: string) {
  return {
    browser,
    system: `${platform()} ${release()}`,
    node: process.version,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    /** How many programs wanted to run at once while we measured, over the last 5 minutes. */
    load: Number((loadavg()[1] ?? 0).toFixed(2)),
    at: new Date().toISOString(),
  };
}
