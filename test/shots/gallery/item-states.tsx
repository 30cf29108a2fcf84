import type { ComponentChild } from 'preact';
import type { DetailView, ItemsProps, ItemsState } from '@/components/dashboard/items/items-props';
import { ItemsView } from '@/components/dashboard/items/items-view';
import { noCounts } from '@/utils/core/health';
import { everyLine, type ItemLine, lineOf } from '@/utils/core/item-lines';
import type { ItemRow } from '@/utils/core/rows';
import { fine } from '../../components/made-health';
import { chair, daysAgo, dress, kettle, opaque, order } from '../../components/made-rows';

/** States of the list of items, and of one of them. */

const nothing = () => undefined;
const on = {
  ...{ onQuery: nothing, onLook: nothing, onChoose: nothing, onChooseAll: nothing, onBulk: nothing, onGo: nothing },
  ...{ onStopBulk: nothing, onStopReading: nothing, onRead: nothing, onTop: nothing },
  ...{ onOpenItem: nothing, onCloseItem: nothing, onJoin: nothing, onPart: nothing, findToJoin: () => [] },
};

const lamp: ItemRow = {
  ...dress,
  key: 'ali:400',
  title: '【官方正品】北欧风落地灯 客厅卧室暖光阅读灯 可调光',
  shop: '一盏灯家居旗舰店',
  note: { site: 'xiaohongshu', id: 'n9', title: '租房改造｜十件提升幸福感的小东西', at: daysAgo(9) },
  priceFen: 19_900,
};
const foreign: ItemRow = { ...chair, key: 'jd:500', title: 'مقعد قابل للطي <b>\u202eevil</b> ' + 'x'.repeat(300) };
const rows: ItemRow[] = [lamp, chair, kettle, dress, opaque, foreign];
/** As a list looks after some weeks. */
const shown: ItemLine[] = [
  lamp,
  { ...kettle, shop: 'Trail & Tea', priceKind: 'coupon' as const },
  chair,
  { ...dress, shop: '某某旗舰店', title: '法式碎花连衣裙 秋冬长袖', priceFen: 25_900 },
  { ...chair, key: 'pdd:700', platform: 'pinduoduo', title: 'Enamel mug, set of two', priceFen: 3_980 },
  { ...kettle, key: 'vip:800', platform: 'vipshop', title: '羊毛大衣 双面呢', priceFen: 89_900 },
  { ...chair, key: 'jd:900', title: 'Camping lantern, warm light', priceFen: 7_900, state: 'dropped' as const },
].map(lineOf);
const many: ItemLine[] = Array.from({ length: 1_200 }, (_line, at) => {
  const line = lineOf(rows[at % rows.length] ?? lamp);
  return { ...line, key: `${line.key}-${String(at)}` };
});

function items(change: Partial<ItemsState> = {}, more: Partial<ItemsProps> = {}): ComponentChild {
  const view: ItemsState = {
    ...{ reading: { state: 'done', result: 1_200 }, bulk: { state: 'idle' }, query: everyLine, look: 'table' },
    ...{ total: many.length, lines: many, platforms: ['jd', 'tmall'], chosen: new Set<string>(), top: 0 },
    ...change,
  };
  return <ItemsView facts={fine} view={view} {...on} {...more} />;
}

const chosen = new Set(many.slice(0, 3).map(({ key }) => key));
const detail: DetailView = {
  key: lamp.key,
  state: 'ready',
  item: {
    ...lamp,
    journey: [...kettle.journey, { step: 'refunded', at: daysAgo(0), evidence: 'observed' }],
    state: 'refunded',
    prices: [
      { at: daysAgo(40), priceFen: 25_900 },
      { at: daysAgo(21), priceFen: 23_900, priceKind: 'coupon' },
      { at: daysAgo(9), priceFen: 19_900, stock: 'in' },
      { at: daysAgo(2), priceFen: 22_900, stock: 'in' },
    ],
  },
  orders: [order],
  joined: [lineOf({ ...lamp, key: 'pdd:700', platform: 'pinduoduo', priceFen: 20_900 })],
  elsewhere: [lineOf({ ...lamp, key: 'jd:600', platform: 'jd', priceFen: 21_500 })],
};

export const itemStates: Record<string, () => ComponentChild> = {
  'items-many': () => items(),
  'items-shown': () => items({ total: shown.length, lines: shown, platforms: ['jd', 'tmall', 'pinduoduo', 'vipshop'] }),
  'items-cards': () => items({ look: 'cards' }),
  'items-one': () => items({ total: 1, lines: many.slice(0, 1) }),
  'items-empty': () => items({ total: 0, lines: [] }, { facts: { ...fine, counts: noCounts } }),
  'items-closed': () => items({}, { facts: { error: 'broken' } }),
  'items-none': () => items({ lines: [], query: { ...everyLine, text: '沙发' } }),
  'items-reading': () => items({ total: 0, lines: [], reading: { state: 'running', done: 32_000, total: 100_000 } }),
  'items-chosen': () => items({ chosen, bulk: { state: 'done', result: { deed: 'drop', done: 3, failed: 1 } } }),
  'items-working': () => items({ chosen, bulk: { state: 'running', done: 120, total: 900 } }),
  'items-detail': () => items({ detail }),
  'items-gone': () => items({ detail: { key: 'x', state: 'gone', orders: [], joined: [], elsewhere: [] } }),
};
