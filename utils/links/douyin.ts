import type { LinkRules } from './engine/types';
import type { PlatformIdentity } from './identity';

export const identity: PlatformIdentity = {
  id: 'douyin',
  names: { 'zh-CN': '抖音', 'zh-TW': '抖音', en: 'Douyin' },
  hosts: ['jinritemai.com', 'douyin.com'],
  space: 'dy',
};

export const rules: LinkRules = {
  keep: 'origin_type pick_source',
  item: (id) => `https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id=${id}`,
  web: [
    // 2025 …/ecommerce/trade/detail/index.html?id=3760257472175145398&origin_type=604; older /views/product/detail?id=
    ['item', 'haohuo.jinritemai.com/(ecommerce/trade/detail/index.html|(views/)?product/(detail|item\\d?)) ?id'],
    // video, person or goods alike; the app shares it with the slash at its end
    ['short', { at: 'v.douyin.com/*', to: (code) => `https://v.douyin.com/${code}/` }],
  ],
  // snssdk1128://webview?url=TARGET
  schemes: ['snssdk1128'],
  app: [['content', '(aweme|user|live)(/…)?']],
};
