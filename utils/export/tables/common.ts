import { may, must } from './columns';

/** Columns that several tables have. */

export const platforms = ['xhs', 'tmall', 'taobao', 'jd', 'pdd', 'vip', 'meituan', 'other', 'unknown'] as const;

/** Whose row it is. */
export const key = [
  must.string('study_id', 'Study slug (^[a-z0-9][a-z0-9-]{1,30}$); equals the study= partition value.'),
  must.string(
    'participant_id',
    'Random per-study pseudonym, p- followed by 26 base32 chars; equals the participant= partition value. Never derived from an account.',
  ),
] as const;

/** Which rules made a row, and when it was exported. */
export const provenance = [
  must.string('detector_version', 'Detector rule-set version that produced the row; other: no stamp of ours.'),
  must.datetime(
    'exported_at',
    'When the row was exported. Exports number their rows anew: of a month the newest counts, and numbers join within one.',
    { unit: 'UTC' },
  ),
] as const;

/** How long it was on screen. */
export const visibility = [
  must.integer(
    'viewport_entries',
    'Times the element entered the viewport in this feed instance or page view; 0 also of links with an empty exposure_no: not observed.',
    {
      unit: 'count',
    },
  ),
  may.datetime('first_visible_at', 'First time >0 px were visible with the page active.', { unit: 'UTC' }),
  must.bigint('any_visible_ms', 'Time with ratio > 0 and the page active (document visible and window focused).', {
    unit: 'ms',
  }),
  must.bigint('visible50_ms', 'Time with ratio >= 0.5 and the page active.', { unit: 'ms' }),
  must.bigint('max_continuous50_ms', 'Longest uninterrupted run of the above.', { unit: 'ms' }),
  must.number('pixel_ms', 'Integral of visible CSS-pixel area over active time.', { unit: 'px2*ms' }),
  must.boolean('viewable', 'MRC viewable (50 % / 1 s display, 50 % / 2 s playing video) or clicked.'),
  may.datetime('viewable_at', 'Moment the condition was met.', { unit: 'UTC' }),
  may.string('viewable_rule', 'Which rule made it viewable.', {
    values: ['mrc_display_50_1s', 'mrc_video_50_2s', 'mrc_large_30_1s', 'click'],
  }),
  must.boolean('exposed70_3s', 'WebScience exposure: >= 70 % for a cumulative 3 s, element >= 25x15 px.'),
] as const;

/** Where it stood. */
export const box = [
  may.real('rect_x', 'Left edge, document coordinates, at first render.', { unit: 'CSS px' }),
  may.real('rect_y', 'Top edge, document coordinates, at first render.', { unit: 'CSS px' }),
  may.real('rect_w', 'Width.', { unit: 'CSS px' }),
  may.real('rect_h', 'Height.', { unit: 'CSS px' }),
] as const;

/** The ad or cooperation label 标识 at it. */
export const label = [
  must.string(
    'label_kind',
    'statutory = contains the word 广告; equivalent = 赞助/推广/Sponsored; declared = author statement (品牌合作, 利益相关); other = a label that is no disclosure; none = no label observed; unknown = not checked.',
    { values: ['statutory', 'equivalent', 'declared', 'other', 'none', 'unknown'] },
  ),
  may.string('label_text', 'Literal label (platform vocabulary, never free author text).'),
  may.boolean('label_visible', 'Label itself >= 50 % visible for >= 1 s while the unit was viewable.'),
  may.real('label_area_px2', 'Label box area.', { unit: 'CSS px2' }),
  may.real('label_font_px', 'Computed font size.', { unit: 'CSS px' }),
] as const;
