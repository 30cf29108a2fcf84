import type { LinkRules } from './engine/types';
import { nameShop } from './identity';
import type { EvidenceWords } from './words/types';

const shop = {
  id: 'kaola',
  hosts: ['kaola.com'],
  space: 'kaola',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '考拉海购', 'zh-TW': '考拉海購', en: 'Kaola' });

export const rules: LinkRules = {
  ...shop,
  item: 'goods.kaola.com/product/#.html',
  // goods.kaola.com/product/27979.html, m-goods.kaola.com
  web: [['item', '(m-)?goods.!/product/#.html']],
};

/** No parameter is known that says who is paid. */
export const words: EvidenceWords = {};
