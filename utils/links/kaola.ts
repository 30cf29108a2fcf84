import type { LinkRules } from './engine/types';
import type { PlatformIdentity } from './identity';

export const identity: PlatformIdentity = {
  id: 'kaola',
  names: { 'zh-CN': '考拉海购', 'zh-TW': '考拉海購', en: 'Kaola' },
  hosts: ['kaola.com'],
  space: 'kaola',
};

export const rules: LinkRules = {
  item: (id) => `https://goods.kaola.com/product/${id}.html`,
  // goods.kaola.com/product/27979.html, m-goods.kaola.com
  web: [['item', '(m-)?goods.kaola.com/product/#.html']],
};
