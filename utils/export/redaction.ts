import type { ExposureEvent } from '../core/units';
import type { ExportSource, Happening, OrderLine } from './terms';

/**
 * What a person leaves out is named by where it comes from and not by its row: rows are numbered anew with every export,
 * and what was left out once stays out.
 */

/** All that happened in one page visit. */
export function visitKey(visit: string): string {
  return `v:${visit}`;
}

/** All stays of one unit in one visit. */
export function unitKey({ visit, unit }: Pick<ExposureEvent, 'visit' | 'unit'>): string {
  return `u:${visit}|${unit.key}`;
}

export function eventKey(id: string): string {
  return `e:${id}`;
}

export function orderKey({ orderKey: order, itemKey = '' }: Pick<OrderLine, 'orderKey' | 'itemKey'>): string {
  return `o:${order}|${itemKey}`;
}

function keysOf(event: Happening): string[] {
  if (event.type === 'exposure') return [visitKey(event.visit), unitKey(event)];
  return 'visit' in event ? [visitKey(event.visit), eventKey(event.id)] : [eventKey(event.id)];
}

/** The same source without what was left out: nothing is derived from it either. */
export function withoutRedacted(source: ExportSource, redacted: readonly string[]): ExportSource {
  if (redacted.length === 0) return source;
  const gone = new Set(redacted);
  const stays = (event: Happening) => !keysOf(event).some((key) => gone.has(key));
  return {
    ...source,
    happenings: filtered(source.happenings, stays),
    orders: filtered(source.orders, (line) => !gone.has(orderKey(line))),
    sightingsOn: async (site, noteId) => (await source.sightingsOn(site, noteId)).filter(stays),
  };
}

async function* filtered<T>(pages: AsyncIterable<readonly T[]>, stays: (row: T) => boolean): AsyncGenerator<T[]> {
  for await (const page of pages) yield page.filter(stays);
}
