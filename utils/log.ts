/** The last lines of what went wrong, for a report the person may copy. Names and places only: never text, titles, ids. */

interface LogArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const logKey = 'log';
const maxLines = 50;

/** @param area session storage: the log ends with the browser */
export function logger(area: LogArea, now: () => number) {
  let last: Promise<void> = Promise.resolve();
  const add = async (line: string) => {
    const lines: unknown = (await area.get(logKey))[logKey];
    await area.set({ [logKey]: [...(Array.isArray(lines) ? lines : []), line].slice(-maxLines) });
  };
  /** Notes an error by its name and the place that caught it. */
  return (place: string, error: unknown): void => {
    const name = error instanceof Error ? error.name : typeof error;
    const line = `${new Date(now()).toISOString()} ${place} ${name}`;
    last = last.then(() => add(line)).catch(() => undefined); // a log that fails must not fail its caller
  };
}
