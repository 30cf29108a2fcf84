import type { Label } from '../core/types';
import { labelKindOf } from '../core/labels';
import { ratio } from '../core/numbers';

type LabelKind = Exclude<Label['kind'], 'unknown'>;

interface LabelledUnit {
  /** Null and empty: none was observed. */
  label_text: string | null;
  purchase_link: boolean;
  /** The label itself was half in view for a second. */
  label_visible: boolean;
  author_role: string;
  class: string;
}

const disclosing: ReadonlySet<LabelKind> = new Set(['statutory', 'equivalent', 'declared']);
const silent: ReadonlySet<LabelKind> = new Set(['none', 'other']);

/**
 * How units with a purchase link are labelled. `art9_` leaves merchants out, who need no mark in their own account
 * (guideline of 2024-08-22); `no_label` means that none was observed, not that a law was broken.
 */
export function disclosure(units: readonly LabelledUnit[]) {
  const read = units.map((unit) => ({ ...unit, kind: labelKindOf(unit.label_text ?? '') }));
  const linked = read.filter(({ purchase_link }) => purchase_link);
  const inScope = linked.filter(({ author_role }) => author_role !== 'merchant');
  const feedAds = read.filter((unit) => unit.class === 'platform_ad');
  const share = (of: typeof read, is: (unit: (typeof read)[number]) => boolean) =>
    ratio(of.filter(is).length, of.length);
  const count = (kind: LabelKind) => linked.filter((unit) => unit.kind === kind).length;
  const isStatutory = ({ kind }: { kind: LabelKind }) => kind === 'statutory';
  return {
    label_kinds: read.map(({ kind }) => kind),
    with_purchase_link: linked.length,
    counts: {
      statutory: count('statutory'),
      equivalent: count('equivalent'),
      declared: count('declared'),
      none: count('none'),
      other: count('other'),
    },
    disclosed_any_rate: share(linked, ({ kind }) => disclosing.has(kind)),
    statutory_label_rate: share(linked, isStatutory),
    no_label_observed_rate: share(linked, ({ kind }) => silent.has(kind)),
    disclosed_and_visible_rate: share(linked, ({ kind, label_visible }) => disclosing.has(kind) && label_visible),
    art9_link_scope: inScope.length,
    art9_link_statutory_rate: share(inScope, isStatutory),
    art9_link_no_label_rate: share(inScope, ({ kind }) => silent.has(kind)),
    feed_ads: feedAds.length,
    feed_ad_statutory_rate: share(feedAds, isStatutory),
  };
}
