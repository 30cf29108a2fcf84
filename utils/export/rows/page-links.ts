import type { ClickEvent, SightingEvent } from '../../core/events';
import { joined } from '../../core/sightings';
import type { ExposureEvent } from '../../core/units';
import type { LandedLinks } from '../../density/landed-links';
import { isCandidate, shopSurfaces } from '../../density/shop-links';
import type { ExportSource } from '../terms';
import {
  carrierOf,
  hasSightings,
  isLeftOut,
  linkName,
  targetOf,
  type OpenLink,
  type OpenPage,
  type ShownLink,
} from './page';
import { linksAt, namelessOf, seenIn } from './unit-links';

type Followed = Pick<ClickEvent, 'surface' | 'link' | 'commentId'>;

/** The links of page views that go on, each under a number of its own. */
export class PageLinks {
  readonly #linksOn: ExportSource['linksOn'];
  readonly #landed: LandedLinks;
  #no = 0;

  constructor(linksOn: ExportSource['linksOn'], landed: LandedLinks) {
    this.#linksOn = linksOn;
    this.#landed = landed;
  }

  /** Those that a unit shows, looked up among the sightings where it has some. */
  async addUnit(page: OpenPage, event: ExposureEvent): Promise<void> {
    const { at, site, unit, renderedAt = at } = event;
    const known = hasSightings(unit) && unit.noteId !== undefined ? await this.#linksOn(site, unit.noteId) : [];
    const own = seenIn(event, known).map((each) => ({ ...each, sighting: this.#landed.named(each.sighting) }));
    const selling = shopSurfaces(unit);
    for (const surface of unit.surfaces ?? []) {
      const link = { surface, renderedAt, unitKey: unit.key };
      // Of what an earlier row told without a name it turns out that it sells nothing.
      if (!selling.includes(surface)) page.links.delete(namelessOf(link));
      const seen = own.filter(({ sighting }) => sighting.surface === surface);
      const carried = unit.links?.filter((each) => each.surface === surface && !isLeftOut(each));
      for (const shown of linksAt({ event, link, seen, carried })) this.#add(page, shown);
    }
  }

  addSighting(page: OpenPage, event: SightingEvent): void {
    const { surface, at: renderedAt } = event;
    const link = { surface, renderedAt, unitKey: carrierOf(event), sighting: event };
    this.#add(page, { name: linkName(event), target: event, link });
  }

  /** Candidates of which a landing has shown the goods meanwhile are shop links like any. */
  addLanded(page: OpenPage): void {
    for (const shown of page.candidates.values()) {
      const target = shown.target && this.#landed.named(shown.target);
      if (target === shown.target) continue;
      page.candidates.delete(shown.name);
      this.#add(page, { ...shown, ...(target && { target }), link: this.#withGoods(shown.link) });
    }
  }

  #withGoods({ sighting, carried, ...link }: ShownLink['link']): ShownLink['link'] {
    return {
      ...link,
      ...(sighting && { sighting: this.#landed.named(sighting) }),
      ...(carried && { carried: this.#landed.named(carried) }),
    };
  }

  #add(page: OpenPage, shown: ShownLink): void {
    const { name, wasNameless = '', target, link } = shown;
    if (target && isCandidate(target)) return addCandidate(page, shown);
    const before = page.links.get(wasNameless);
    page.links.delete(wasNameless);
    const open = page.links.get(name);
    if (open) return join(open, link.sighting);
    if (before) page.links.set(name, { ...before, ...link, renderedAt: before.renderedAt });
    else page.links.set(name, { no: (this.#no += 1), ...link });
  }
}

/** Who posted a link that the page view holds, as a later row knows it. */
export function addKnown({ links, candidates }: OpenPage, event: SightingEvent): void {
  const name = linkName(event);
  const open = links.get(name) ?? candidates.get(name)?.link;
  if (open) join(open, event);
}

function addCandidate({ candidates }: OpenPage, shown: ShownLink): void {
  const known = candidates.get(shown.name);
  if (known) join(known.link, shown.link.sighting);
  else candidates.set(shown.name, shown);
}

function join(open: Pick<OpenLink, 'sighting'>, sighting: SightingEvent | undefined): void {
  if (open.sighting && sighting) open.sighting = joined(open.sighting, sighting);
}

/** The link that was followed; the first of its target where the click does not say which comment it was in. */
export function findLink({ links }: OpenPage, { surface, link, commentId }: Followed): OpenLink | undefined {
  const same = [...links.values()].filter((open) => open.surface === surface && targetOf(open)?.key === link.key);
  return same.find(({ sighting }) => sighting?.commentId === commentId) ?? same[0];
}
