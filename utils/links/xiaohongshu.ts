import { decodeValue } from './engine/query';
import type { LinkRules, Visit } from './engine/types';
import { nameShop } from './identity';

export { xiaohongshuWords as words } from './words/xiaohongshu';

const shop = {
  id: 'xiaohongshu',
  hosts: ['xiaohongshu.com', 'rednote.com', 'xhslink.com'],
  space: 'xhs',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '小红书', 'zh-TW': '小紅書', en: 'Xiaohongshu' });

export const rules: LinkRules = {
  ...shop,
  called: '小[红紅][书書]',
  keep: 'xhs_g_s xsec_source trackId xhsshare share_id author_share click_id callback_param advertiser_id campaign_id unit_id creativity_id',
  item: 'www.xiaohongshu.com/goods-detail/#',
  shop: 'www.xiaohongshu.com/vendor/#',
  ids: /^[\da-f]{24}$/,
  web: [
    // 2026-02 www.xiaohongshu.com/goods-detail/698811a0265eb90001edbc59?xsec_source=app_arkselfshare;
    // older pages.xiaohongshu.com/goods/ID?xhs_g_s=0002
    ['item', '(@.)?!/goods(-detail)?/%'],
    // 2023 www.xiaohongshu.com/vendor/642a85e7d485a10001abd530?naviHidden=yes
    ['shop', '(@.)?!/(vendor|shop)/%'],
    // what is read there, not bought
    ['content', '(@.)?!/(explore|discovery|search_result|user|board|live)…'],
    // opens the app on iOS: oia.xiaohongshu.com/oia?deeplink=xhsdiscover…
    ['redirector', 'oia.!/oia >deeplink'],
    // xhslink.com/m/4ZhKf0O6l4h, /a/, /o/: note, person, goods or shop alike
    ['short', 'xhslink.com/([amo]/)?*'],
  ],
  schemes: ['xhsdiscover'],
  app: [
    // xhsdiscover://goods_detail/639c68f7af570300017e4c66?…, mini_goods_detail/ID when opened from a note
    ['item', '(mini_)?goods_detail/%'],
    ['shop', 'shop_detail ?seller_id'],
    // xhsdiscover://item/ID (also item/discovery.ID), video_feed/ID, user/ID, live_audience?room_id=ID
    ['content', '(item|video_feed|user|topic|live(_audience)?)(/…)?'],
    // xhsdiscover://webview/www.xiaohongshu.com/goods-detail/ID?naviHidden=yes: an address without its https://;
    // guesses: with it, encoded or not, or in a parameter
    ['deeplink', ['webview/…', readWebview], 'webview/? >link,url'],
  ],
};

function readWebview({ at, search }: Visit): string {
  const address = at.slice('webview/'.length);
  if (/^https?%3a/i.test(address)) return decodeValue(address);
  return `${/^https?:\/\//i.test(address) ? '' : 'https://'}${address}${search}`;
}
