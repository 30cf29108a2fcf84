import type { LinkRules } from './engine/types';
import type { PlatformIdentity } from './identity';
import { ALI_KEEP } from './spaces/ali';

export const identity: PlatformIdentity = {
  id: 'fliggy',
  names: { 'zh-CN': '飞猪', 'zh-TW': '飛豬', en: 'Fliggy' },
  hosts: ['fliggy.com'],
  space: 'fliggy',
};

export const rules: LinkRules = {
  keep: ALI_KEEP,
  item: (id) => `https://traveldetail.fliggy.com/item.htm?id=${id}`,
  web: [['item', 'traveldetail.fliggy.com/item.htm ?id']],
};
