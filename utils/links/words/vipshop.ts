import type { EvidenceWords } from './types';

export const vipshopWords: EvidenceWords = {
  chanTag: [
    'affiliate',
    '推广位：告诉唯品会谁拿佣金',
    '推廣位：告訴唯品會誰拿佣金',
    'Affiliate position: tells Vipshop who gets the commission',
  ],
  tra_from: [
    'affiliate',
    '访问来源：广告码和推广位',
    '造訪來源：廣告碼和推廣位',
    'Origin of the visit: ad code and position',
  ],
  ucode: ['affiliate', '推广者编号', '推廣者編號', 'Number of the affiliate'],
  schemecode: ['affiliate', '推广方案编号', '推廣方案編號', 'Number of the promotion plan'],
  chan: ['affiliate', '推广渠道', '推廣渠道', 'Promotion channel'],
  adcode: ['ad', '广告码', '廣告碼', 'Ad code'],
  monitorSpotCode: ['ad', '广告监测点', '廣告監測點', 'Where the ad is measured'],
  code: [
    'affiliate',
    '推广短码：只有唯品会能读',
    '推廣短碼：只有唯品會能讀',
    'Promotion code: only Vipshop can read it',
  ],
  nchl_param: [
    'share',
    '分享记录：告诉唯品会是谁分享的',
    '分享記錄：告訴唯品會是誰分享的',
    'Share record: tells Vipshop who passed the link on',
  ],
  chl_type: ['share', '来路：分享或微信', '來路：分享或微信', 'Way here: a share, or WeChat'],
};
