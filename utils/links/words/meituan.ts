import type { EvidenceWords } from './types';

export const meituanWords: EvidenceWords = {
  utm_source: [
    'affiliate',
    '联盟编号：告诉美团谁拿佣金',
    '聯盟編號：告訴美團誰拿佣金',
    'Union number: tells Meituan who gets the commission',
  ],
  utm_medium: [
    'affiliate',
    '推广方式，如微信小程序',
    '推廣方式，如微信小程式',
    'How it was promoted, as in a WeChat mini program',
  ],
  utm_campaign: ['affiliate', '推广活动', '推廣活動', 'Promotion campaign'],
  utm_content: ['affiliate', '推广位和活动编号', '推廣位和活動編號', 'Numbers of position and activity'],
  utm_term: ['affiliate', '推广词', '推廣詞', 'Promotion term'],
  channel: [
    'affiliate',
    '渠道；union 是美团联盟',
    '渠道；union 是美團聯盟',
    'Channel; union is the affiliate programme',
  ],
  mt_id: ['affiliate', '推广编号', '推廣編號', 'Number of the promotion'],
  mt_key: ['affiliate', '推广签名', '推廣簽名', 'Signature of the promotion'],
  click_cps_url: ['affiliate', '计佣跳转地址', '計佣跳轉位址', 'Address that counts the commission'],
  p: [
    'affiliate',
    '加密的推广信息：只有美团能读',
    '加密的推廣資訊：只有美團能讀',
    'Encrypted promotion: only Meituan can read it',
  ],
  t: ['affiliate', '推广链接的类型', '推廣連結的類型', 'Kind of the promotion link'],
  scene: [
    'affiliate',
    '推广场景；CPS 表示有人拿佣金',
    '推廣場景；CPS 表示有人拿佣金',
    'Scene; CPS means that somebody earns',
  ],
  mediumSrc1: ['affiliate', '推广媒介', '推廣媒介', 'Promotion medium'],
  pageSrc1: ['affiliate', '来源页面', '來源頁面', 'Page it came from'],
  bizId: ['affiliate', '业务编号', '業務編號', 'Number of the business line'],
};
