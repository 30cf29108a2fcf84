import type { EvidenceWords } from './types';

export const pinduoduoWords: EvidenceWords = {
  pid: [
    'affiliate',
    '推广位编号：告诉拼多多哪个推广者拿佣金',
    '推廣位編號：告訴拼多多哪個推廣者拿佣金',
    'Affiliate position: tells Pinduoduo who gets the commission',
  ],
  cpsSign: ['affiliate', '推广签名：日期和推广位', '推廣簽名：日期和推廣位', 'Promotion signature: date and position'],
  customParameters: [
    'affiliate',
    '推广者自带的标记，可能写着你在他那里的编号',
    '推廣者自帶的標記，可能寫著你在他那裡的編號',
    'The affiliate’s own mark; it may hold your number with them',
  ],
  duoduo_type: ['affiliate', '推广类型', '推廣類型', 'Kind of promotion'],
  _x_ddjb_act: ['affiliate', '多多进宝活动', '多多進寶活動', 'Activity of the affiliate programme'],
  _x_ddjb_dmn: ['affiliate', '多多进宝来源', '多多進寶來源', 'Origin within the affiliate programme'],
  goods_sign: ['affiliate', '加密的商品编号', '加密的商品編號', 'Encrypted number of the item'],
  campaign: ['ad', '活动名；ddjb 是多多进宝', '活動名；ddjb 是多多進寶', 'Campaign; ddjb is the affiliate programme'],
  cid: [
    'ad',
    '投放编号：告诉拼多多怎样打开了应用',
    '投放編號：告訴拼多多怎樣打開了應用',
    'Placement: tells Pinduoduo how its app was opened',
  ],
  refer_share_id: [
    'share',
    '分享编号：连到分享的那一次',
    '分享編號：連到分享的那一次',
    'Share number: leads back to that one share',
  ],
  refer_share_channel: ['share', '分享渠道，如微信', '分享渠道，如微信', 'Where it was shared, as in WeChat'],
  ps: [
    'share',
    '分享码：告诉拼多多是谁分享的',
    '分享碼：告訴拼多多是誰分享的',
    'Share code: tells Pinduoduo who passed the link on',
  ],
};
