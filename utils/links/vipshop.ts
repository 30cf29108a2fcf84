import { keepEvidence } from './engine/attribution';
import { decodeBase64, readFields } from './engine/decode';
import { valueOf } from './engine/query';
import type { LinkRules, Visit } from './engine/types';
import { nameShop } from './identity';

export { vipshopWords as words } from './words/vipshop';

const shop = {
  id: 'vipshop',
  hosts: ['vip.com'],
  space: 'vip',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '唯品会', 'zh-TW': '唯品會', en: 'Vipshop' });

export const rules: LinkRules = {
  ...shop,
  keep: 'chanTag tra_from ucode schemecode chan adcode monitorSpotCode code nchl_param chl_type',
  item: 'm.vip.com/product-0-#.html',
  web: [
    [
      'item',
      // 2024 www.vip.com/detail-1710614067-6917924644994118739.html: brand, then goods. The brand changes from sale
      // to sale, so the goods number alone is the id.
      '(detail|www|m).!/(detail|(preheating-)?product)-0+-#.html',
      '(detail|www|m).!/(detail|(preheating-)?product)-#-#.html =detail.vip.com/detail-$1-#.html',
    ],
    [
      'redirector',
      // click.union.vip.com/redirect.php?url=BASE64({"desturl","ucode",…}) or ?code=WwfOYBI
      ['click.union.!/redirect.php &url,code', readCampaign],
      // opens the app on iOS; pid is the goods, not an affiliate
      '(click.union|weixin).!/deeplink/showGoodsDetail ?pid &pid',
      '(click.union|weixin).!/deeplink/@ >url',
      // t.vip.com/Q9wouVgHhw9?&desturl=TARGET
      't.!/* >desturl',
    ],
    // t.vip.com/2FpMvccdl59?chanTag=…, click.union.vip.com/fqSIl10Y9L8?
    ['short', '(t|click.union).!/*'],
  ],
  schemes: ['vipshop'],
  // vipshop://showGoodsDetail?pid=6919197068968114384&goodsType=1
  app: [['deeplink', 'showgoodsdetail ?pid']],
};

function readCampaign(visit: Visit): string {
  const fields = readFields(decodeBase64(valueOf(visit.search, 'url')));
  keepEvidence(visit, fields);
  return valueOf(fields, 'desturl');
}
