import type { EvidenceWords } from './types';

export const xiaohongshuWords: EvidenceWords = {
  xhs_g_s: ['ad', '商品来路（旧）', '商品來路（舊）', 'Where the product was shown (older form)'],
  xsec_source: [
    'share',
    '打开方式：app_arkselfshare 是卖家自己分享',
    '打開方式：app_arkselfshare 是賣家自己分享',
    'Way here: app_arkselfshare is the seller’s own share',
  ],
  trackId: [
    'ad',
    '推荐记录：告诉小红书你从哪次展示点进来',
    '推薦記錄：告訴小紅書你從哪次展示點進來',
    'Impression: tells Xiaohongshu where it showed you this',
  ],
  xhsshare: ['share', '分享方式，如复制链接', '分享方式，如複製連結', 'How it was shared, as by copying the link'],
  share_id: [
    'share',
    '分享编号：连到分享的那一次',
    '分享編號：連到分享的那一次',
    'Share number: leads back to that one share',
  ],
  author_share: ['share', '是否作者本人分享', '是否作者本人分享', 'Whether the author shared it'],
  click_id: ['ad', '广告点击编号', '廣告點擊編號', 'Number of the ad click'],
  callback_param: [
    'ad',
    '广告回传参数：告诉商家你点了广告',
    '廣告回傳參數：告訴商家你點了廣告',
    'Call-back: tells the advertiser that you clicked',
  ],
  advertiser_id: ['ad', '广告主编号', '廣告主編號', 'Number of the advertiser'],
  campaign_id: ['ad', '广告计划编号', '廣告計畫編號', 'Number of the campaign'],
  unit_id: ['ad', '广告单元编号', '廣告單元編號', 'Number of the ad unit'],
  creativity_id: ['ad', '广告创意编号', '廣告創意編號', 'Number of the ad creative'],
};
