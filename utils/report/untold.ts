import { sellsByEvidence } from '../density/unit-class';
import type { Row } from '../export/tables';
import type { Carrier } from './carriers';
import { sessionOf } from './load';

interface Untold extends Carrier {
  on: 'note_detail' | 'comment';
  page: string;
}

/**
 * Opened notes and comments that sell by their class alone: their link was left out, and nobody can tell which place it had.
 * They are none without links. Rows come in any order.
 */
export class UntoldLinks {
  readonly #selling = new Map<string, Untold>();
  readonly #linked = new Set<string>();
  /** Page views of which a link in a comment is told of the note: its comment has no id. */
  readonly #loose = new Set<string>();

  add(row: Row<'exposures'>): void {
    const { unit_kind: on, viewable: isViewable } = row;
    if ((on !== 'note_detail' && on !== 'comment') || !sellsByClass(row)) return;
    this.#selling.set(unitOf(row), { on, page: pageOf(row), session: sessionOf(row), isViewable });
  }

  addLink(row: Row<'links'>): void {
    if (row.exposure_no === null) return;
    const isOfLooseComment = row.comment_rank === null && (row.link_kind === 'blue_link' || row.placed_by !== null);
    if (isOfLooseComment) this.#loose.add(pageOf(row));
    else this.#linked.add(unitOf(row));
  }

  list(): Untold[] {
    return [...this.#selling]
      .filter(([unit, { on, page }]) => !this.#linked.has(unit) && !(on === 'comment' && this.#loose.has(page)))
      .map(([, untold]) => untold);
  }
}

/** The name of a page view among those of all participants. */
export function pageOf({
  participant_id,
  page_view_no,
}: Pick<Row<'links'>, 'participant_id' | 'page_view_no'>): string {
  return `${participant_id} ${String(page_view_no)}`;
}

function unitOf({ participant_id, exposure_no }: Pick<Row<'links'>, 'participant_id' | 'exposure_no'>): string {
  return `${participant_id} ${String(exposure_no)}`;
}

function sellsByClass({ ad_links, blue_links, ad_class, ad_evidence }: Row<'exposures'>): boolean {
  return ad_class === 'commercial_link' && ad_links + blue_links === 0 && !sellsByEvidence(ad_evidence);
}
