import { attributionModels, creditsOf, eligibleTouches, type Touch } from '../../match/attribution';
import type { Row, RowIn } from '../tables';
import type { ExportTerms } from '../terms';
import { keyOf, rowFor } from './base';
import type { Order } from './order-rows';

const clickWindows = [1, 7, 14, 30] as const;
const viewDays = 1;
const dayMs = 86_400_000;

interface Credited {
  order: Row<'orders'>;
  at: number;
  month: number;
  touches: (Touch & { no: number })[];
}

/** A click, or a link that was viewable, of a known item. */
export interface ItemTouch {
  type: Touch['type'];
  no: number;
  at: number;
  itemKey: string;
}

/** What remains of an item once it is joined. */
const same = { platform: '', item: '', shop: '' };

/**
 * Holds the orders, a person's few, and of everything that is touched only what may have led to one of them. Whether an
 * order came from a touch nobody knows: credits are attributed, not caused.
 */
export function attributions(terms: ExportTerms) {
  const byItem = new Map<string, Credited[]>();
  return {
    addOrder({ row: { row: order, at: month }, itemKey, at }: Order): void {
      if (itemKey === undefined || at === undefined) return;
      byItem.set(itemKey, [...(byItem.get(itemKey) ?? []), { order, at, month, touches: [] }]);
    },
    addTouch({ type, no, at, itemKey }: ItemTouch): void {
      const days = type === 'click' ? Math.max(...clickWindows) : viewDays;
      for (const credited of byItem.get(itemKey) ?? []) {
        const age = credited.at - at;
        if (age >= 0 && age <= days * dayMs)
          credited.touches.push({ ...same, id: `${type}:${String(no)}`, type, t: at, no });
      }
    },
    *rows(): Generator<RowIn<'attributions'>> {
      for (const credited of [...byItem.values()].flat()) yield* creditRows(credited, terms);
    },
  };
}

const rules = clickWindows.flatMap((clickDays) => attributionModels.map((model) => ({ clickDays, model })));

function* creditRows(credited: Credited, terms: ExportTerms): Generator<RowIn<'attributions'>> {
  const { order, at, month, touches } = credited;
  const bought = { ...same, id: '', t: at, paid_fen: 0 };
  for (const { clickDays, model } of rules) {
    const eligible = eligibleTouches(bought, touches, { level: 'item', clickDays, viewDays, clickFirst: true });
    const credits = creditsOf(eligible, model);
    for (const touch of touches) {
      const credit = credits[touch.id];
      if (credit === undefined) continue;
      yield rowFor('attributions', month, {
        ...keyOf(terms),
        order_h: order.order_h,
        line_no: order.line_no,
        touch_no: touch.no,
        touch_type: touch.type,
        touch_at: touch.t,
        model,
        click_window_days: clickDays,
        view_window_days: viewDays,
        match_level: 'item',
        credit,
        exported_at: terms.exportedAt,
      });
    }
  }
}
