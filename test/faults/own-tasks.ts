import type { Page } from 'puppeteer-core';
import * as v from 'valibot';

const traced = v.object({
  name: v.string(),
  pid: v.number(),
  tid: v.number(),
  /** Time on the processor in microseconds, whoever else wanted it meanwhile. */
  tdur: v.number(),
  args: v.optional(v.looseObject({ data: v.optional(v.looseObject({ url: v.optional(v.string()) })) })),
});
const trace = v.object({ traceEvents: v.array(v.unknown()) });

type Traced = v.InferOutput<typeof traced>;

/** What our scripts had of a page's thread, by the browser's own account. */
export interface OwnShare {
  calls: number;
  /** Of the thread's time on the processor, 0 to 1. */
  share: number;
}

export async function startTrace(page: Page): Promise<void> {
  await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'] });
}

export async function stopTrace(page: Page): Promise<OwnShare> {
  const text = new TextDecoder().decode(await page.tracing.stop());
  const events = v.parse(trace, JSON.parse(text)).traceEvents.flatMap((each) => {
    const event = v.safeParse(traced, each);
    return event.success ? [event.output] : [];
  });
  const own = events.filter(isOurs);
  const threads = new Set(own.map(threadOf));
  const tasks = events.filter((event) => event.name === 'RunTask' && threads.has(threadOf(event)));
  return { calls: own.length, share: timeOf(own) / timeOf(tasks) };
}

function isOurs({ name, args }: Traced): boolean {
  const isScript = name === 'FunctionCall' || name === 'EvaluateScript';
  return isScript && args?.data?.url?.startsWith('chrome-extension://') === true;
}

function threadOf({ pid, tid }: Traced): string {
  return `${String(pid)} ${String(tid)}`;
}

function timeOf(events: readonly Traced[]): number {
  return events.reduce((sum, { tdur }) => sum + tdur, 0);
}
