import type { LinkRules } from './engine/types';
import { nameShop } from './identity';
import type { EvidenceWords } from './words/types';

const shop = {
  id: 'douyin',
  hosts: ['jinritemai.com', 'douyin.com'],
  space: 'dy',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '抖音', 'zh-TW': '抖音', en: 'Douyin' });

export const rules: LinkRules = {
  ...shop,
  keep: 'origin_type pick_source',
  item: 'haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id=#',
  web: [
    // 2025 …/ecommerce/trade/detail/index.html?id=3760257472175145398&origin_type=604; older /views/product/detail?id=
    ['item', 'haohuo.!/(ecommerce/trade/detail/index.html|(views/)?product/(detail|item\\d?)) ?id'],
    // video, person or goods alike; the app shares it with the slash at its end
    ['short', 'v.!/* =v.douyin.com/#/'],
  ],
  // snssdk1128://webview?url=TARGET
  schemes: ['snssdk1128'],
};

export const words: EvidenceWords = {
  origin_type: ['ad', '打开商品的来路', '打開商品的來路', 'Where the product was opened from'],
  pick_source: [
    'affiliate',
    '带货人编号：告诉抖音谁拿佣金',
    '帶貨人編號：告訴抖音誰拿佣金',
    'Promoter: tells Douyin who gets the commission',
  ],
};
