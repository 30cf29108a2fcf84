import type { LinkRules } from './engine/types';
import { nameShop } from './identity';
import type { EvidenceWords } from './words/types';

const shop = {
  id: 'dewu',
  hosts: ['dewu.com', 'poizon.com', 'dw4.co'],
  space: 'dewu',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '得物', 'zh-TW': '得物', en: 'Dewu' });

export const rules: LinkRules = {
  ...shop,
  called: '得物',
  item: 'm.dewu.com/router/product/ProductDetail?spuId=#',
  web: [
    // m.poizon.com/router/product/ProductDetail?spuId=1488865 is the same under the older name
    ['item', 'm.!/router/product/ProductDetail ?spuId'],
    // dw4.co/t/A/1F1MGHWP
    ['short', 'dw4.co/t/@/*'],
  ],
};

/** No parameter is known that says who is paid. */
export const words: EvidenceWords = {};
