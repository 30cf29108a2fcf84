import type { Surface } from '../../core/types';
import type { ExposureEvent, UnitLink } from '../../core/units';
import { isCandidate, shopSurfaces } from '../../density/shop-links';
import { classOf } from '../../density/unit-class';
import * as names from '../names';
import { evidenceName, versionName } from '../rule-names';
import type { Row } from '../tables';
import type { ExportTerms } from '../terms';
import { isLeftOut, type OpenPage, type OpenUnit } from './page';
import type { Pseudonyms } from './pseudonyms';
import { isLabelSeen, isShown, viewOfStays } from './screen';

const linkKey = ({ surface, link }: UnitLink) => `${surface} ${link.key}`;

/** What a unit was over all of its stays: links and signs that came later belong to it as well. */
export function mergedUnit(stays: readonly ExposureEvent[]): ExposureEvent['unit'] {
  const first = stays[0]?.unit;
  if (!first) throw new RangeError('A unit has at least one row.');
  if (stays.length === 1) return first;
  const units = stays.map(({ unit }) => unit);
  const [label] = units.flatMap((unit) => unit.label ?? []);
  const links = new Map(units.flatMap((unit) => unit.links ?? []).map((link) => [linkKey(link), link]));
  return {
    ...Object.assign({}, ...[...units].reverse()),
    ...first,
    ...(label && { label }),
    surfaces: [...new Set(units.flatMap(shopSurfaces))],
    signals: [...new Set(units.flatMap(({ signals = [] }) => signals))],
    ...(links.size > 0 && { links: [...links.values()] }),
  };
}

/**
 * Comments are not looked at for labels, nor are cards that no rule names. Those are `other`, as are
 * known ones that lead to nothing known: a row does not say which it is of. Any other card or note without one shows none.
 */
const unlooked: ReadonlySet<string> = new Set(['comment', 'other']);

export function labelCells(
  { kind, label }: ExposureEvent['unit'],
  stays: readonly ExposureEvent[],
  { tier }: ExportTerms['study'],
) {
  const [, , width = 0, height = 0] = label?.measured?.box ?? [];
  const text = label && (tier === 'T2' ? label.text : names.labelVocabulary(label));
  return {
    label_kind: label?.kind ?? (unlooked.has(kind) ? 'unknown' : 'none'),
    label_text: text ?? null,
    label_visible: label ? isLabelSeen(stays) : null,
    label_area_px2: label?.measured ? width * height : null,
    label_font_px: label?.measured?.fontPx ?? null,
  };
}

export function boxCells(rect: ExposureEvent['unit']['rect']) {
  const [x, y, width, height] = rect ?? [];
  return { rect_x: x ?? null, rect_y: y ?? null, rect_w: width ?? null, rect_h: height ?? null };
}

/** Entries of one unit: a part of a stay that was told before is no new one, and 0 is none. */
function countEntries(stays: readonly ExposureEvent[]): number {
  const [first] = stays;
  if (first && stays.length === 1) return isShown(first) ? 1 : 0;
  return new Set(stays.filter(isShown).map(({ visit, entry }) => `${visit}:${String(entry)}`)).size;
}

export function visibilityCells(stays: readonly ExposureEvent[]) {
  const view = viewOfStays(stays);
  return {
    viewport_entries: countEntries(stays),
    first_visible_at: view.any_visible_ms > 0 ? (stays.find(isShown)?.at ?? null) : null,
    any_visible_ms: view.any_visible_ms,
    visible50_ms: view.visible50_ms,
    max_continuous50_ms: view.max_continuous50_ms,
    pixel_ms: view.pixel_ms,
    viewable: view.viewable,
    viewable_at: view.viewable_at,
    viewable_rule: view.rule,
    exposed70_3s: view.exposed70_3s,
  };
}

/** The layers and rules of its signs, and of the shop links that it carries. */
function evidenceOf({ signals, links = [] }: ExposureEvent['unit']): string[] | undefined {
  const found = links
    .filter((link) => !isCandidate(link) && !isLeftOut(link))
    .map(({ layer, rule }) => `${layer} ${rule}`);
  return found.length > 0 ? [...new Set([...(signals ?? []), ...found])] : signals;
}

/** How many links of each place a unit carries. */
export type LinkCounts = ReadonlyMap<string, Readonly<Partial<Record<Surface, number>>>>;

export function countLinks({ links }: OpenPage): LinkCounts {
  const counts = new Map<string, Partial<Record<Surface, number>>>();
  for (const { unitKey, surface } of links.values()) {
    const own = counts.get(unitKey) ?? {};
    counts.set(unitKey, { ...own, [surface]: (own[surface] ?? 0) + 1 });
  }
  return counts;
}

interface Known {
  terms: ExportTerms;
  hashed: Pseudonyms;
  page: OpenPage;
  counts: LinkCounts;
}

/** Every column by its name: there are a hundred times as many of these as of all others, and spreading takes most of their time. */
export function exposureRow({ no, stays }: OpenUnit, { terms, hashed, page, counts }: Known): Row<'exposures'> {
  const unit = mergedUnit(stays);
  const [first] = stays;
  const carried = counts.get(unit.key);
  const [label, box, seen] = [labelCells(unit, stays, terms.study), boxCells(unit.rect), visibilityCells(stays)];
  return {
    study_id: terms.study.id,
    participant_id: terms.participant.id,
    exposure_no: no,
    page_view_no: page.no,
    session_no: page.session,
    rendered_at: first?.renderedAt ?? first?.at ?? page.startedAt,
    surface: names.surfaceNames[page.kind],
    position: unit.position === undefined ? null : unit.position + 1,
    grid_column: unit.column ?? null,
    unit_kind: names.unitKindName(unit.kind),
    media: names.mediaName(unit.kind, unit.media),
    note_h: hashed.ofStudy('note', unit.noteId),
    author_h: hashed.ofStudy('author', unit.authorId),
    author_role: names.authorRoleName(unit.authorRole),
    note_id: terms.study.tier === 'T2' ? (unit.noteId ?? null) : null,
    ad_class: classOf(unit),
    ad_evidence: evidenceName(evidenceOf(unit)),
    detector_confidence: null,
    label_kind: label.label_kind,
    label_text: label.label_text,
    label_visible: label.label_visible,
    label_area_px2: label.label_area_px2,
    label_font_px: label.label_font_px,
    ad_links: carried?.['ad-link'] ?? 0,
    blue_links: carried?.['blue-link'] ?? 0,
    rect_x: box.rect_x,
    rect_y: box.rect_y,
    rect_w: box.rect_w,
    rect_h: box.rect_h,
    viewport_entries: seen.viewport_entries,
    first_visible_at: seen.first_visible_at,
    any_visible_ms: seen.any_visible_ms,
    visible50_ms: seen.visible50_ms,
    max_continuous50_ms: seen.max_continuous50_ms,
    pixel_ms: seen.pixel_ms,
    viewable: seen.viewable,
    viewable_at: seen.viewable_at,
    viewable_rule: seen.viewable_rule,
    exposed70_3s: seen.exposed70_3s,
    detector_version: versionName(first?.ruleVersion ?? page.ruleVersion),
    exported_at: terms.exportedAt,
  };
}
