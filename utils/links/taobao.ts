import type { LinkRules } from './engine/types';
import { nameShop } from './identity';
import { ALI_KEEP, ALI_SPACE, RESERVED } from './spaces/ali';

export { aliWords as words } from './words/ali';

const shop = {
  id: 'taobao',
  hosts: ['taobao.com', 'tb.cn', 'juhuasuan.com'],
  space: ALI_SPACE,
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '淘宝', 'zh-TW': '淘寶', en: 'Taobao' });

export const rules: LinkRules = {
  ...shop,
  called: '淘[宝寶]',
  keep: ALI_KEEP,
  item: 'item.taobao.com/item.htm?id=#',
  shop: 'shop#.taobao.com/',
  reserved: RESERVED,
  web: [
    [
      'item',
      // 2025 item.taobao.com/item.htm?id=989163955614; old a.m addresses led to item.ny
      'item.(ny.)?!/item.htm ?id',
      // removed items: …/noitem.htm?itemid=36415593978&catid=0
      'item.!/auction/noitem.htm ?itemid',
      // the 口令 API answers a.m.taobao.com/i551881638423.htm
      'a.m.!/i#.htm',
      'h5.m.!/awp/core/detail.htm ?id',
      'm.intl.!/detail/detail.html ?id',
      // world.taobao.com/item/547456053621.htm?fromSite=main, tw.taobao.com/item/557389002076.htm
      '(world|tw).!/item/(wap/)?#.htm',
      // detail.ju.taobao.com/home.htm?id=10000058857012&item_id=558822956869: id is the sale, item_id the item
      '(detail.)?ju.!/(home|m/jusp/alone/detailwap/mtp).htm ?item_id',
      'nmi.juhuasuan.com/market/ju/detail_wap.php ?item_id',
    ],
    [
      'shop',
      // shop36108681.taobao.com, on the phone shop36108681.m.taobao.com
      'shop#.((m|world).)?taobao.com/…',
      'shop.m.!/shop/shop_index.htm ?shop_id',
      // ?user_id=1755612437&item_id=541107920538 is a shop, though it names an item
      'shop.m.!/shop/shop_index.htm ?user_id =shop.m.taobao.com/shop/shop_index.htm?user_id=#',
      // https://gbyl.taobao.com
      '~.taobao.com/(shop/view_shop.htm)? =#.taobao.com/',
    ],
    [
      'coupon',
      // ?activityId=…&itemId=564591813536&pid=mm_…, or ?e=OPAQUE
      'uland.!/(coupon/edetail|quan/detail) ?itemId &e,activityId',
      // 2018 …/shopactivity.html?activityId=6078128011&sellerId=1755612437
      'h5.m.!/shopb/shopactivity.html &activityId',
      // mos.m.taobao.com/union/supercoupon?pid=mm_…, mo.m.taobao.com/page_2020010315120200508
      'mos?.m.!/(union/|page_)…',
    ],
    [
      'redirector',
      // 2017 s.click.taobao.com/t?e=m%3D2%26s%3D…; /t_9?p=mm_…&l=TARGET, /t_js?tu=TARGET
      '(s|i).click.!/t(_@)? >l,tu &e',
      // ads: click.mz.simba…/rd?f=TARGET, /ecpm?e=OPAQUE, /necpm?id=ITEM
      '(m?click|redirect)(.@)?.simba.!/necpm ?id &e,id',
      '(m?click|redirect)(.@)?.simba.!/@ >f,u &e',
      // opens the app on iOS: ace.tb.cn/t?smburl=tbopen%3A%2F%2F…
      'ace.tb.cn/t >smburl',
    ],
    [
      'short',
      // 2025 e.tb.cn/h.7FHgkEvoo6tpKTo?tk=QYRFUPRqazE, m.tb.cn/h.e18JeHI, c.tb.cn/e1.zfrswwh: Xianyu's too
      '(m|e|c).tb.cn/@.*',
      's.click.!/*',
    ],
  ],
  // tbopen://m.taobao.com/tbopen/index.html?h5Url=TARGET&bc_fl_src=…, taobao://item.taobao.com/item.htm?id=…
  schemes: ['taobao', 'tbopen'],
};
