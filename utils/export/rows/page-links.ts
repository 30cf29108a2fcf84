import type { ClickEvent, SightingEvent } from '../../core/events';
import { joined } from '../../core/sightings';
import type { ExposureEvent } from '../../core/units';
import { shopSurfaces } from '../../density/shop-links';
import type { ExportSource } from '../terms';
import { carrierOf, hasSightings, linkName, targetOf, type OpenLink, type OpenPage } from './page';
import { linksAt, namelessOf, seenIn, type ShownLink } from './unit-links';

type Followed = Pick<ClickEvent, 'surface' | 'link' | 'commentId'>;

/** The links of page views that go on, each under a number of its own. */
export class PageLinks {
  readonly #linksOn: ExportSource['linksOn'];
  #no = 0;

  constructor(linksOn: ExportSource['linksOn']) {
    this.#linksOn = linksOn;
  }

  /** Those that a unit shows, looked up among the sightings where it has some. */
  async addUnit(page: OpenPage, event: ExposureEvent): Promise<void> {
    const { at, site, unit, renderedAt = at } = event;
    const known = hasSightings(unit) && unit.noteId !== undefined ? await this.#linksOn(site, unit.noteId) : [];
    const own = seenIn(event, known);
    const selling = shopSurfaces(unit);
    for (const surface of unit.surfaces ?? []) {
      const link = { surface, renderedAt, unitKey: unit.key };
      if (!selling.includes(surface)) {
        page.links.delete(namelessOf(link));
        continue;
      }
      const seen = own.filter(({ sighting }) => sighting.surface === surface);
      const carried = unit.links?.filter((each) => each.surface === surface);
      for (const shown of linksAt({ event, link, seen, carried })) this.#add(page, shown);
    }
  }

  addSighting(page: OpenPage, event: SightingEvent): void {
    const { surface, at: renderedAt } = event;
    const link = { surface, renderedAt, unitKey: carrierOf(event), sighting: event };
    this.#add(page, { name: linkName(event), link });
  }

  #add(page: OpenPage, { name, wasNameless = '', link }: ShownLink): void {
    const before = page.links.get(wasNameless);
    page.links.delete(wasNameless);
    const open = page.links.get(name);
    if (open) return join(open, link.sighting);
    if (before) page.links.set(name, { ...before, ...link, renderedAt: before.renderedAt });
    else page.links.set(name, { no: (this.#no += 1), ...link });
  }
}

/** Who posted a link that the page view holds, as a later row knows it. */
export function addKnown({ links }: OpenPage, event: SightingEvent): void {
  const open = links.get(linkName(event));
  if (open) join(open, event);
}

function join(open: OpenLink, sighting: SightingEvent | undefined): void {
  if (open.sighting && sighting) open.sighting = joined(open.sighting, sighting);
}

/** The link that was followed; the first of its target where the click does not say which comment it was in. */
export function findLink({ links }: OpenPage, { surface, link, commentId }: Followed): OpenLink | undefined {
  const same = [...links.values()].filter((open) => open.surface === surface && targetOf(open)?.key === link.key);
  return same.find(({ sighting }) => sighting?.commentId === commentId) ?? same[0];
}
