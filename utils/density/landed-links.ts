import type { ClickEvent, LandingEvent, LedgerEvent } from '../core/events';
import type { OpenClick } from '../core/landings';
import type { ExposureEvent, UnitLink } from '../core/units';
import { openClickOf, WaitingClicks } from '../core/waiting-clicks';
import { isCandidate } from './shop-links';

type Happening = ExposureEvent | LedgerEvent;
type Goods = Pick<LandingEvent, 'platform' | 'itemKey'> | typeof untold;
/** Nothing is told of it but that it happened. */
interface LeftOut {
  isLeftOut?: true;
}

/** A link that sells, and nobody is told what: what it led to, or that it was followed, was left out. */
const untold = { platform: 'unknown', kind: 'redirector' } as const;

/**
 * Candidates that were followed and led to goods, while what happened is told by time: from the landing on they are shop
 * links, wherever they stand.
 */
export class LandedLinks {
  readonly #clicks = new WaitingClicks<OpenClick & { event: ClickEvent & LeftOut }>();
  /** By the key of the link. */
  readonly #goods = new Map<string, Goods>();

  /** @returns the click on a candidate that turns out here to have led to goods */
  pass(event: Happening & LeftOut): ClickEvent | undefined {
    if (event.type === 'click') this.#add(event);
    if (event.type === 'shop') this.#clicks.findFor(event);
    if (event.type !== 'landing') return undefined;
    const click = this.#clicks.takeFor(event)?.event;
    if (!click || !isCandidate(click)) return undefined;
    const { platform, itemKey } = event;
    const { key } = click.link;
    const isTold = !click.isLeftOut && !event.isLeftOut;
    this.#goods.set(key, isTold ? { platform, itemKey } : (this.#goods.get(key) ?? untold));
    return click;
  }

  #add(event: ClickEvent & LeftOut): void {
    const open = openClickOf(event);
    if (open) this.#clicks.add({ ...open, event });
  }

  /** The same link, with its goods where a landing has shown them. */
  named<T extends Pick<UnitLink, 'link'>>(of: T): T {
    const goods = isCandidate(of) && this.#goods.get(of.link.key);
    return goods ? { ...of, link: { ...of.link, ...goods } } : of;
  }

  /** The same of all links that a row carries. */
  told<T extends Happening>(event: T): T;
  told(event: Happening): Happening {
    if (this.#goods.size === 0) return event;
    if (event.type === 'sighting') return this.named(event);
    if (event.type !== 'exposure' || !event.unit.links?.some((link) => this.named(link) !== link)) return event;
    return { ...event, unit: { ...event.unit, links: event.unit.links.map((link) => this.named(link)) } };
  }
}
