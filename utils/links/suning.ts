import type { LinkRules } from './engine/types';
import type { PlatformIdentity } from './identity';

export const identity: PlatformIdentity = {
  id: 'suning',
  names: { 'zh-CN': '苏宁易购', 'zh-TW': '蘇寧易購', en: 'Suning' },
  hosts: ['suning.com'],
  space: 'suning',
};

export const rules: LinkRules = {
  item: (id) => `https://product.suning.com/${id.replace('-', '/')}.html`,
  web: [
    [
      'item',
      // m.suning.com/product/0000000000/137516947.html. A goods number means another thing at another vendor, so
      // both make the id; alone it is Suning's own.
      {
        at: '(product.suning.com|m.suning.com/product)/(#/)?#.html',
        id: ([, vendor = '', goods = '']) => `${vendor.padStart(10, '0')}-${goods}`,
      },
    ],
    // sugs.suning.com/HpGbzgk6
    ['short', 'sugs.suning.com/*'],
  ],
};
