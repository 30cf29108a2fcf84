import { eventKey, unitKey, visitKey } from '../redaction';
import type { Origin } from '../tables';
import type { OpenLink, OpenPage, OpenUnit } from './page';

/** Where rows of a page view come from. */

export function originOfUnit({ stays }: OpenUnit): Origin {
  return { keys: [...new Set(stays.map(unitKey))], noteId: stays[0]?.unit.noteId };
}

/** A link that only a card tells of goes with its card. */
export function originOfLink({ sighting, carried, formerId, unitKey: carrier }: OpenLink, page: OpenPage): Origin {
  if (sighting) return { keys: [eventKey(sighting.id)], noteId: sighting.noteId, itemKey: sighting.link.itemKey };
  const unit = page.units.get(carrier);
  if (formerId !== undefined) return { keys: [eventKey(formerId)], noteId: unit?.stays[0]?.unit.noteId };
  const itemKey = carried?.link.itemKey;
  return { ...(unit ? originOfUnit(unit) : { keys: [] }), ...(itemKey !== undefined && { itemKey }) };
}

/** A page view goes with all visits that it was seen in. */
export function originOfPage({ units, itself, links, noteId }: OpenPage): Origin {
  const visits = new Set(itself.map(({ visit }) => visit));
  for (const { stays } of units.values()) for (const { visit } of stays) visits.add(visit);
  for (const { sighting, isOlder } of links.values()) if (sighting && !isOlder) visits.add(sighting.visit);
  return { keys: [...visits].map(visitKey), noteId };
}
