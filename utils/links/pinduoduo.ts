import { decodeAgain } from './engine/decode';
import { valueOf } from './engine/query';
import type { LinkRules, Visit } from './engine/types';
import { nameShop } from './identity';

export { pinduoduoWords as words } from './words/pinduoduo';

const shop = {
  id: 'pinduoduo',
  hosts: ['yangkeduo.com', 'pinduoduo.com'],
  space: 'pdd',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '拼多多', 'zh-TW': '拼多多', en: 'Pinduoduo' });

export const rules: LinkRules = {
  ...shop,
  called: '拼多多',
  keep: 'pid cpsSign customParameters duoduo_type _x_ddjb_act _x_ddjb_dmn goods_sign campaign cid refer_share_id refer_share_channel ps',
  item: 'mobile.yangkeduo.com/goods.html?goods_id=#',
  shop: 'mobile.yangkeduo.com/mall_page.html?mall_id=#',
  web: [
    // 2020 mobile.yangkeduo.com/goods.html?goods_id=12385751, goods1.html, goods2.html; the app says goods_detail.html
    ['item', '(www.)?mobile.!/goods(\\d|_detail)?.html ?goods_id'],
    ['shop', '(www.)?mobile.!/mall_page.html ?mall_id'],
    // 2019 duo_coupon_landing.html?goods_id=297881222686703616&pid=8714264_70974453&cpsSign=CC_…
    ['coupon', '(www.)?mobile.!/duo_coupon_landing.html ?goods_id &goods_sign'],
    [
      'short',
      // 2024, what the app shares: goods1.html?ps=NAdv1vcbeB and no goods_id
      '(www.)?mobile.!/goods\\d?.html ?ps* =mobile.yangkeduo.com/goods.html?ps=#',
      // p.pinduoduo.com/ft0iRLir
      'p.!/*',
    ],
    [
      'redirector',
      // app.html?launch_url=duo_coupon_landing.html%3Fgoods_id%3D…; login.html?from=GOODS is published as a product's link
      ['(www.)?mobile.!/(app|login).html &launch_url,from', readRelative],
    ],
  ],
  schemes: ['pinduoduo'],
  // pinduoduo://com.xunmeng.pinduoduo/goods_detail.html?goods_id=193791252730: the web's pages behind another host
  appHost: 'mobile.yangkeduo.com',
};

function readRelative({ search }: Visit): string {
  const address = decodeAgain(valueOf(search, 'launch_url') || valueOf(search, 'from'));
  const isWhole = /^(?:[a-z][\w.+-]*:|\/\/)/i.test(address);
  return isWhole ? address : `https://mobile.yangkeduo.com/${address.replace(/^\//, '')}`;
}
