import type { LinkRules } from './engine/types';
import type { PlatformIdentity } from './identity';
import { ALI_KEEP, ALI_SPACE, RESERVED } from './spaces/ali';

export const identity: PlatformIdentity = {
  id: 'tmall',
  names: { 'zh-CN': '天猫', 'zh-TW': '天貓', en: 'Tmall' },
  // Ali Health sells under its own hosts in the same item space.
  hosts: ['tmall.com', 'tmall.hk', 'liangxinyao.com', '95095.com'],
  space: ALI_SPACE,
};

export const rules: LinkRules = {
  keep: ALI_KEEP,
  item: (id) => `https://detail.tmall.com/item.htm?id=${id}`,
  shop: (name) => `https://${name}.tmall.com/`,
  shapes: [
    // 2022 detail.tmall.com/item.htm?id=607595719976, chaoshi.detail.tmall.com, detail.m.tmall.com, m.tmall.com,
    // detail.tmall.hk/hk/item.htm?id=520406212687 (a region before the page)
    { at: /^(?:(?:chaoshi\.)?detail\.(?:m\.)?|m\.)tmall\.(?:com|hk)(?:\/\w+)?\/item\.htm$/, kind: 'item', id: 'id' },
    // detail.liangxinyao.com/item.htm?id=…, detail.yao.95095.com/item.htm?id=…
    { at: /^detail\.(?:m\.)?(?:liangxinyao|yao\.95095)\.com\/item\.htm$/, kind: 'item', id: 'id' },
    // https://aopu.tmall.com/, NAME.tmall.com/shop/view_shop.htm
    { at: /^([\w-]+)\.tmall\.(?:com|hk)\/(?:shop\/view_shop\.htm)?$/, kind: 'shop', unless: RESERVED },
  ],
};
