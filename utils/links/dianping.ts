import type { LinkRules } from './engine/types';
import { nameShop } from './identity';
import type { EvidenceWords } from './words/types';

const shop = {
  id: 'dianping',
  hosts: ['dianping.com'],
  space: 'dp',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '大众点评', 'zh-TW': '大眾點評', en: 'Dianping' });

export const rules: LinkRules = {
  ...shop,
  shop: 'www.dianping.com/shop/#',
  web: [
    // 2023 www.dianping.com/shop/H3wfj71c5YJ8Jpkf (digits until 2019), m.dianping.com/shopshare/…
    ['shop', '(www|m).!/shop(share)?/*'],
    // http://lite.m.dianping.com/kFpGZBOIbW
    ['short', 'lite.m.!/*'],
  ],
  schemes: ['dianping'],
};

/** No parameter is known that says who is paid. */
export const words: EvidenceWords = {};
