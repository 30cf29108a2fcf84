import type { Label } from '../core/types';
import { labelKindOf } from '../core/labels';
import { ratio } from '../core/numbers';

type LabelKind = Exclude<Label['kind'], 'unknown'>;

interface AuditedUnit {
  kind: LabelKind;
  purchase_link: boolean;
  /** The label itself was half in view for a second. */
  label_visible: boolean;
  author_role: string;
  class: string;
}

interface LabelledUnit extends Omit<AuditedUnit, 'kind'> {
  /** Null and empty: none was observed. */
  label_text: string | null;
}

const disclosing: ReadonlySet<LabelKind> = new Set(['statutory', 'equivalent', 'declared']);
const silent: ReadonlySet<LabelKind> = new Set(['none', 'other']);

/** The shares of the label audit: over units with a purchase link; the same without merchants; and over feed ads. */
export type LabelShare = 'any' | 'statutory' | 'none' | 'visible' | 'scoped' | 'scopedNone' | 'feed';

/**
 * The shares whose denominator a unit stands in, and whether it is in the numerator as well. `scoped` leaves merchants out,
 * who need no mark in their own account (guideline of 2024-08-22); `none` means that none was observed, not that a law was
 * broken. Whether something is an ad is decided apart from its label, so only feed ads are asked for their class.
 */
export function labelSharesOf({ kind, purchase_link, label_visible, author_role, class: adClass }: AuditedUnit) {
  const isStatutory = kind === 'statutory';
  const shares: (readonly [LabelShare, boolean])[] = [];
  if (purchase_link) {
    shares.push(['any', disclosing.has(kind)], ['statutory', isStatutory], ['none', silent.has(kind)]);
    shares.push(['visible', disclosing.has(kind) && label_visible]);
    if (author_role !== 'merchant') shares.push(['scoped', isStatutory], ['scopedNone', silent.has(kind)]);
  }
  if (adClass === 'platform_ad') shares.push(['feed', isStatutory]);
  return shares;
}

/** How units with a purchase link are labelled. One pass. */
export function disclosure(units: Iterable<LabelledUnit>) {
  const counts = { statutory: 0, equivalent: 0, declared: 0, none: 0, other: 0 };
  const label_kinds: LabelKind[] = [];
  const sums = new Map<LabelShare, { part: number; whole: number }>();
  for (const unit of units) {
    const kind = labelKindOf(unit.label_text ?? '');
    label_kinds.push(kind);
    if (unit.purchase_link) counts[kind] += 1;
    for (const [name, isPart] of labelSharesOf({ ...unit, kind })) {
      const { part, whole } = sums.get(name) ?? { part: 0, whole: 0 };
      sums.set(name, { part: part + Number(isPart), whole: whole + 1 });
    }
  }
  const share = (name: LabelShare) => ratio(sums.get(name)?.part, sums.get(name)?.whole);
  const whole = (name: LabelShare) => sums.get(name)?.whole ?? 0;
  return {
    label_kinds,
    with_purchase_link: whole('any'),
    counts,
    disclosed_any_rate: share('any'),
    statutory_label_rate: share('statutory'),
    no_label_observed_rate: share('none'),
    disclosed_and_visible_rate: share('visible'),
    art9_link_scope: whole('scoped'),
    art9_link_statutory_rate: share('scoped'),
    art9_link_no_label_rate: share('scopedNone'),
    feed_ads: whole('feed'),
    feed_ad_statutory_rate: share('feed'),
  };
}
