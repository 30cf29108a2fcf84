import { must } from './columns';
import { key } from './common';

/** Derived credit of an order line to a touch (recomputable). */
export const attributions = {
  title: 'Derived credit of an order line to a touch (recomputable)',
  primaryKey: [
    'participant_id',
    'order_h',
    'line_no',
    'touch_type',
    'touch_no',
    'model',
    'click_window_days',
    'view_window_days',
    'match_level',
  ],
  columns: [
    ...key,
    must.string('order_h', 'FK orders.'),
    must.integer('line_no', 'FK orders.', { unit: 'rank' }),
    must.integer('touch_no', 'action_no (click) or link_no (viewable link).', { unit: 'seq' }),
    must.string('touch_type', 'Kind.', { values: ['click', 'view'] }),
    must.datetime('touch_at', 'When.', { unit: 'UTC' }),
    must.string('model', 'Model.', { values: ['last', 'first', 'linear', 'position'] }),
    must.integer('click_window_days', 'Window.', { unit: 'd' }),
    must.integer('view_window_days', 'Window (0 = off).', { unit: 'd' }),
    must.string('match_level', 'Match required.', { values: ['item', 'shop', 'platform'] }),
    must.number('credit', 'Share of the line; credits of a line sum to 1.', { unit: '0..1' }),
    must.datetime('exported_at', 'Export time.', { unit: 'UTC' }),
  ],
} as const;
