import type { Item } from '../types';
import { items } from './items';

/** Orders that a list loads by itself, or that stand on the pages of the smaller houses: bought just now, unless refunded. */
export interface ShopOrder {
  id: string;
  item: Pick<Item, 'id' | 'title' | 'shop'>;
  fen: number;
}

const second = (id: string, title: string): ShopOrder['item'] => ({ id, title, shop: '随便看看' });

export const shopOrders = {
  /** The old list's second page, in GBK. */
  boughtLater: { id: '4379960000002482917', item: second('690000000002', '竹编收纳篮 手工编织'), fen: 3_300 },
  /** The list of today, and that of the phone. */
  boughtNew: { id: '4379960000003482917', item: second('690000000003', '羊毛毡杯垫 四只装'), fen: 128_050 },
  boughtPhone: { id: '4379960000004482917', item: second('690000000004', '亚麻围裙 防泼水'), fen: 6_180 },
  pddFirst: { id: '261122-625140067923519', item: items.tissue, fen: 2_590 },
  pddLater: { id: '261121-625140067923520', item: second('528164903378', '厨房抹布 十条装'), fen: 1_090 },
  vip: { id: '26112200000417', item: items.coat, fen: 62_900 },
  meituan: { id: '4900000000000000417', item: items.hotpot, fen: 13_800 },
} satisfies Record<string, ShopOrder>;

/** No order of anybody's: a script of the page makes it up. */
export const forgedOrder = { id: '4379960000009482917', item: second('690000000009', '没有买过的东西'), fen: 99_900 };
