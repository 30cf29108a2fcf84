import type { Item, LinkSpec, Target } from '../types';
import { sellerId } from './ids';
import { vipBrand } from './items';

/** An https anchor that says its item and carries the affiliate parameters real ones carry. */
export function adLink(item: Item, label: string, target: Target): LinkSpec {
  return {
    ...known(item),
    surface: 'ad-link',
    href: affiliateUrl(item),
    label,
    target,
    opens: { how: 'direct', url: affiliateUrl(item), item },
  };
}

/** A deep link into the shop's app; a desktop has none, so the page's own handler goes to the web page. */
export function deepLink(item: Item, label: string, target: Target): LinkSpec {
  const url = affiliateUrl(item);
  return {
    ...known(item),
    surface: 'ad-link',
    href: appUrl(item, url),
    label,
    target,
    opens: { how: 'fallback', url, item },
  };
}

/** A union short link: the href says the platform, never the item. */
export function shortLink(item: Item, label: string, target: Target): LinkSpec {
  const host = item.platform === 'jd' ? 'u.jd.com' : 's.click.taobao.com';
  const href = `https://${host}/${shortCode(item)}`;
  const platform = item.platform === 'jd' ? 'jd' : 'taobao';
  return {
    surface: 'ad-link',
    href,
    label,
    target,
    platform,
    opens: { how: 'redirect', url: affiliateUrl(item), item },
  };
}

export function goodsCard(item: Item): LinkSpec {
  return { ...ownGoods(item, '_blank'), surface: 'goods-card', label: item.title };
}

export function blueLink(item: Item): LinkSpec {
  return { ...ownGoods(item, '_self'), surface: 'blue-link', label: item.title };
}

export function liveGoods(item: Item): LinkSpec {
  return { ...ownGoods(item, '_blank'), surface: 'live-goods', label: item.title };
}

/** A shop of the site itself, in the path form given: both are seen. */
export function shopEntry(path: 'shop' | 'vendor', number: number, label: string): LinkSpec {
  const shopId = sellerId(number);
  const href = `/${path}/${shopId}`;
  const url = `https://www.xiaohongshu.com${href}`;
  return {
    surface: 'shop-entry',
    href,
    label,
    target: '_blank',
    platform: 'xiaohongshu',
    shopId,
    opens: { how: 'direct', url },
  };
}

/** A URL or a token in the author's words: to read, not to click. */
export function inText(surface: 'text-link' | 'text-token', href: string, item?: Item): LinkSpec {
  const named = item === undefined ? { platform: 'taobao' as const } : known(item);
  return { ...named, surface, href, label: href, target: '_self', opens: { how: 'nowhere' } };
}

/** The same item on the other Ali host: the item key joins the two. */
export function onTaobao(item: Item, label: string): LinkSpec {
  const href = `https://item.taobao.com/item.htm?id=${item.id}&pid=mm_120000001_46210001_1097650001`;
  return {
    ...known(item),
    surface: 'ad-link',
    platform: 'taobao',
    href,
    label,
    target: '_blank',
    opens: { how: 'direct', url: href, item },
  };
}

function known(item: Item) {
  return { platform: item.platform, itemId: item.id, itemKey: item.key };
}

function ownGoods(item: Item, target: Target) {
  const href = `/goods-detail/${item.id}?xsec_source=pc_note`;
  return {
    ...known(item),
    href,
    target,
    opens: { how: 'direct' as const, url: `https://www.xiaohongshu.com${href}`, item },
  };
}

// The last digits of the id, in letters: a code of the length the unions use.
function shortCode(item: Item): string {
  const letters = 'aK3mQzR7xB';
  const code = Array.from(item.id.slice(-7), (digit) => letters[Number(digit)] ?? 'x').join('');
  return item.platform === 'jd' ? code.slice(1) : code;
}

/** Parameters as field notes list them; the numbers are made up. */
function affiliateUrl(item: Item): string {
  switch (item.platform) {
    case 'jd':
      return `${item.url}?utm_source=lianmeng__9__kong&utm_medium=jingfen&utm_campaign=t_1000099999_105151&utm_term=9f2c41d07ab84e53`;
    case 'tmall':
    case 'taobao':
      return `${item.url}&ali_trackid=2:mm_120000001_46210001_1097650001:1790000000_101_1&union_lens=lensId:PUB@1790000000`;
    case 'pinduoduo':
      return `${item.url}&pid=9000001_200000001&cpsSign=CC_261001_9000001_200000001_0123456789abcdef&duoduo_type=2`;
    case 'vipshop':
      return `${item.url}?chanTag=9fx001&tra_from=adp:ab12cd34:::mig_code:9fx001:ac010:::::`;
    case 'meituan':
      return `${item.url}?utm_source=60413&utm_medium=cps&utm_content=1702341_33&channel=union`;
    case 'xiaohongshu':
      return item.url;
  }
}

function appUrl(item: Item, url: string): string {
  switch (item.platform) {
    case 'jd':
      return `openapp.jdmobile://virtual?params=${encodeURIComponent(JSON.stringify({ category: 'jump', des: 'productDetail', skuId: item.id, sourceType: 'kong', union_open: 'union_cps' }))}`;
    case 'pinduoduo':
      return `pinduoduo://com.xunmeng.pinduoduo/goods.html?goods_id=${item.id}&pid=9000001_200000001&campaign=ddjb`;
    case 'vipshop':
      return `vipshop://showGoodsDetail?pid=${item.id}&brandId=${vipBrand}&goodsType=1`;
    case 'tmall':
    case 'taobao':
      return `tbopen://m.taobao.com/tbopen/index.html?action=ali.open.nav&module=h5&bc_fl_src=growth_dhh_60001_1&h5Url=${encodeURIComponent(url)}`;
    case 'meituan':
      return `imeituan://www.meituan.com/web?url=${encodeURIComponent(url)}`;
    case 'xiaohongshu':
      return `xhsdiscover://goods_detail/${item.id}`;
  }
}
