import type { LinkRules } from './engine/types';
import { nameShop } from './identity';

export { meituanWords as words } from './words/meituan';

const shop = {
  id: 'meituan',
  // dpurl.cn shortens for Dianping as well; Meituan's union runs it.
  hosts: ['meituan.com', 'dpurl.cn'],
  space: 'mt',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '美团', 'zh-TW': '美團', en: 'Meituan' });

export const rules: LinkRules = {
  ...shop,
  keep: 'utm_source utm_medium utm_campaign utm_content utm_term channel mt_id mt_key click_cps_url p t scene mediumSrc1 pageSrc1 bizId',
  item: 'www.meituan.com/deal/#.html',
  shop: 'i.meituan.com/poi/#',
  web: [
    // group buying: haikou.meituan.com/deal/44364189.html, www and i alike
    ['item', '@.!/deal/#(.html)?'],
    ['shop', 'i.!/poi/#'],
    // http://dpurl.cn/4jAj4K6z, dpurl.cn/p/4Q5Q0muOwH
    ['short', 'dpurl.cn/(p/)?*'],
    // click.meituan.com/t?t=1&c=2&p=WhaD2b5zGU-h
    ['redirector', 'click.!/t &p'],
    // market.waimai.meituan.com/gd/single.html?…&click_cps_url=…, /gd2/wm/XXXX
    ['coupon', 'market.waimai.!/gd2?/… >click_cps_url &gundam_id'],
  ],
  // imeituan://www.meituan.com/web?url=TARGET
  schemes: ['imeituan'],
};
