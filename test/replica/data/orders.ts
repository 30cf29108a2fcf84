import type { Item } from '../types';
import { items } from './items';

export type OrderKind = 'from-note' | 'no-note' | 'unpaid' | 'cancelled' | 'unreadable';

export interface OrderLine {
  item: Item;
  quantity: number;
}

export interface OrderSpec {
  /** A secret to whoever reads it. */
  id: string;
  page: 'taobao' | 'jd';
  kind: OrderKind;
  lines: OrderLine[];
  /** What the page shows as paid, whether it was or not. */
  shownFen: number;
  /** Before the clock at the first look at an order page. */
  agoMs: number;
  /** Service lines (运费险) beside the real ones, Taobao only. */
  services?: string[];
}

const second = 1000;
const day = 86_400_000;

const one = (item: Item): OrderLine[] => [{ item, quantity: 1 }];

/**
 * All orders end in the same six digits, as those of one buyer do.
 * What hangs on a note was bought just now, so that the purchase follows the click.
 */
export const orders: readonly OrderSpec[] = [
  {
    id: '4380017265310482917',
    page: 'taobao',
    kind: 'from-note',
    lines: one(items.bag),
    shownFen: 7_800,
    agoMs: second,
  },
  {
    id: '4380017265294482917',
    page: 'taobao',
    kind: 'from-note',
    lines: [{ item: items.serum, quantity: 2 }],
    shownFen: 36_800,
    agoMs: 2 * second,
    services: ['运费险'],
  },
  {
    id: '4379981040052482917',
    page: 'taobao',
    kind: 'no-note',
    lines: one(items.cup),
    shownFen: 4_650,
    agoMs: 9 * day,
  },
  {
    id: '4379980011237482917',
    page: 'taobao',
    kind: 'unpaid',
    lines: one(items.notebook),
    shownFen: 2_880,
    agoMs: 3 * second,
  },
  {
    id: '4379978823100482917',
    page: 'taobao',
    kind: 'cancelled',
    lines: one(items.mask),
    shownFen: 8_900,
    agoMs: 2 * day,
  },
  { id: '4379970000001482917', page: 'taobao', kind: 'unreadable', lines: [], shownFen: 0, agoMs: 5 * day },
  { id: '298870014521', page: 'jd', kind: 'from-note', lines: one(items.earbuds), shownFen: 33_900, agoMs: second },
  { id: '298870013377', page: 'jd', kind: 'from-note', lines: one(items.lamp), shownFen: 12_900, agoMs: 2 * second },
  {
    id: '298811409263',
    page: 'jd',
    kind: 'no-note',
    lines: [
      { item: items.rice, quantity: 1 },
      { item: items.towel, quantity: 2 },
    ],
    shownFen: 15_970,
    agoMs: 12 * day,
  },
  { id: '298869902018', page: 'jd', kind: 'unpaid', lines: one(items.kettle), shownFen: 26_900, agoMs: 3 * second },
  { id: '298790055141', page: 'jd', kind: 'cancelled', lines: one(items.charger), shownFen: 9_900, agoMs: 3 * day },
  { id: '298780000007', page: 'jd', kind: 'unreadable', lines: [], shownFen: 0, agoMs: 4 * day },
];

/** What the orders of somebody else at the same browser end in. */
export const otherBuyer = '730028';

/** The shop as the order page names it: JD's list calls every shop run by itself the same. */
export function shopShown({ page, lines }: OrderSpec): string | undefined {
  const shop = lines[0]?.item.shop;
  return page === 'jd' && shop?.includes('自营') ? '京东自营' : shop;
}

/** What no reader may keep. A test looks for the word PLANTED in all that was stored. */
export const planted = {
  receiver: 'PLANTED_RECEIVER_林小满',
  phone: 'PLANTED_PHONE_13000001234',
  address: 'PLANTED_ADDRESS_上海市静安区虚构路 12 弄 3 号 401',
};
