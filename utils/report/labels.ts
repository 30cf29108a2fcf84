import type { LabelReport } from '../core/density-report';
import { isAd } from '../density/classes';
import type { Row } from '../export/tables';
import { Cells } from './cells';
import { sessionOf } from './load';

const disclosing: ReadonlySet<string> = new Set(['statutory', 'equivalent', 'declared']);
const silent: ReadonlySet<string> = new Set(['none', 'other']);

/**
 * How ads and units with a purchase link are labelled. Comments are not looked at for labels and are left out; "none" means
 * that none was observed, not that a law was broken.
 */
export function labelTally() {
  const cells = new Cells();
  const kinds = new Map<string, number>();
  const texts = new Map<string, number>();
  const raise = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    add(row: Row<'exposures'>): void {
      const { label_kind: kind, label_text: text, ad_class, author_role } = row;
      const isLinked = row.ad_links + row.blue_links > 0;
      if (kind === 'unknown' || (!isLinked && !isAd({ class: ad_class }))) return;
      const session = sessionOf(row);
      const isStatutory = kind === 'statutory';
      raise(kinds, kind);
      if (text !== null && text !== '') raise(texts, text);
      cells.add('any', session, { isPart: disclosing.has(kind) });
      cells.add('statutory', session, { isPart: isStatutory });
      cells.add('none', session, { isPart: silent.has(kind) });
      cells.add('visible', session, { isPart: disclosing.has(kind) && row.label_visible === true });
      if (author_role !== 'merchant') cells.add('scoped', session, { isPart: isStatutory });
      if (ad_class === 'platform_ad') cells.add('feed', session, { isPart: isStatutory });
    },
    report: (): LabelReport => ({
      any: cells.estimate('any'),
      statutory: cells.estimate('statutory'),
      none: cells.estimate('none'),
      visible: cells.estimate('visible'),
      scoped: cells.estimate('scoped'),
      feed: cells.estimate('feed'),
      kinds: sorted(kinds).map(([name, units]) => ({ name, units })),
      texts: sorted(texts).map(([text, units]) => ({ text, units })),
    }),
  };
}

function sorted(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([, a], [, b]) => b - a);
}
