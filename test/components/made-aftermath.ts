import type { Aftermath } from '@/components/dashboard/purchases/bought-props';
import type { ItemRow } from '@/utils/core/rows';
import { now } from './made-rows';

const day = 86_400_000;

function thing(key: string, title: string, change: Partial<ItemRow> = {}): ItemRow {
  return {
    key,
    platform: key.startsWith('jd:') ? 'jd' : 'taobao',
    kind: 'item',
    title,
    note: { site: 'xiaohongshu', id: '1', title: '秋天的第一件毛衣', at: now - 20 * day },
    surfaces: ['ad-link'],
    journey: [],
    savedBy: ['item'],
    state: 'saved',
    savedAt: now - 19 * day,
    ...change,
  };
}

export const sweater = thing('ali:1', '羊毛衫女宽松', { state: 'bought', outcome: { as: 'kept', at: now } });
export const lamp = thing('jd:2', '床头灯', { priceFen: 19_900, cool: { until: now - 1, at: now - 7 * day } });

export const aftermath: Aftermath = {
  bought: [
    { item: sweater, facts: { boughtAt: now - 5 * day, days: 15, firstFen: 12_900, paidFen: 9_900 } },
    {
      item: thing('ali:3', '保温杯', { state: 'bought' }),
      facts: { boughtAt: now - 6 * day, days: 0, orderFen: 30_000 },
    },
  ],
  moreBought: 4,
  cooling: [
    { item: lamp, until: now - 1 },
    { item: thing('ali:4', '帆布包', { cool: { until: now + 3 * day, at: now } }), until: now + 3 * day },
    { item: thing('ali:5', '面膜', { priceFen: 8_900 }) },
  ],
  moreCooling: 1,
};
