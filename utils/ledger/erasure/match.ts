import type { LedgerEvent, PurchaseEvent } from '../../core/events';
import type { ResolvedLink } from '../../core/types';
import type { ExposureEvent } from '../../core/units';
import { itemKeyOf } from '../projections/items';
import type { Names } from './names';

export type AnyRow = LedgerEvent | ExposureEvent;

/** All that a row can belong to something by. */
interface Traits {
  keys?: (string | undefined)[];
  /** Of products of the site itself, which are shown without their item's key save in live rooms. */
  ids?: string[];
  platform?: string;
  /** Those that a card leads to. */
  platforms?: string[];
  site?: string;
  noteIds?: (string | undefined)[];
  visit?: string;
}

/** Tells whether a row belongs to what goes by these names. */
export function rowMatcher(names: Names): (row: AnyRow) => boolean {
  const has = (list: readonly string[]) => {
    const set = new Set<unknown>(list);
    return (value: unknown) => set.has(value);
  };
  const isKey = has(names.keys);
  const isId = has(names.keys.map((key) => key.slice(key.indexOf(':') + 1)));
  const isPlatform = has(names.platforms);
  const isVisit = has(names.visits);
  const isNote = has(names.notes.map(({ site, id }) => `${site}:${id}`));
  const isIn = inRanges(names.ranges);
  return (row) => {
    const { keys = [], ids = [], noteIds = [], platforms = [], site = '', platform, visit } = traitsOf(row);
    return (
      keys.some(isKey) ||
      ids.some(isId) ||
      isPlatform(platform) ||
      platforms.some(isPlatform) ||
      isVisit(visit) ||
      noteIds.some((id) => isNote(`${site}:${String(id)}`)) ||
      isIn(row.at)
    );
  };
}

function inRanges(ranges: Names['ranges']) {
  return (at: unknown) => typeof at === 'number' && ranges.some(({ from, to }) => from <= at && at < to);
}

/** An order happened when it was placed, whenever its page was read. */
export function orderMatcher({ ranges }: Names): (reading: PurchaseEvent) => boolean {
  const isIn = inRanges(ranges);
  return ({ purchase: { orderedAt, paidAt } }) => isIn(orderedAt) || isIn(paidAt);
}

function traitsOf(row: AnyRow): Traits {
  switch (row.type) {
    case 'note':
      return { site: row.site, noteIds: [row.note.id] };
    case 'collect':
      return { site: row.site, noteIds: [row.noteId] };
    case 'sighting':
    case 'click':
      return { ...linkTraits(row.link), site: row.site, noteIds: [row.noteId] };
    case 'landing':
      return { keys: [row.itemKey], platform: row.platform };
    case 'shop':
      return { keys: [row.key], platform: row.platform };
    case 'signal':
      return { keys: [row.itemKey], platform: row.platform };
    case 'want':
      return { keys: [row.key], ...(row.item && { platform: row.item.platform }) };
    case 'mark':
    case 'tag':
    case 'remark':
    case 'group':
    case 'why':
    case 'outcome':
    case 'cool':
      return { keys: [row.key] };
    case 'match':
      return { keys: [row.item], platform: row.platform };
    case 'purchase':
      return { keys: [row.purchase.itemKey], platform: row.purchase.platform };
    case 'page':
      return { visit: row.visit, ...(isShopKind(row.kind) && { platform: row.where }) };
    case 'exposure':
      return exposureTraits(row);
  }
}

function linkTraits(link: ResolvedLink): Traits {
  return { keys: [itemKeyOf(link), link.key], platform: link.platform };
}

/** Pages of a shop; on a note site, those of the shop it keeps itself. */
function isShopKind(kind: string): boolean {
  return ['item', 'orders', 'goods', 'shop'].includes(kind);
}

/** The page of a note or of a product carries its id in the address; a card of one carries it in its key. */
function exposureTraits({ site, visit, url, unit, pageKind }: ExposureEvent): Traits {
  const inAddress = new URL(url).pathname.split('/');
  const noteIds = [unit.noteId, ...inAddress];
  const [, platform, key] = /^goods:(.*?):(.*)/.exec(unit.key) ?? [];
  const links = (unit.links ?? []).map(({ link }) => link);
  const carried = {
    keys: links.flatMap((link) => [link.key, link.itemKey]),
    platforms: links.map((link) => link.platform),
  };
  if (key !== undefined && platform !== undefined)
    return { ...carried, site, visit, noteIds, keys: [key, ...carried.keys], ids: inAddress, platform };
  const isProduct = unit.kind === 'product';
  return {
    ...carried,
    site,
    visit,
    noteIds,
    ids: isProduct ? [...inAddress, unit.key.slice(unit.key.lastIndexOf(':') + 1)] : inAddress,
    ...((isProduct || isShopKind(pageKind)) && { platform: site }),
  };
}

/** A shorter name stands by chance in many a text. */
const shortestName = 5;

/** Whether a row that no reader understands names what goes: it is looked through as it is. */
export function isNamedIn(row: unknown, names: Names): boolean {
  const needles = [...names.keys, ...names.keys.map((key) => key.slice(key.lastIndexOf(':') + 1))]
    .concat(names.notes.map(({ id }) => id))
    .filter((needle) => needle.length >= shortestName);
  if (inRanges(names.ranges)(Reflect.get(Object(row), 'at'))) return true;
  return textsIn(row).some((text) => names.platforms.includes(text) || needles.some((needle) => text.includes(needle)));
}

/** Every text in a row, its field names too. A loop, not recursion: nobody knows how deep a broken row is. */
function textsIn(row: unknown): string[] {
  const texts: string[] = [];
  const waiting = [row];
  const seen = new Set<unknown>();
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') texts.push(value);
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [name, field] of Object.entries(value)) {
      texts.push(name);
      waiting.push(field);
    }
  }
  return texts;
}
