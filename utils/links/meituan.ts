import type { LinkRules } from './engine/types';
import type { PlatformIdentity } from './identity';

export const identity: PlatformIdentity = {
  id: 'meituan',
  names: { 'zh-CN': '美团', 'zh-TW': '美團', en: 'Meituan' },
  // dpurl.cn is used by Meituan and Dianping alike; Meituan's union owns it.
  hosts: ['meituan.com', 'dpurl.cn'],
  space: 'mt',
};

export const rules: LinkRules = {
  keep: 'utm_source utm_medium utm_campaign utm_content utm_term channel mt_id mt_key click_cps_url p t scene mediumSrc1 pageSrc1 bizId',
  item: (id) => `https://www.meituan.com/deal/${id}.html`,
  shop: (id) => `https://i.meituan.com/poi/${id}`,
  shapes: [
    // haikou.meituan.com/deal/44364189.html (group buying), www and i alike
    { at: /^\w+\.meituan\.com\/deal\/(\d+)(?:\.html)?$/, kind: 'item' },
    { at: /^i\.meituan\.com\/poi\/(\d+)\/?$/, kind: 'shop' },
    // http://dpurl.cn/4jAj4K6z, dpurl.cn/p/4Q5Q0muOwH
    { at: /^dpurl\.cn\/(?:p\/)?\w{5,12}(?=\/?$)/, kind: 'short' },
    // click.meituan.com/t?t=1&c=2&p=WhaD2b5zGU-h
    { at: /^click\.meituan\.com\/t$/, kind: 'redirector', by: 'p' },
    // market.waimai.meituan.com/gd/single.html?…&click_cps_url=…, /gd2/wm/XXXX
    { at: /^market\.waimai\.meituan\.com\/gd2?\//, kind: 'coupon', inner: 'click_cps_url', by: 'gundam_id' },
  ],
  // imeituan://www.meituan.com/web?url=…
  schemes: ['imeituan'],
};
