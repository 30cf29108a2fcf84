import type { LinkPlatform, LinkSpec } from '../types';
import { goodsId, sellerId } from './ids';

/** Where a link can lead: an item, a shop, or a short link that says neither. */
export type Target = Pick<LinkSpec, 'platform' | 'href' | 'itemId' | 'itemKey' | 'shopId'>;

type Form = (number: number) => Target;

const digits = (start: string, number: number) => String(BigInt(start) + BigInt(number));

// The letters of a code are the number's own, so that no two numbers share a code.
function code(number: number, length: number): string {
  const letters = 'AbCdEfGhJk';
  return Array.from(String(number).padStart(length, '0'), (digit) => letters[Number(digit)]).join('');
}

/** @param write the address of an item; keys of the same space join two platforms */
function item(platform: LinkPlatform, [space, start]: readonly [string, string], write: (id: string) => string): Form {
  return (number) => {
    const id = digits(start, number);
    return { platform, href: write(id), itemId: id, itemKey: `${space}:${id}` };
  };
}

function shop(platform: LinkPlatform, start: string, write: (id: string) => string): Form {
  return (number) => ({ platform, href: write(digits(start, number)), shopId: digits(start, number) });
}

function short(platform: LinkPlatform, write: (number: number) => string): Form {
  return (number) => ({ platform, href: write(number) });
}

const ali = ['ali', '880000000001'] as const;
const jd = ['jd', '100300000001'] as const;
const pdd = ['pdd', '530000000001'] as const;
const vip = ['vip', '6920012398457300001'] as const;
const mt = ['mt', '1050000001'] as const;

/** Address forms of every platform, as the corpora of links have them; ids are made up. */
const forms: readonly Form[] = [
  item('taobao', ali, (id) => `https://item.taobao.com/item.htm?id=${id}&pid=mm_120000001_1_2`),
  item('taobao', ali, (id) => `//a.m.taobao.com/i${id}.htm`),
  short('taobao', (number) => `https://m.tb.cn/h.${code(number, 7)}`),
  short('taobao', (number) => `https://s.click.taobao.com/${code(number, 7)}`),
  item('tmall', ali, (id) => `https://detail.tmall.com/item.htm?id=${id}&ali_trackid=2:mm_1_2_3:1_1`),
  item('jd', jd, (id) => `https://item.jd.com/${id}.html?utm_source=lianmeng__9__kong`),
  item('jd', jd, (id) => `https://item.m.jd.com/product/${id}.html`),
  shop('jd', '1000900001', (id) => `https://mall.jd.com/index-${id}.html`),
  short('jd', (number) => `https://u.jd.com/${code(number, 7)}`),
  short('jd', (number) => `https://3.cn/${code(number, 8)}`),
  item('pinduoduo', pdd, (id) => `https://mobile.yangkeduo.com/goods.html?goods_id=${id}&pid=9000001_200000001`),
  item('pinduoduo', pdd, (id) => `pinduoduo://com.xunmeng.pinduoduo/goods.html?goods_id=${id}&campaign=ddjb`),
  shop('pinduoduo', '100900001', (id) => `https://mobile.yangkeduo.com/mall_page.html?mall_id=${id}`),
  item('vipshop', vip, (id) => `https://detail.vip.com/detail-1711548839-${id}.html`),
  item('vipshop', vip, (id) => `vipshop://showGoodsDetail?pid=${id}&brandId=1711548839&goodsType=1`),
  item('meituan', mt, (id) => `https://www.meituan.com/deal/${id}.html?utm_source=60413&utm_medium=cps`),
  shop('meituan', '100800001', (id) => `https://i.meituan.com/poi/${id}`),
  short('meituan', (number) => `https://dpurl.cn/${code(number, 7)}`),
  shop('dianping', '900000001', (id) => `https://www.dianping.com/shop/${id}`),
  (number) => ownGoods(number, (id) => `/goods-detail/${id}?xsec_source=pc_note`),
  (number) => ownGoods(number, (id) => `https://www.xiaohongshu.com/goods-detail/${id}`),
  (number) => ownGoods(number, (id) => `xhsdiscover://goods_detail/${id}`),
  (number) => ownShop(number, (id) => `/shop/${id}`),
  (number) => ownShop(number, (id) => `/vendor/${id}?source=note`),
  item(
    'douyin',
    ['dy', '3700000000000000001'],
    (id) => `https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id=${id}`,
  ),
  item('kuaishou', ['ks', '21900000000001'], (id) => `https://app.kwaixiaodian.com/merchant/shop/detail?id=${id}`),
  item('1688', ['1688', '660000000001'], (id) => `https://detail.1688.com/offer/${id}.html?tracelog=p4p`),
  short('1688', (number) => `https://qr.1688.com/s/${code(number, 8)}`),
  (number) => suning(digits('140000001', number)),
  item('kaola', ['kaola', '6000001'], (id) => `https://goods.kaola.com/product/${id}.html`),
  item(
    'dewu',
    ['dewu', '1600001'],
    (id) => `https://m.poizon.com/router/product/ProductDetail?spuId=${id}&sourceName=shareDetail`,
  ),
  item('xianyu', ['xianyu', '1045171500001'], (id) => `https://www.goofish.com/item?id=${id}`),
  item('fliggy', ['fliggy', '612345700001'], (id) => `https://traveldetail.fliggy.com/item.htm?id=${id}`),
];

export const targetForms = forms.length;

/** The n-th address: forms take turns, and no two addresses are the same. */
export function makeTarget(number: number): Target {
  const form = forms[number % forms.length] ?? forms[0];
  if (form === undefined) throw new Error('no form of address');
  return form(number);
}

function ownGoods(number: number, write: (id: string) => string): Target {
  const id = goodsId(1000 + number);
  return { platform: 'xiaohongshu', href: write(id), itemId: id, itemKey: `xhs:${id}` };
}

function ownShop(number: number, write: (id: string) => string): Target {
  const id = sellerId(1000 + number);
  return { platform: 'xiaohongshu', href: write(id), shopId: id };
}

/** Its items are the vendor's number and the item's. */
function suning(id: string): Target {
  const itemId = `0000000000-${id}`;
  return {
    platform: 'suning',
    href: `https://product.suning.com/0000000000/${id}.html`,
    itemId,
    itemKey: `suning:${itemId}`,
  };
}
