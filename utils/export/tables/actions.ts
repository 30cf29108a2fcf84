import { may, must } from './columns';
import { key, platforms, provenance } from './common';

/** Clicks, saves, landings, carts. */
export const actions = {
  title: 'Clicks, saves, landings, carts',
  primaryKey: ['participant_id', 'action_no'],
  columns: [
    ...key,
    must.integer('action_no', 'Per-participant counter.', { unit: 'seq' }),
    may.integer('session_no', 'FK sessions.', { unit: 'seq' }),
    must.datetime('occurred_at', 'When.', { unit: 'UTC' }),
    must.string(
      'action',
      'click = link clicked; visit = landed on the shop page; save/unsave = item list; collect = platform 收藏; cart = add to cart; hide = not interested.',
      { values: ['click', 'visit', 'save', 'unsave', 'collect', 'cart', 'hide'] },
    ),
    may.integer('link_no', 'FK links.', { unit: 'seq' }),
    may.integer('exposure_no', 'FK exposures.', { unit: 'seq' }),
    may.integer('caused_by_no', 'action_no of the click that led to this visit (same tab lineage, <= 30 min).', {
      unit: 'seq',
    }),
    may.string('platform', 'Platform.', { values: platforms }),
    may.string('item_h', 'HMAC item.'),
    may.string('shop_h', 'HMAC shop.'),
    may.integer('quantity', 'Cart quantity.', { unit: 'count' }),
    must.string('source', 'How known.', { values: ['observed', 'imported', 'manual'] }),
    ...provenance,
  ],
} as const;
