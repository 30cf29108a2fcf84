import type { EvidenceWords } from './types';

export const aliWords: EvidenceWords = {
  pid: [
    'affiliate',
    '推广位编号：告诉阿里妈妈哪个推广者拿这笔佣金',
    '推廣位編號：告訴阿里媽媽哪個推廣者拿這筆佣金',
    'Affiliate position: tells Alimama who gets the commission',
  ],
  p: [
    'affiliate',
    '推广位编号（旧写法）：告诉阿里妈妈谁拿佣金',
    '推廣位編號（舊寫法）：告訴阿里媽媽誰拿佣金',
    'Affiliate position (older form): tells Alimama who gets the commission',
  ],
  ali_trackid: [
    'affiliate',
    '点击记录：告诉淘宝这次访问由哪个推广位带来',
    '點擊記錄：告訴淘寶這次造訪由哪個推廣位帶來',
    'Click record: tells Taobao which affiliate position brought this visit',
  ],
  'ali_trackid=1_': [
    'ad',
    '直通车点击记录：告诉淘宝这次访问来自付费搜索广告',
    '直通車點擊記錄：告訴淘寶這次造訪來自付費搜尋廣告',
    'Click record: tells Taobao that a paid search ad brought this visit',
  ],
  ali_refid: [
    'ad',
    '直通车广告：告诉商家哪个关键词的付费广告带来了你',
    '直通車廣告：告訴商家哪個關鍵字的付費廣告帶來了你',
    'Paid search: tells the seller which keyword ad brought you',
  ],
  unid: [
    'affiliate',
    '推广者给这次推广起的编号',
    '推廣者給這次推廣取的編號',
    'The affiliate’s own number for this promotion',
  ],
  relationId: [
    'affiliate',
    '渠道编号：告诉阿里妈妈佣金归哪个下级渠道',
    '渠道編號：告訴阿里媽媽佣金歸哪個下級渠道',
    'Channel number: tells Alimama which sub-channel earns the commission',
  ],
  special_id: [
    'affiliate',
    '会员编号：告诉推广者是哪个会员下的单',
    '會員編號：告訴推廣者是哪個會員下的單',
    'Member number: tells the affiliate which of its members ordered',
  ],
  activityId: [
    'affiliate',
    '优惠券编号：告诉淘宝你领的是哪张券',
    '優惠券編號：告訴淘寶你領的是哪張券',
    'Coupon number: tells Taobao which coupon you take',
  ],
  e: [
    'affiliate',
    '加密的推广信息：只有阿里妈妈能读，里面有推广者和商品',
    '加密的推廣資訊：只有阿里媽媽能讀，裡面有推廣者和商品',
    'Encrypted promotion: only Alimama reads the affiliate and the item in it',
  ],
  union_lens: [
    'affiliate',
    '联盟追踪：告诉阿里妈妈这次点击的来路',
    '聯盟追蹤：告訴阿里媽媽這次點擊的來路',
    'Affiliate trace: tells Alimama the way this click came',
  ],
  bxsign: [
    'affiliate',
    '推广签名：证明这次点击来自淘宝客',
    '推廣簽名：證明這次點擊來自淘寶客',
    'Signature: proves that an affiliate brought this click',
  ],
  tkSid: ['affiliate', '淘宝客会话编号', '淘寶客會話編號', 'Session number of the affiliate programme'],
  xMktId: [
    'ad',
    '营销活动编号：告诉天猫是哪场活动',
    '行銷活動編號：告訴天貓是哪場活動',
    'Campaign number: tells Tmall which campaign it was',
  ],
  bc_fl_src: [
    'ad',
    '拉新投放来源：告诉淘宝哪次投放把你带进应用',
    '拉新投放來源：告訴淘寶哪次投放把你帶進應用',
    'Growth campaign: tells Taobao which ad buy brought you into the app',
  ],
  materialid: ['ad', '广告素材编号', '廣告素材編號', 'Number of the ad creative'],
  appkey: [
    'ad',
    '来源应用：告诉淘宝你从哪个应用跳过来',
    '來源應用：告訴淘寶你從哪個應用跳過來',
    'Calling app: tells Taobao which app sent you',
  ],
  backURL: [
    'ad',
    '返回地址：告诉淘宝你会回到哪里',
    '返回位址：告訴淘寶你會回到哪裡',
    'Way back: tells Taobao where you return to',
  ],
  tk: [
    'share',
    '淘口令：告诉淘宝是谁分享的',
    '淘口令：告訴淘寶是誰分享的',
    'Share token: tells Taobao who passed the link on',
  ],
  short_name: ['share', '分享短链编号', '分享短鏈編號', 'Number of the shared short link'],
};
