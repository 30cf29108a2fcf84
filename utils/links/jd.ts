import { decodeBase64, readJson } from './engine/decode';
import { keepEvidence } from './engine/attribution';
import type { LinkRules, Visit } from './engine/types';
import type { PlatformIdentity } from './identity';

export const identity: PlatformIdentity = {
  id: 'jd',
  names: { 'zh-CN': '京东', 'zh-TW': '京東', en: 'JD.com' },
  hosts: ['jd.com', 'jd.hk', '3.cn', 'yiyaojd.com', 'jkcsjd.com', '360buy.com'],
  // All JD hosts share one sku space; jd.hk and the pharmacies sell under item.jd.com's numbers.
  space: 'jd',
};

export const rules: LinkRules = {
  keep: 'utm_source utm_medium utm_campaign utm_term cpslink union_id unionId siteId posid pid tagid unionSource channel union_open m_param.jdv p d e a log jkl',
  item: (sku) => `https://item.jd.com/${sku}.html`,
  shop: (id) => `https://mall.jd.com/index-${id}.html`,
  shapes: [
    // 2025 item.jd.com/10198817280930.html?cu=true&utm_source=lianmeng__9__kong; item.jd.hk, npcitem.jd.hk,
    // item.yiyaojd.com/2943570.html, cps.item.jd.com/5089253.html?cpslink=…
    { at: /^(?:(?:cps\.|i-|npc)?item\.jd\.(?:com|hk)|item\.(?:yiyao|jkcs)jd\.com)\/(\d+)\.html$/, kind: 'item' },
    // item.m.jd.com/product/100288670988.html (.web seen), mitem.jd.hk, wqitem.jd.com, m.yiyaojd.com, m.jd.hk
    {
      at: /^(?:item\.m\.jd\.com|(?:m|wq)item\.jd\.(?:com|hk)|m\.yiyaojd\.com|m\.jd\.hk)\/(?:product|detail)\/(\d+)\.(?:html|web)$/,
      kind: 'item',
    },
    // item.m.jd.com/ware/view.action?wareId=123
    { at: /^item\.m\.jd\.com\/ware\/view\.action$/, kind: 'item', id: 'wareId' },
    // ad landings: re.jd.com/cps/item/SKU.html, re.m.jd.com/list/item/9756-32859144513.html (category first)
    { at: /^re\.(?:m\.)?jd\.com\/(?:cps|list)\/item\/(?:\d+-)?(\d+)\.html$/, kind: 'item' },
    // mall.jd.com/index-1000003367.html?from=pc
    { at: /^mall\.jd\.(?:com|hk)\/index-(\d+)\.html$/, kind: 'shop' },
    // shop.m.jd.com/shop/home?shopId=17529
    { at: /^shop\.m\.jd\.com\/(?:shop\/home)?$/, kind: 'shop', id: 'shopId venderId' },
    // u.jd.com/jda?e=&p=&a=&d=, union-click.jd.com/jdc?e=&p=…&to=TARGET, ?d=CODE
    { at: /^(?:u\.jd\.com\/jda|union-click\.jd\.com\/jdc)$/, kind: 'redirector', inner: 'to tu', by: 'to tu p d e' },
    // u.jd.com/4DNOWBi
    { at: /^u\.jd\.com\/[A-Za-z\d]{5,10}(?=\/?$)/, kind: 'short' },
    // 3.cn/-2Q1WvH7?jkl=@X59VX7JUQ1@
    { at: /^3\.cn\/[\w-]{5,12}(?=\/?$)/, kind: 'short' },
    // click.union.360buy.com/JdClick/?unionId=75&siteId=&to=TARGET (until 2014)
    { at: /^click\.union\.360buy\.com\/JdClick\/?$/, kind: 'redirector', inner: 'to', by: 'to unionId' },
    // jingfen.jd.com/item.html?sku=46004095519&q=…; newer /detail/ENC.html hides the sku
    { at: /^jingfen\.jd\.com\/item\.html$/, kind: 'redirector', id: 'sku', by: 'sku' },
    { at: /^jingfen\.jd\.com\/detail\/[\w-]+\.html$/, kind: 'redirector' },
    // ccc-x.jd.com/dsp/nc?ext=BASE64URL(target)&log=…, /dsp/cl?posid=&union_id=&to=TARGET
    {
      at: /^ccc-x\.jd\.com\/dsp\/nc$/,
      kind: 'redirector',
      inner: ({ query }) => decodeBase64(query.get('ext') ?? ''),
      by: 'ext',
    },
    { at: /^ccc-x\.jd\.com\/dsp\/cl$/, kind: 'redirector', inner: 'to', by: 'to' },
    // cfe.m.jd.com/privatedomain/risk_handler/…?returnurl=TARGET, encoded twice at times
    { at: /^cfe\.m\.jd\.com\/privatedomain\/risk_handler/, kind: 'redirector', inner: 'returnurl', by: 'returnurl' },
    // linkst.m.jd.com/ul/ul.action?openApp.jdMobile://virtual?params=… : opens the app on iOS
    { at: /^linkst\.m\.jd\.com\/ul\/ul\.action$/, kind: 'redirector', inner: ({ url }) => url.search.slice(1) },
    { at: /^coupon\.m\.jd\.com\/coupons\/show\.action$/, kind: 'coupon', by: 'key roleId' },
  ],
  schemes: ['openapp.jdmobile', 'openjd', 'jdmobile'],
  // openApp.jdMobile://virtual?params={"category":"jump","des":"productDetail","skuId":"4099139"}
  app: [{ at: /^virtual\/?$/, kind: 'deeplink', inner: readParams }],
};

function readParams(visit: Visit): string | undefined {
  const fields = readJson(visit.query.get('params') ?? '');
  keepEvidence(visit, fields);
  const sku = fields.get('skuId') ?? fields.get('skuid');
  const shop = fields.get('shopId') ?? fields.get('shopid');
  const des = fields.get('des')?.toLowerCase();
  if (des === 'productdetail' && sku) return `https://item.jd.com/${sku}.html`;
  if (des === 'jshopmain' && shop) return `https://mall.jd.com/index-${shop}.html`;
  return fields.get('url');
}
