const pollMs = 25;

function nextPoll(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pollMs));
}

/** Asks again until `probe` gives a value; `what` is the sentence a failed run shows. */
export async function waitUntil<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  timeoutMs = 30_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  do {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    await nextPoll();
  } while (Date.now() < end);
  throw new Error(`Waited ${String(timeoutMs / 1000)} s in vain: ${what}`);
}
