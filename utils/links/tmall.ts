import { decodeValue } from './engine/query';
import type { LinkRules, Visit } from './engine/types';
import { nameShop } from './identity';
import { ALI_KEEP, ALI_SPACE, RESERVED } from './spaces/ali';

export { aliWords as words } from './words/ali';

const shop = {
  id: 'tmall',
  // Ali Health sells under hosts of its own in the same item space; page.tm stands behind tmall:// only.
  hosts: ['tmall.com', 'tmall.hk', 'liangxinyao.com', '95095.com', 'page.tm'],
  space: ALI_SPACE,
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '天猫', 'zh-TW': '天貓', en: 'Tmall' });

export const rules: LinkRules = {
  ...shop,
  called: '天[猫貓]',
  keep: ALI_KEEP,
  item: 'detail.tmall.com/item.htm?id=#',
  shop: '#.tmall.com/',
  reserved: RESERVED,
  web: [
    [
      'item',
      // 2022 detail.tmall.com/item.htm?id=607595719976, chaoshi.detail.tmall.com, detail.m.tmall.com, m.tmall.com;
      // a region may stand before the page: detail.tmall.hk/hk/item.htm?id=520406212687
      '((chaoshi.)?detail.|m.)(m.)?!/(@/)?item.htm ?id',
      'detail.(yao.)?!/item.htm ?id',
    ],
    [
      'shop',
      // https://aopu.tmall.com/, on the phone aopu.m.tmall.com
      '~.(m.)?tmall.(com|hk)/(shop/view_shop.htm)?',
      // tmall://page.tm/shop?shopId=255736524; Taobao's shops stand there as well
      'page.tm/shop ?shopId =shop#.taobao.com/',
    ],
    ['redirector', 'page.tm/(webview|appLink) >h5Url,url'],
  ],
  // tmall://https://detail.tmall.com/item.htm?id=39488472991
  schemes: ['tmall'],
  // tmall://tmallclient/?{"action":"item:id=39488472991"}, also seen with curly quotes and encoded
  app: [['deeplink', ['tmallclient', readAction]]],
};

function readAction({ search }: Visit): string | undefined {
  const id = /item:id=(\d+)/.exec(decodeValue(search))?.[1];
  return id && `https://detail.tmall.com/item.htm?id=${id}`;
}
