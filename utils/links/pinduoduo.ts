import type { LinkRules, Visit } from './engine/types';
import type { PlatformIdentity } from './identity';

const HOME = 'https://mobile.yangkeduo.com/';

export const identity: PlatformIdentity = {
  id: 'pinduoduo',
  names: { 'zh-CN': '拼多多', 'zh-TW': '拼多多', en: 'Pinduoduo' },
  hosts: ['yangkeduo.com', 'pinduoduo.com'],
  space: 'pdd',
};

export const rules: LinkRules = {
  keep: 'pid cpsSign customParameters duoduo_type _x_ddjb_act _x_ddjb_dmn goods_sign campaign cid refer_share_id refer_share_channel ps',
  item: (id) => `${HOME}goods.html?goods_id=${id}`,
  shop: (id) => `${HOME}mall_page.html?mall_id=${id}`,
  shapes: [
    // 2020 mobile.yangkeduo.com/goods.html?goods_id=12385751, goods1.html, goods2.html; the app says goods_detail.html
    {
      at: /^(?:(?:www\.)?mobile\.yangkeduo|mobile\.pinduoduo)\.com\/goods(?:\d|_detail)?\.html$/,
      kind: 'item',
      id: 'goods_id',
    },
    // 2024, what the app shares: goods1.html?ps=NAdv1vcbeB and no goods_id
    {
      at: /^(?:(?:www\.)?mobile\.yangkeduo|mobile\.pinduoduo)\.com\/goods\d?\.html$/,
      kind: 'short',
      id: 'ps',
      ids: /^\w{6,20}$/,
      to: (ps) => `${HOME}goods.html?ps=${ps}`,
    },
    // duo_coupon_landing.html?goods_id=297881222686703616&pid=8714264_70974453&cpsSign=CC_…
    {
      at: /^(?:(?:www\.)?mobile\.yangkeduo|mobile\.pinduoduo)\.com\/duo_coupon_landing\.html$/,
      kind: 'coupon',
      id: 'goods_id',
      by: 'goods_sign',
    },
    // mall_page.html?mall_id=256402000
    { at: /^(?:(?:www\.)?mobile\.yangkeduo|mobile\.pinduoduo)\.com\/mall_page\.html$/, kind: 'shop', id: 'mall_id' },
    // app.html?launch_url=duo_coupon_landing.html%3Fgoods_id%3D…, relative to the site
    {
      at: /^(?:(?:www\.)?mobile\.yangkeduo|mobile\.pinduoduo)\.com\/app\.html$/,
      kind: 'redirector',
      inner: (visit) => readRelative(visit, 'launch_url'),
      by: 'launch_url',
    },
    // login.html?from=GOODS is what people publish as the product's link
    {
      at: /^(?:(?:www\.)?mobile\.yangkeduo|mobile\.pinduoduo)\.com\/login\.html$/,
      kind: 'redirector',
      inner: (visit) => readRelative(visit, 'from'),
      by: 'from',
    },
    // p.pinduoduo.com/ft0iRLir
    { at: /^p\.pinduoduo\.com\/\w{5,12}(?=\/?$)/, kind: 'short' },
  ],
  schemes: ['pinduoduo'],
  // pinduoduo://com.xunmeng.pinduoduo/goods_detail.html?goods_id=193791252730: the web's pages behind another host
  appHost: 'mobile.yangkeduo.com',
};

function readRelative({ query }: Visit, name: string): string | undefined {
  const address = query.get(name);
  if (!address || /^(?:[a-z][\w.+-]*:|\/\/)/i.test(address)) return address ?? undefined;
  return HOME + (address.startsWith('/') ? address.slice(1) : address);
}
