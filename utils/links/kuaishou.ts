import type { LinkRules } from './engine/types';
import { nameShop } from './identity';

const shop = {
  id: 'kuaishou',
  hosts: ['kwaixiaodian.com', 'kwaishop.com', 'kuaishou.com'],
  space: 'ks',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '快手', 'zh-TW': '快手', en: 'Kuaishou' });

export const rules: LinkRules = {
  ...shop,
  keep: 'hyId extType shareToken fid cc',
  item: 'app.kwaixiaodian.com/merchant/shop/detail?id=#',
  // 2024 app.kwaixiaodian.com/merchant/shop/detail?id=21585967581834, www.kwaishop.com/…?id=38951473034
  web: [['item', '@.!/merchant/shop/detail ?id']],
  // kwai://webview?url=TARGET
  schemes: ['kwai'],
  app: [['content', '(work|profile|live)(/…)?']],
};
