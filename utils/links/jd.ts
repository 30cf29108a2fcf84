import { keepEvidence } from './engine/attribution';
import { decodeBase64, readFields } from './engine/decode';
import { decodeValue, valueOf } from './engine/query';
import type { LinkRules, Visit } from './engine/types';
import { nameShop } from './identity';

export { jdWords as words } from './words/jd';

const shop = {
  id: 'jd',
  hosts: ['jd.com', 'jd.hk', '3.cn', 'yiyaojd.com', 'jkcsjd.com', '360buy.com'],
  // jd.hk and the pharmacies sell under the numbers of item.jd.com.
  space: 'jd',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '京东', 'zh-TW': '京東', en: 'JD.com' });

export const rules: LinkRules = {
  ...shop,
  called: '京[东東]',
  keep: 'utm_source utm_medium utm_campaign utm_term cpslink union_id unionId siteId posid pid tagid unionSource channel union_open jdv p d e a log jkl',
  item: 'item.jd.com/#.html',
  shop: 'mall.jd.com/index-#.html',
  web: [
    [
      'item',
      // 2025 item.jd.com/10198817280930.html?cu=true&utm_source=lianmeng__9__kong, npcitem.jd.hk, item.yiyaojd.com,
      // cps.item.jd.com/5089253.html?cpslink=…
      '(cps.|i-|npc)?item.!/#.html',
      // 2025 item.m.jd.com/product/100288670988.html (.web seen), mitem.jd.hk, wqitem.jd.com, m.yiyaojd.com
      '(item.m|(m|wq)item|m).!/(product|detail)/#(.(html|web))?',
      '(item.m|mitem).!/ware/view.action ?wareId',
      // ad landings: re.jd.com/cps/item/SKU.html, re.m.jd.com/list/item/9756-32859144513.html (category first)
      're.(m.)?!/(cps|list)/item/(\\d+-)?#.html',
    ],
    [
      'shop',
      // mall.jd.com/index-1000003367.html?from=pc
      'mall.!/index-#.html',
      // shop.m.jd.com/shop/home?shopId=17529
      'shop.m.!/(shop/home)? ?shopId,venderId',
    ],
    [
      'redirector',
      // union-click.jd.com/jdc?e=&p=OPAQUE&to=TARGET or ?d=CODE, u.jd.com/jda?e=&p=&a=&d=
      '(u.!/jda|union-click.!/jdc) >to,tu &p,d,e',
      // until 2014: click.union.360buy.com/JdClick/?unionId=75&to=TARGET
      'click.union.!/JdClick >to &unionId',
      // jingfen.jd.com/item.html?sku=46004095519&q=…; the newer /detail/ENC.html hides the sku
      'jingfen.!/item.html ?sku &sku',
      'jingfen.!/detail/@.html',
      // ccc-x.jd.com/dsp/nc?ext=BASE64(TARGET)&log=…, /dsp/cl?posid=&union_id=&to=TARGET
      ['ccc-x.!/dsp/nc &ext', ({ search }) => decodeBase64(valueOf(search, 'ext'))],
      'ccc-x.!/dsp/cl >to &posid',
      // encoded twice at times
      'cfe.m.!/privatedomain/risk_handler… >returnurl',
      // opens the app on iOS: linkst.m.jd.com/ul/ul.action?openApp.jdMobile://virtual?params=…
      ['linkst.m.!/ul/ul.action', ({ search }) => search.slice(1)],
    ],
    // 2025 u.jd.com/4DNOWBi, 3.cn/-2Q1WvH7?jkl=@X59VX7JUQ1@
    ['short', '(u.jd.com|3.cn)/*'],
    ['coupon', 'coupon.m.!/coupons/show.action &key,roleId'],
  ],
  schemes: ['openapp.jdmobile', 'openjd', 'jdmobile'],
  // openApp.jdMobile://virtual?params={"category":"jump","des":"productDetail","skuId":"4099139"}
  app: [['deeplink', ['virtual', readParams]]],
};

function readParams(visit: Visit): string {
  const params = valueOf(visit.search, 'params');
  // some encode it twice: %257B
  const fields = readFields(params.startsWith('%') ? decodeValue(params) : params);
  keepEvidence(visit, fields);
  const sku = valueOf(fields, 'skuId') || valueOf(fields, 'skuid');
  const shop = valueOf(fields, 'shopId') || valueOf(fields, 'shopid');
  const des = valueOf(fields, 'des').toLowerCase();
  if (des === 'productdetail' && sku) return `https://item.jd.com/${sku}.html`;
  return des === 'jshopmain' && shop ? `https://mall.jd.com/index-${shop}.html` : valueOf(fields, 'url');
}
