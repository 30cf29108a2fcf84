import type { LinkRules } from './engine/types';
import { nameShop } from './identity';
import { ALI_KEEP } from './spaces/ali';

export { aliWords as words } from './words/ali';

const shop = {
  id: 'fliggy',
  hosts: ['fliggy.com'],
  space: 'fliggy',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '飞猪', 'zh-TW': '飛豬', en: 'Fliggy' });

export const rules: LinkRules = {
  ...shop,
  keep: ALI_KEEP,
  item: 'traveldetail.fliggy.com/item.htm?id=#',
  web: [['item', 'traveldetail.!/item.htm ?id']],
};
