import { hash } from '@stablelib/sha256';
import { hexOf } from '../core/hex';
import type { SightingEvent } from '../core/events';
import { sharedSightingId, sightingId } from '../core/sightings';
import type { Participation } from '../core/study';
import type { ExposureEvent, UnitLink } from '../core/units';
import { carrierOf, hasSightings } from './rows/page';
import type { ExportSource, Happening, OrderLine, ToldHappening, ToldLink, UntoldLine } from './terms';

/**
 * What a person leaves out is named by where it comes from and not by its row: rows are numbered anew with every export,
 * and what was left out once stays out.
 */

interface Redacted extends Pick<Participation, 'participantId' | 'redacted'> {
  /** Epoch ms, both ends within. */
  observedFrom: number;
  observedTo: number;
}

/** All that happened in one page visit. */
export function visitKey(visit: string): string {
  return `v:${visit}`;
}

interface UnitOf extends Pick<ExposureEvent, 'visit'> {
  unit: Pick<ExposureEvent['unit'], 'key'>;
}

/** All stays of one unit in one visit. */
export function unitKey({ visit, unit }: UnitOf): string {
  return `u:${visit}|${unit.key}`;
}

export function eventKey(id: string): string {
  return `e:${id}`;
}

export function orderKey({ orderKey: order, itemKey = '' }: Pick<OrderLine, 'orderKey' | 'itemKey'>): string {
  return `o:${order}|${itemKey}`;
}

/** A link that was seen goes with the unit that carried it, too. */
function keysOf(event: Happening): string[] {
  if (event.type === 'exposure') return [visitKey(event.visit), unitKey(event)];
  if (event.type === 'sighting') {
    const { visit, id } = event;
    return [visitKey(visit), eventKey(id), unitKey({ visit, unit: { key: carrierOf(event) } })];
  }
  return 'visit' in event ? [visitKey(event.visit), eventKey(event.id)] : [eventKey(event.id)];
}

/**
 * How a key is kept, 128 bits as hex: it can be found again, and says nothing. What was erased from the ledger would stand
 * on the disk by its name otherwise.
 */
export function redactionMark(participantId: string, key: string): string {
  return hexOf(hash(new TextEncoder().encode(`${participantId}\u001f${key}`)).subarray(0, 16));
}

/** The same source without what this participant left out, or was seen before they agreed or after the end: nothing tells of it. */
export function withoutRedacted(source: ExportSource, study: Redacted): ExportSource {
  const { participantId, redacted, observedFrom, observedTo } = study;
  const gone = new Set(redacted);
  const isGone = (key: string) => gone.size > 0 && gone.has(redactionMark(participantId, key));
  const stays = (event: Happening) => !keysOf(event).some(isGone);
  return {
    ...source,
    happenings: gone.size === 0 ? source.happenings : told(source.happenings, { stays, isGone }),
    orders: mapped(source.orders, (line) => (isGone(orderKey(line)) ? untold(line) : line)),
    linksOn: async (site, noteId) => {
      const isTold = (row: SightingEvent) => row.at >= observedFrom && row.at <= observedTo && stays(row);
      // The visits after showed it themselves: without it their notes would seem to have none.
      return (await source.linksOn(site, noteId)).map(({ rows: [first, ...rest], isWithheld }) => ({
        rows: [first, ...rest.filter(isTold)],
        isWithheld: isWithheld || !isTold(first),
        isLeftOut: isGone(eventKey(first.id)),
      }));
    },
  };
}

/**
 * A note's row names its links as well, and is kept for longer than their sightings may be. Those have ids made of what they
 * are, so that what was left out is known without them. It stays on the row as left out: the note's class is not another for
 * it, nor is anything else that the row tells.
 */
function withLeftOut(event: Happening, isGone: (key: string) => boolean): Happening {
  if (event.type !== 'exposure' || !event.unit.links || !hasSightings(event.unit)) return event;
  const { site, unit } = event;
  const { noteId, commentId } = unit;
  const idsOf = (link: UnitLink) =>
    [sightingId, sharedSightingId].map((id) => id({ ...link, site, noteId, commentId }));
  const links = event.unit.links.map((link): ToldLink => {
    const isLeftOut = idsOf(link).some((id) => isGone(eventKey(id)));
    return isLeftOut ? { ...link, isLeftOut } : link;
  });
  return { ...event, unit: { ...unit, links } };
}

interface Choice {
  stays: (event: Happening) => boolean;
  isGone: (key: string) => boolean;
}

async function* told(pages: ExportSource['happenings'], choice: Choice): AsyncGenerator<ToldHappening[]> {
  for await (const page of pages) yield page.flatMap((event) => toldOf(event, choice));
}

/** Deeds that lead from a link to what it sells stay, marked: rows that show the link are not others for them. */
function toldOf(event: Happening, { stays, isGone }: Choice): ToldHappening[] {
  if (stays(event)) return [withLeftOut(event, isGone)];
  const leadsOn = event.type === 'click' || event.type === 'landing' || event.type === 'shop';
  return leadsOn ? [{ ...event, isLeftOut: true }] : [];
}

/** It is one of its order all the same: the order's total is not the price of the line that remains. */
function untold(line: Pick<OrderLine, 'orderKey'>): UntoldLine {
  return { orderKey: line.orderKey, isUntold: true };
}

async function* mapped<T>(pages: AsyncIterable<readonly T[]>, map: (row: T) => T): AsyncGenerator<T[]> {
  for await (const page of pages) yield page.map(map);
}
