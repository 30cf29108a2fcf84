import { expect } from 'vitest';

/** An expectation that may take a moment to come true: asks again until it does, and shows the difference if it never does. */
export function eventually<T>(probe: () => T | Promise<T>, timeout = 30_000) {
  return expect.poll(probe, { timeout, interval: 50 });
}
