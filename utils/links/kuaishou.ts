import type { LinkRules } from './engine/types';
import type { PlatformIdentity } from './identity';

export const identity: PlatformIdentity = {
  id: 'kuaishou',
  names: { 'zh-CN': '快手', 'zh-TW': '快手', en: 'Kuaishou' },
  hosts: ['kwaixiaodian.com', 'kwaishop.com', 'kuaishou.com'],
  space: 'ks',
};

export const rules: LinkRules = {
  keep: 'hyId extType shareToken fid cc',
  item: (id) => `https://app.kwaixiaodian.com/merchant/shop/detail?id=${id}`,
  // 2024 app.kwaixiaodian.com/merchant/shop/detail?id=21585967581834, www.kwaishop.com/…?id=38951473034
  web: [['item', '@.(kwaixiaodian|kwaishop).com/merchant/shop/detail ?id']],
  // kwai://webview?url=TARGET
  schemes: ['kwai'],
  app: [['content', '(work|profile|live)(/…)?']],
};
