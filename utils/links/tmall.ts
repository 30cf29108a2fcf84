import type { LinkRules, Visit } from './engine/types';
import type { PlatformIdentity } from './identity';
import { ALI_KEEP, ALI_SPACE, RESERVED } from './spaces/ali';

export const identity: PlatformIdentity = {
  id: 'tmall',
  names: { 'zh-CN': '天猫', 'zh-TW': '天貓', en: 'Tmall' },
  // Ali Health sells under hosts of its own in the same item space; page.tm stands behind tmall:// only.
  hosts: ['tmall.com', 'tmall.hk', 'liangxinyao.com', '95095.com', 'page.tm'],
  space: ALI_SPACE,
};

export const rules: LinkRules = {
  keep: ALI_KEEP,
  item: (id) => `https://detail.tmall.com/item.htm?id=${id}`,
  shop: (name) => `https://${name}.tmall.com/`,
  reserved: RESERVED,
  web: [
    [
      'item',
      // 2022 detail.tmall.com/item.htm?id=607595719976, chaoshi.detail.tmall.com, detail.m.tmall.com, m.tmall.com;
      // a region may stand before the page: detail.tmall.hk/hk/item.htm?id=520406212687
      '((chaoshi.)?detail.|m.)(m.)?tmall.(com|hk)/(@/)?item.htm ?id',
      'detail.(m.)?(liangxinyao|yao.95095).com/item.htm ?id',
    ],
    [
      'shop',
      // https://aopu.tmall.com/
      '~.tmall.(com|hk)/(shop/view_shop.htm)?',
      // tmall://page.tm/shop?shopId=255736524; Taobao's shops stand there as well
      { at: 'page.tm/shop ?shopId', to: (id) => `https://shop${id}.taobao.com/` },
    ],
    ['redirector', 'page.tm/(webview|appLink) >h5Url,url'],
  ],
  // tmall://https://detail.tmall.com/item.htm?id=39488472991
  schemes: ['tmall'],
  // tmall://tmallclient/?{"action":"item:id=39488472991"}, also seen with curly quotes
  app: [['deeplink', { at: 'tmallclient/', inner: readAction }]],
};

function readAction({ search }: Visit): string | undefined {
  const id = /item:id=(\d+)/.exec(search)?.[1];
  return id && rules.item?.(id);
}
