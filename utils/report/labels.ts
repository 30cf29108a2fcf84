import type { LabelReport } from '../core/density-report';
import { isAd, isKnown } from '../density/classes';
import { labelSharesOf } from '../density/disclosure';
import { sellsByEvidence } from '../density/unit-class';
import type { Row } from '../export/tables';
import { Cells } from './cells';
import { sessionOf } from './load';
import { Parts } from './parts';

type Labelled = Pick<
  Row<'exposures'>,
  'participant_id' | 'session_no' | 'label_kind' | 'label_text' | 'label_visible' | 'author_role' | 'ad_class'
>;

/**
 * How units with a purchase link are labelled, and feed ads. Comments are not looked at for labels and are left out. A link
 * may be told by a row of its own before or after its unit: ads, open notes, and what nobody decided are held without one so far.
 */
export function labelTally() {
  const cells = new Cells();
  const [kinds, texts] = [new Parts(), new Parts()];
  const waiting = new Map<string, Labelled>();
  const linked = new Set<string>();
  const count = (row: Labelled, { purchase_link }: { purchase_link: boolean }, only?: 'link') => {
    const { label_kind: kind, label_text: text, author_role } = row;
    if (!isKind(kind)) return;
    const label_visible = row.label_visible === true;
    const unit = { kind, purchase_link, label_visible, author_role, class: row.ad_class };
    for (const [name, isPart] of labelSharesOf(unit))
      if (only === undefined || name !== 'feed') cells.add(name, sessionOf(row), { isPart });
    if (!purchase_link) return;
    kinds.add(sessionOf(row), kind);
    texts.add(sessionOf(row), text ?? undefined);
  };
  return {
    add(row: Row<'exposures'>): void {
      if (!isKind(row.label_kind)) return;
      const key = `${row.participant_id} ${String(row.exposure_no)}`;
      const purchase_link = sellsItself(row) || linked.has(key);
      count(row, { purchase_link });
      if (!purchase_link && mayBeLinked(row)) waiting.set(key, held(row));
    },
    addLink({ participant_id, exposure_no }: Row<'links'>): void {
      if (exposure_no === null) return;
      const key = `${participant_id} ${String(exposure_no)}`;
      linked.add(key);
      const row = waiting.get(key);
      if (row) count(row, { purchase_link: true }, 'link');
      waiting.delete(key);
    },
    report: (): LabelReport => ({
      any: cells.estimate('any'),
      statutory: cells.estimate('statutory'),
      none: cells.estimate('none'),
      visible: cells.estimate('visible'),
      scoped: cells.estimate('scoped'),
      scopedNone: cells.estimate('scopedNone'),
      feed: cells.estimate('feed'),
      kinds: kinds.shares(),
      texts: texts.shares().map(({ name: text, share }) => ({ text, share })),
    }),
  };
}

const kindNames = ['statutory', 'equivalent', 'declared', 'none', 'other'] as const;

/** Not `unknown`, and no word of a later version. */
function isKind(kind: string): kind is (typeof kindNames)[number] {
  return (kindNames as readonly string[]).includes(kind);
}

/** `commercial_link` is a purchase link by its meaning. */
function sellsItself({ ad_links, blue_links, ad_class, ad_evidence }: Row<'exposures'>): boolean {
  return ad_links + blue_links > 0 || ad_class === 'commercial_link' || sellsByEvidence(ad_evidence);
}

/** What carries a link is an ad by it, unless it is an open note whose link was told apart, or of a class that nobody here knows. */
function mayBeLinked({ ad_class, unit_kind }: Row<'exposures'>): boolean {
  return unit_kind === 'note_detail' || isAd({ class: ad_class }) || !isKnown({ class: ad_class });
}

function held({ participant_id, session_no, label_kind, label_text, label_visible, author_role, ad_class }: Labelled) {
  return { participant_id, session_no, label_kind, label_text, label_visible, author_role, ad_class };
}
