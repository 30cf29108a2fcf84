import type { LinkRules } from './engine/types';
import type { PlatformIdentity } from './identity';
import { ALI_KEEP, ALI_SPACE, RESERVED } from './spaces/ali';

export const identity: PlatformIdentity = {
  id: 'taobao',
  names: { 'zh-CN': '淘宝', 'zh-TW': '淘寶', en: 'Taobao' },
  hosts: ['taobao.com', 'tb.cn', 'juhuasuan.com', 'page.tm'],
  space: ALI_SPACE,
};

export const rules: LinkRules = {
  keep: ALI_KEEP,
  item: (id) => `https://item.taobao.com/item.htm?id=${id}`,
  shop: (id) => `https://shop${id}.taobao.com/`,
  shapes: [
    // 2025 item.taobao.com/item.htm?id=989163955614; old a.m redirects end at item.ny
    { at: /^item\.(?:ny\.)?taobao\.com\/item\.htm$/, kind: 'item', id: 'id' },
    // removed items: item.taobao.com/auction/noitem.htm?itemid=36415593978&catid=0
    { at: /^item\.taobao\.com\/auction\/noitem\.htm$/, kind: 'item', id: 'itemid' },
    // the token API answers with a.m.taobao.com/i551881638423.htm
    { at: /^a\.m\.taobao\.com\/i(\d+)\.htm$/, kind: 'item' },
    // h5.m.taobao.com/awp/core/detail.htm?id=560164926470, m.intl.taobao.com/detail/detail.html?id=…
    {
      at: /^(?:h5\.m\.taobao\.com\/awp\/core\/detail\.htm|m\.intl\.taobao\.com\/detail\/detail\.html)$/,
      kind: 'item',
      id: 'id',
    },
    // world.taobao.com/item/547456053621.htm, …/item/wap/ID.htm, tw.taobao.com/item/557389002076.htm
    { at: /^(?:world|tw)\.taobao\.com\/item\/(?:wap\/)?(\d+)\.htm$/, kind: 'item' },
    // detail.ju.taobao.com/home.htm?id=ACTIVITY&item_id=558822956869: only item_id is the item
    {
      at: /^(?:detail\.ju\.taobao\.com\/home\.htm|ju\.taobao\.com\/m\/jusp\/alone\/detailwap\/mtp\.htm|nmi\.juhuasuan\.com\/market\/ju\/detail_wap\.php)$/,
      kind: 'item',
      id: 'item_id',
    },
    // shop36108681.taobao.com
    { at: /^shop(\d+)\.(?:m\.|world\.)?taobao\.com\//, kind: 'shop' },
    // shop.m.taobao.com/shop/shop_index.htm?shop_id=488035550; page.tm/shop?shopId=… stands behind tmall://
    { at: /^shop\.m\.taobao\.com\/shop\/shop_index\.htm$|^page\.tm\/shop$/, kind: 'shop', id: 'shop_id shopId' },
    // …/shop_index.htm?user_id=1755612437&item_id=541107920538: a shop, though an item is named
    {
      at: /^shop\.m\.taobao\.com\/shop\/shop_index\.htm$/,
      kind: 'shop',
      id: 'user_id',
      to: (id) => `https://shop.m.taobao.com/shop/shop_index.htm?user_id=${id}`,
    },
    // https://gbyl.taobao.com, NAME.taobao.com/shop/view_shop.htm
    {
      at: /^([\w-]+)\.taobao\.com\/(?:shop\/view_shop\.htm)?$/,
      kind: 'shop',
      unless: RESERVED,
      to: (name) => `https://${name}.taobao.com/`,
    },
    // uland.taobao.com/coupon/edetail?activityId=…&itemId=564591813536&pid=mm_… or ?e=OPAQUE
    { at: /^uland\.taobao\.com\/(?:coupon\/edetail|quan\/detail)$/, kind: 'coupon', id: 'itemId', by: 'e activityId' },
    // h5.m.taobao.com/shopb/shopactivity.html?activityId=6078128011&sellerId=1755612437
    { at: /^h5\.m\.taobao\.com\/shopb\/shopactivity\.html$/, kind: 'coupon', by: 'activityId' },
    // mos.m.taobao.com/union/supercoupon?pid=mm_…, mo.m.taobao.com/page_2020010315120200508
    { at: /^mos\.m\.taobao\.com\/union\/|^mo\.m\.taobao\.com\/(?:page_|union\/)/, kind: 'coupon' },
    // m.tb.cn/h.e18JeHI, e.tb.cn/h.7FHgkEvoo6tpKTo?tk=…, c.tb.cn/e1.zfrswwh: items, shops and Xianyu alike
    { at: /^[mec]\.tb\.cn\/[\w.-]{5,}(?=\/?$)/, kind: 'short' },
    // s.click.taobao.com/gE07ONt
    { at: /^s\.click\.taobao\.com\/[A-Za-z\d]{5,12}(?=\/?$)/, kind: 'short' },
    // s.click.taobao.com/t?e=m%3D2…, i.click…; /t_9?p=mm_…&l=TARGET, /t_js?tu=TARGET
    { at: /^[si]\.click\.taobao\.com\/t(?:_\w+)?$/, kind: 'redirector', inner: 'l tu', by: 'e l tu' },
    // ads: click.mz.simba…/rd?f=TARGET, /ecpm?e=OPAQUE, /necpm?id=ITEM
    { at: /^[\w.]+\.simba\.taobao\.com\/necpm$/, kind: 'redirector', id: 'id', by: 'e id' },
    { at: /^[\w.]+\.simba\.taobao\.com\//, kind: 'redirector', inner: 'f u', by: 'f u e' },
    // ace.tb.cn/t?smburl=tbopen%3A%2F%2F…: opens the app on iOS
    { at: /^ace\.tb\.cn\//, kind: 'redirector', inner: 'smburl', by: 'smburl' },
    // tmall://page.tm/webview?url=…, tmall://page.tm/appLink?h5Url=…
    { at: /^page\.tm\/(?:webview|appLink)$/, kind: 'redirector', inner: 'h5Url url', by: 'h5Url url' },
  ],
  // tmall:// is the same app family: what stands behind it says which of the two it is.
  schemes: ['taobao', 'tbopen', 'tmall'],
  app: [
    // tmall://tmallclient/?{"action":"item:id=39488472991"}, also with curly quotes
    { at: /^tmallclient\//, kind: 'deeplink', inner: ({ url }) => readActionItem(url.search) },
  ],
};

function readActionItem(search: string): string | undefined {
  const id = /item:id=(\d+)/.exec(search)?.[1];
  return id && `https://detail.tmall.com/item.htm?id=${id}`;
}
