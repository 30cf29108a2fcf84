import type { LinkRules, Visit } from './engine/types';
import type { PlatformIdentity } from './identity';

const HOME = 'https://www.xiaohongshu.com';

export const identity: PlatformIdentity = {
  id: 'xiaohongshu',
  names: { 'zh-CN': '小红书', 'zh-TW': '小紅書', en: 'Xiaohongshu' },
  hosts: ['xiaohongshu.com', 'rednote.com', 'xhslink.com'],
  space: 'xhs',
};

export const rules: LinkRules = {
  keep: 'xhs_g_s xsec_source trackId xhsshare share_id author_share click_id callback_param advertiser_id campaign_id unit_id creativity_id',
  item: (id) => `${HOME}/goods-detail/${id}`,
  shop: (id) => `${HOME}/vendor/${id}`,
  ids: /^[\da-f]{24}$/,
  shapes: [
    // 2026-02 www.xiaohongshu.com/goods-detail/698811a0265eb90001edbc59?xsec_source=app_arkselfshare;
    // mall.xiaohongshu.com; pages.xiaohongshu.com/goods/ID?xhs_g_s=0002 (older)
    { at: /^(?:\w+\.)?(?:xiaohongshu|rednote)\.com\/goods(?:-detail)?\/([\da-f]{24})\/?$/, kind: 'item' },
    // www.xiaohongshu.com/vendor/642a85e7d485a10001abd530?naviHidden=yes
    { at: /^(?:\w+\.)?(?:xiaohongshu|rednote)\.com\/(?:vendor|shop)\/([\da-f]{24})\/?$/, kind: 'shop' },
    // what is read there, not bought
    {
      at: /^(?:\w+\.)?(?:xiaohongshu|rednote)\.com\/(?:explore|discovery|search_result|user|board|login|live)/,
      kind: 'content',
    },
    // xhslink.com/m/4ZhKf0O6l4h, /a/, /o/: note, person, goods or shop alike
    { at: /^xhslink\.com\/(?:[amo]\/)?\w{5,16}(?=\/?$)/, kind: 'short' },
    // oia.xiaohongshu.com/oia?deeplink=xhsdiscover…: opens the app on iOS
    { at: /^oia\.xiaohongshu\.com\/oia\/?$/, kind: 'redirector', inner: 'deeplink', by: 'deeplink' },
  ],
  schemes: ['xhsdiscover'],
  app: [
    // xhsdiscover://goods_detail/639c68f7af570300017e4c66?…, mini_goods_detail/ID when opened from a note
    { at: /^(?:mini_)?goods_detail\/([\da-f]{24})/, kind: 'item' },
    { at: /^shop_detail\/?$/, kind: 'shop', id: 'seller_id' },
    // xhsdiscover://item/ID (also item/discovery.ID), video_feed/ID, user/ID …
    { at: /^(?:item|video_feed|user|topic|live)(?:\/|$)/, kind: 'content' },
    // xhsdiscover://webview/www.xiaohongshu.com/goods-detail/ID?naviHidden=yes: an address without its https://
    { at: /^webview\/./, kind: 'deeplink', inner: readWebview },
  ],
};

function readWebview({ url }: Visit): string {
  return `https:/${url.pathname}${url.search}`;
}
