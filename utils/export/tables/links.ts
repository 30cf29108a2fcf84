import { may, must } from './columns';
import { box, key, label, platforms, provenance, visibility } from './common';

/** One row per commercial link rendered (ad link under a note, blue link in a comment). */
export const links = {
  title: 'One row per commercial link rendered (ad link under a note, blue link in a comment)',
  primaryKey: ['participant_id', 'link_no'],
  columns: [
    ...key,
    must.integer('link_no', 'Per-participant counter.', { unit: 'seq' }),
    may.integer(
      'exposure_no',
      'FK exposures (the note or comment): the times below are those of this unit; empty where it was not observed.',
      { unit: 'seq' },
    ),
    must.integer('page_view_no', 'FK page_views.', { unit: 'seq' }),
    must.datetime('rendered_at', 'Rendered.', { unit: 'UTC' }),
    must.string('link_kind', 'ad_link = 广告挂链/种草直达; blue_link = 评论区蓝链; product_card = note product card.', {
      values: ['ad_link', 'blue_link', 'product_card', 'other'],
    }),
    must.string('platform', 'Destination.', { values: platforms }),
    may.string('dest_host', 'Registrable domain of the destination, no path or query.'),
    may.string('item_h', 'HMAC(study key, platform item id).'),
    may.string('shop_h', 'HMAC(study key, platform shop id).'),
    may.bigint('price_fen', 'Displayed price.', { unit: 'CNY fen' }),
    may.string('placed_by', 'Who placed a blue link.', { values: ['author', 'merchant', 'other_user', 'unknown'] }),
    may.integer('comment_rank', '1-based rank of the comment.', { unit: 'rank' }),
    ...label,
    ...box,
    ...visibility,
    ...provenance,
  ],
} as const;
