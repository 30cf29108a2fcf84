import { keepEvidence } from './engine/attribution';
import { decodeBase64, readJson } from './engine/decode';
import type { LinkRules, Visit } from './engine/types';
import type { PlatformIdentity } from './identity';

export const identity: PlatformIdentity = {
  id: 'vipshop',
  names: { 'zh-CN': '唯品会', 'zh-TW': '唯品會', en: 'Vipshop' },
  hosts: ['vip.com'],
  space: 'vip',
};

export const rules: LinkRules = {
  keep: 'chanTag tra_from ucode schemecode chan adcode monitorSpotCode code nchl_param chl_type',
  item: (id) => `https://m.vip.com/product-0-${id}.html`,
  shapes: [
    // 2024 www.vip.com/detail-1710614067-6917924644994118739.html: brand first, then the goods. The brand changes
    // from sale to sale, so only the goods number is the id.
    {
      at: /^(?:(?:detail|www)\.vip\.com\/detail|m\.vip\.com\/(?:preheating-)?product)-([1-9]\d*)-(\d+)\.html$/,
      kind: 'item',
      to: (id, match) => `https://detail.vip.com/detail-${match[1] ?? '0'}-${id}.html`,
    },
    // m.vip.com/product-0-428846396.html: brand unknown
    { at: /^(?:(?:detail|www)\.vip\.com\/detail|m\.vip\.com\/(?:preheating-)?product)-0+-(\d+)\.html$/, kind: 'item' },
    // t.vip.com/Q9wouVgHhw9?&desturl=TARGET
    { at: /^t\.vip\.com\/\w+$/, kind: 'redirector', inner: 'desturl', by: 'desturl' },
    // t.vip.com/2FpMvccdl59?chanTag=…, click.union.vip.com/fqSIl10Y9L8?
    { at: /^(?:t|click\.union)\.vip\.com\/\w{5,13}(?=\/?$)/, kind: 'short' },
    // click.union.vip.com/redirect.php?url=BASE64({"desturl","ucode",…}) or ?code=WwfOYBI
    { at: /^click\.union\.vip\.com\/redirect\.php$/, kind: 'redirector', inner: readCampaign, by: 'url code' },
    // click.union.vip.com/deeplink/showGoodsDetail?pid=GOODS; weixin.vip.com/deeplink/… opens the app on iOS
    { at: /^(?:click\.union|weixin)\.vip\.com\/deeplink\/showGoodsDetail\/?$/i, kind: 'redirector', id: 'pid' },
    { at: /^(?:click\.union|weixin)\.vip\.com\/deeplink\/\w+\/?$/, kind: 'redirector', inner: 'url' },
  ],
  schemes: ['vipshop'],
  // vipshop://showGoodsDetail?pid=6919197068968114384&goodsType=1: pid is the goods, not an affiliate
  app: [{ at: /^showgoodsdetail\/?$/, kind: 'deeplink', id: 'pid' }],
};

function readCampaign(visit: Visit): string | undefined {
  const fields = readJson(decodeBase64(visit.query.get('url') ?? '') ?? '');
  keepEvidence(visit, fields);
  return fields.get('desturl');
}
