import type { LinkRules } from './engine/types';
import { nameShop } from './identity';
import type { EvidenceWords } from './words/types';

const shop = {
  id: 'kuaishou',
  hosts: ['kwaixiaodian.com', 'kwaishop.com', 'kuaishou.com'],
  space: 'ks',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '快手', 'zh-TW': '快手', en: 'Kuaishou' });

export const rules: LinkRules = {
  ...shop,
  keep: 'hyId extType shareToken fid cc',
  item: 'app.kwaixiaodian.com/merchant/shop/detail?id=#',
  // 2024 app.kwaixiaodian.com/merchant/shop/detail?id=21585967581834, www.kwaishop.com/…?id=38951473034
  web: [['item', '@.!/merchant/shop/detail ?id']],
  // kwai://webview?url=TARGET
  schemes: ['kwai'],
};

export const words: EvidenceWords = {
  hyId: ['ad', '活动页编号', '活動頁編號', 'Number of the activity page'],
  extType: ['ad', '来路类型', '來路類型', 'Kind of origin'],
  shareToken: [
    'share',
    '分享口令：告诉快手是哪次分享',
    '分享口令：告訴快手是哪次分享',
    'Share token: tells Kuaishou which share it was',
  ],
  fid: ['share', '分享来源编号', '分享來源編號', 'Number of the origin of the share'],
  cc: ['share', '分享渠道', '分享渠道', 'Channel of the share'],
};
