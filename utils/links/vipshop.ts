import { keepFields } from './engine/attribution';
import { decodeBase64, readJson } from './engine/decode';
import { valueOf } from './engine/query';
import type { LinkRules, Visit } from './engine/types';
import type { PlatformIdentity } from './identity';

export const identity: PlatformIdentity = {
  id: 'vipshop',
  names: { 'zh-CN': '唯品会', 'zh-TW': '唯品會', en: 'Vipshop' },
  hosts: ['vip.com'],
  space: 'vip',
};

// Where the brand is unknown, or 0.
const itemUrl = (id: string) => `https://m.vip.com/product-0-${id}.html`;

export const rules: LinkRules = {
  keep: 'chanTag tra_from ucode schemecode chan adcode monitorSpotCode code nchl_param chl_type',
  item: itemUrl,
  web: [
    [
      'item',
      // 2024 www.vip.com/detail-1710614067-6917924644994118739.html: brand, then goods. The brand changes from sale
      // to sale, so the goods number alone is the id.
      {
        at: '((detail|www).vip.com/detail|m.vip.com/(preheating-)?product)-#-#.html',
        to: (id, [, brand = '0']) =>
          /[1-9]/.test(brand) ? `https://detail.vip.com/detail-${brand}-${id}.html` : itemUrl(id),
      },
    ],
    [
      'redirector',
      // click.union.vip.com/redirect.php?url=BASE64({"desturl","ucode",…}) or ?code=WwfOYBI
      { at: 'click.union.vip.com/redirect.php &url,code', inner: readCampaign },
      // opens the app on iOS; pid is the goods, not an affiliate
      '(click.union|weixin).vip.com/deeplink/showGoodsDetail ?pid &pid',
      '(click.union|weixin).vip.com/deeplink/@ >url',
      // t.vip.com/Q9wouVgHhw9?&desturl=TARGET
      't.vip.com/* >desturl',
    ],
    // t.vip.com/2FpMvccdl59?chanTag=…, click.union.vip.com/fqSIl10Y9L8?
    ['short', '(t|click.union).vip.com/*'],
  ],
  schemes: ['vipshop'],
  // vipshop://showGoodsDetail?pid=6919197068968114384&goodsType=1
  app: [['deeplink', 'showgoodsdetail ?pid']],
};

function readCampaign(visit: Visit): string | undefined {
  const fields = readJson(decodeBase64(valueOf(visit.query, 'url')) ?? '');
  keepFields(visit, fields);
  return fields.get('desturl');
}
