import type { ExposureEvent } from '../core/units';
import type { adClassNames } from './classes';
import { shopSurfaces } from './shop-links';

type AdClass = (typeof adClassNames)[number];
type Unit = ExposureEvent['unit'];

/** What only the platform itself puts there: its state calls the note an ad, or the picture comes from its ad hosts. */
const servedAsAd = /^(?:L2 (?:model_type|ads(?:_info)?|is_ads|ad_tag)|L4 )/;
/** What says that a note sells: goods of its own, bars and components that lead to a shop, a partner it is bound to. */
const bound = /^L2 cooperate_binds$/;
const selling = /^L2 |^L3 button$/;

/**
 * What a unit is, from everything that was seen of it. The label is evidence beside others: a thing sold without any
 * label is an ad no less, and one that nobody recognised is not called free of ads where it could not be read.
 */
export function classOf(unit: Unit): AdClass {
  const { kind, label, signals = [] } = unit;
  const says = (form: RegExp) => signals.some((signal) => form.test(signal));
  const inFeed = kind !== 'open-note' && kind !== 'comment';
  const isMarked = label?.kind === 'statutory' || label?.kind === 'equivalent';
  if (says(servedAsAd) || (inFeed && isMarked)) return 'platform_ad';
  if (isMarked || label?.kind === 'declared' || says(bound)) return 'disclosed';
  if (shopSurfaces(unit).length > 0 || says(selling)) return 'commercial_link';
  return kind === 'other' || label?.kind === 'unknown' ? 'unknown' : 'none';
}

/** The same of an exported unit's evidence, `L2.goods_info|L3.label`: whether its own state says that it sells. */
export function sellsByEvidence(evidence: string | null): boolean {
  const signals = (evidence ?? '').split('|').map((id) => id.replace('.', ' '));
  return signals.some((signal) => selling.test(signal) && !servedAsAd.test(signal) && !bound.test(signal));
}
