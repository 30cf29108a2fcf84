import type { ExposureEvent } from '@/utils/core/units';
import { mulberry32 } from '@/utils/density/intervals';
import type { Row } from '@/utils/export/tables';

/** 2026-01-01 00:00 UTC. */
const start = Date.UTC(2026, 0, 1);
const cardsOfList = 40;

/** Stays of note cards, of one list after the other: a person of so many cards. */
export function makeStays(from: number, to: number): ExposureEvent[] {
  return Array.from({ length: to - from }, (_stay, place) => stay(from + place));
}

function stay(no: number): ExposureEvent {
  const list = Math.floor(no / cardsOfList);
  const position = no % cardsOfList;
  const visit = `bench-visit-${String(list)}`;
  const isAd = no % 7 === 0;
  return {
    ...{ id: `${visit}:card:${String(position)}:1`, at: start + list * 7_200_000 + position * 900, zoneMinutes: 480 },
    ...{ visit, url: 'https://www.xiaohongshu.com/explore', tab: 1, type: 'exposure', site: 'xiaohongshu' },
    ...{ pageKind: 'feed', ruleVersion: 'bench', feed: visit, entry: 1, durationMs: 2_400 },
    unit: {
      ...{ key: `card:${String(position)}`, kind: 'note', position, column: position % 4, media: 'image' },
      rect: [16 + 240 * (position % 4), 100 + 420 * Math.floor(position / 4), 224, 400],
      noteId: idOf(no),
      authorId: idOf(no % 5_000),
      ...(isAd && { label: { text: '赞助', kind: 'equivalent' }, signals: ['L3 label'] }),
    },
    states: [
      { afterMs: 0, ratio: 0.4, active: true },
      { afterMs: 300, ratio: 1, active: true },
    ],
  };
}

/** 24 digits without a pattern, as the site's ids are: a writer packs a counter behind sixes to nothing, and no real id. */
function idOf(no: number): string {
  const random = mulberry32(no);
  return Array.from({ length: 24 }, () => Math.floor(random() * 16).toString(16)).join('');
}

/** The least that a row of the same columns can be: what the stay says, and nothing worked out. */
export function bareRow(event: ExposureEvent, no: number): Row<'exposures'> {
  const { unit, at, ruleVersion } = event;
  const [x = 0, y = 0, width = 0, height = 0] = unit.rect ?? [];
  return {
    ...{ study_id: 'bench', participant_id: 'p-aaaaaaaaaaaaaaaaaaaaaaaaaa', exposure_no: no, page_view_no: 1 },
    ...{ session_no: 1, rendered_at: at, surface: 'explore_feed', position: unit.position ?? null },
    ...{ grid_column: unit.column ?? null, unit_kind: 'note_card', media: 'image', note_h: unit.noteId ?? null },
    ...{ author_h: unit.authorId ?? null, author_role: 'unknown', note_id: null, ad_class: 'none', ad_evidence: null },
    ...{ detector_confidence: null, label_kind: 'none', label_text: null, label_visible: null, label_area_px2: null },
    ...{ label_font_px: null, ad_links: 0, blue_links: 0, rect_x: x, rect_y: y, rect_w: width, rect_h: height },
    ...{ viewport_entries: 1, first_visible_at: at, any_visible_ms: event.durationMs, visible50_ms: 2_100 },
    ...{ max_continuous50_ms: 2_100, pixel_ms: 0, viewable: true, viewable_at: at, viewable_rule: null },
    ...{ exposed70_3s: false, detector_version: ruleVersion, exported_at: start },
  };
}
