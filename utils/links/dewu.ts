import type { LinkRules } from './engine/types';
import type { PlatformIdentity } from './identity';

export const identity: PlatformIdentity = {
  id: 'dewu',
  names: { 'zh-CN': '得物', 'zh-TW': '得物', en: 'Dewu' },
  hosts: ['dewu.com', 'poizon.com', 'dw4.co'],
  space: 'dewu',
};

export const rules: LinkRules = {
  item: (id) => `https://m.dewu.com/router/product/ProductDetail?spuId=${id}`,
  web: [
    // m.poizon.com/router/product/ProductDetail?spuId=1488865 is the same under the older name
    ['item', 'm.(dewu|poizon).com/router/product/ProductDetail ?spuId'],
    // dw4.co/t/A/1F1MGHWP
    ['short', 'dw4.co/t/@/*'],
  ],
};
