import type { LinkRules } from './engine/types';
import { nameShop } from './identity';
import { ALI_KEEP } from './spaces/ali';

export { aliWords as words } from './words/ali';

const shop = {
  id: 'xianyu',
  hosts: ['goofish.com', '2.taobao.com'],
  // Second-hand pieces: an id here is never a Taobao item.
  space: 'xianyu',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '闲鱼', 'zh-TW': '閒魚', en: 'Xianyu' });

export const rules: LinkRules = {
  ...shop,
  called: '[闲閒][鱼魚]',
  keep: ALI_KEEP,
  item: 'www.goofish.com/item?id=#',
  // 2026 www.goofish.com/item?id=1045171414271&categoryId=…, h5.m.goofish.com/item; older 2.taobao.com/item.htm
  web: [['item', '(((www|h5.m).)?!/item(.htm)?) ?id']],
  // fleamarket://2.taobao.com/onepiece?…&h5Url=TARGET
  schemes: ['fleamarket'],
};
