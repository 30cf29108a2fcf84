import * as names from '../names';
import type { Row } from '../tables';
import type { ExportTerms } from '../terms';
import { keyOf, provenanceOf } from './base';
import { boxCells, labelCells, mergedUnit, visibilityCells } from './exposure-row';
import { targetOf, type OpenLink, type OpenPage } from './page';
import { itemPseudonym, type Pseudonyms } from './pseudonyms';

/** Nothing was observed of what carries the link: no time on screen is known of it. */
const unobserved = {
  ...{ label_kind: 'unknown', label_text: null, label_visible: null, label_area_px2: null, label_font_px: null },
  ...{ rect_x: null, rect_y: null, rect_w: null, rect_h: null },
  ...{ viewport_entries: 0, first_visible_at: null, any_visible_ms: 0, visible50_ms: 0, max_continuous50_ms: 0 },
  ...{ pixel_ms: 0, viewable: false, viewable_at: null, viewable_rule: null, exposed70_3s: false },
};

interface Known {
  terms: ExportTerms;
  hashed: Pseudonyms;
  page: OpenPage;
}

/** A link's box is not measured apart: its times, its box and its label are those of the note or comment it stands in. */
export function linkRow(open: OpenLink, { terms, hashed, page }: Known): Row<'links'> {
  const { surface } = open;
  const sighting = open.isWithheld ? undefined : open.sighting;
  const unit = page.units.get(open.unitKey);
  const merged = unit && mergedUnit(unit.stays);
  const link = open.isWithheld ? undefined : targetOf(open);
  return {
    ...keyOf(terms),
    link_no: open.no,
    exposure_no: unit?.no ?? null,
    page_view_no: page.no,
    rendered_at: open.renderedAt,
    link_kind: names.linkKindNames[surface],
    platform: names.platformName(link?.platform),
    dest_host: names.registrableDomain(sighting?.link.canonical),
    item_h: itemPseudonym(hashed, link?.itemKey),
    shop_h: hashed.ofStudy(`shop:${link?.platform ?? ''}`, link?.shopId),
    price_fen: null,
    placed_by: sighting?.poster?.role ?? null,
    comment_rank: merged?.kind === 'comment' && merged.position !== undefined ? merged.position + 1 : null,
    ...(unit && merged
      ? { ...labelCells(merged, unit.stays, terms.study), ...boxCells(merged.rect), ...visibilityCells(unit.stays) }
      : unobserved),
    ...provenanceOf(terms, sighting?.ruleVersion ?? page.ruleVersion),
  };
}
