import type { LinkRules } from './engine/types';
import { nameShop } from './identity';
import type { EvidenceWords } from './words/types';

const shop = {
  id: 'suning',
  hosts: ['suning.com'],
  space: 'suning',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '苏宁易购', 'zh-TW': '蘇寧易購', en: 'Suning' });

export const rules: LinkRules = {
  ...shop,
  web: [
    [
      'item',
      // m.suning.com/product/0000000000/137516947.html. A goods number means another thing at another vendor (always
      // ten digits), so both make the id; alone it is Suning's own.
      '(product.!|m.!/product)/#/#.html ^$1-$2 =product.suning.com/$1/$2.html',
      '(product.!|m.!/product)/#.html ^0000000000-$1 =product.suning.com/0000000000/$1.html',
    ],
    // sugs.suning.com/HpGbzgk6
    ['short', 'sugs.!/*'],
  ],
};

/** No parameter is known that says who is paid. */
export const words: EvidenceWords = {};
