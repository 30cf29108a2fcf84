import * as v from 'valibot';

/** A finished piece of work in a trace of Chromium. */
export interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Start, in µs. */
  ts: number;
  /** Time passed, and time on the processor where the system tells. */
  dur: number;
  tdur?: number | undefined;
  url: string;
}

const shape = v.object({ traceEvents: v.array(v.unknown()) });
const work = v.object({
  name: v.picklist(['FunctionCall', 'EvaluateScript', 'v8.compile']),
  ph: v.literal('X'),
  pid: v.number(),
  tid: v.number(),
  ts: v.number(),
  dur: v.number(),
  tdur: v.optional(v.number()),
  args: v.object({ data: v.object({ url: v.string() }) }),
});

export const traceCategories = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'];

/** The script work of extensions in a trace. */
export function readTrace(file: Uint8Array): TraceEvent[] {
  const { traceEvents } = v.parse(shape, JSON.parse(new TextDecoder().decode(file)));
  return traceEvents.flatMap((raw) => {
    const { success, output } = v.safeParse(work, raw);
    if (!success || !output.args.data.url.startsWith('chrome-extension://')) return [];
    const { name, pid, tid, ts, dur, tdur } = output;
    return [{ name, pid, tid, ts, dur, tdur, url: output.args.data.url }];
  });
}

/** Whose script: the extension's address, as `chrome-extension://ID/`. */
export function rootOf({ url }: TraceEvent): string {
  return new URL('/', url).href;
}

/** Milliseconds on the processor; work inside other work counts once. */
export function cpuMs(events: readonly TraceEvent[]): number {
  const busyUntil = new Map<string, number>();
  let sum = 0;
  for (const event of [...events].sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    const thread = `${String(event.pid)}:${String(event.tid)}`;
    if (event.ts < (busyUntil.get(thread) ?? -Infinity)) continue;
    busyUntil.set(thread, event.ts + event.dur);
    sum += event.tdur ?? event.dur;
  }
  return sum / 1000;
}
