import { expect, test } from 'vitest';
import { readCount, readTotal } from '../../utils/sites/xiaohongshu/counts';
import { adHosts, buttonForm, labelForm, mayHoldAdKeys, stateRules } from '../../utils/sites/xiaohongshu/rules';

const tellsAd = (key: string) => stateRules.some(([, form]) => form.test(key));

test.each([
  ['0', 0],
  ['3358', 3358],
  ['1,234', 1234],
  ['1.2万', 12_000],
  ['10万+', 100_000],
  ['1.2萬', 12_000],
  ['1.2w', 12_000],
  ['1.2K', 1200],
  ['3M', 3_000_000],
  ['2千', 2000],
  [' 14 ', 14],
  ['赞', undefined],
  ['评论', undefined],
  ['', undefined],
  ['-3', undefined],
  ['1.2.3万', undefined],
  ['12abc', undefined],
])('count %j is %s', (text, count) => expect(readCount(text)).toBe(count));

test.each([
  ['共 14 条评论', 14],
  ['共14条评论', 14],
  ['共 1.2万 条评论', 12_000],
  ['共 0 条评论', 0],
  ['共 14 條評論', 14],
  ['共 14 則留言', 14],
  ['14 comments', 14],
  ['1 comment', 1],
  ['1.2K comments', 1200],
  ['no comments', undefined],
  ['I read 14 comments', undefined],
  ['共 几 条评论', undefined],
  ['我数了共 14 条评论', undefined],
  ['展开 14 条回复', undefined],
])('total %j is %s', (text, count) => expect(readTotal(text)).toBe(count));

test.each([
  '广告',
  ' 广告 ',
  '[广告]',
  '廣告',
  '商业推广',
  '含广告',
  '赞助',
  '贊助商',
  'Sponsored',
  'AD',
  '品牌合作',
  '利益相關',
])('%j is a label', (text) => expect(labelForm.test(text)).toBe(true));

test.each([
  '不是广告',
  '广告公司',
  '广告人小王',
  '业务合作',
  '推广者',
  '求赞助',
  'add',
  'Adidas',
  '赞',
  '合作',
  '这条不是广告请放心',
  '',
])('%j is none', (text) => expect(labelForm.test(text)).toBe(false));

test.each(['购买同款', '了解详情', '領取補貼', '立即预约', '立即咨詢', '进店看看'])('%s is an ad button', (text) =>
  expect(buttonForm.test(text)).toBe(true),
);

test.each(['购买', '了解', '立即', '去购买同款', '立即关注', '查看详情', ''])('%j is none', (text) =>
  expect(buttonForm.test(text)).toBe(false),
);

test.each([
  'https://ads-img-al.xhscdn.com/1.webp',
  '//ads-i3.xhscdn.com/a',
  'https://ads-video-qc.xhscdn.com/a.mp4',
  'https://t-ads.xiaohongshu.com/x.gif',
])('%s is a host of ads', (address) => expect(adHosts.test(address)).toBe(true));

test.each([
  'https://sns-webpic-qc.xhscdn.com/202511100211/ads-img-al.xhscdn.com/x',
  'https://ads-img-al.xhscdn.com.evil.example/',
  'https://evil.example/?u=https://ads-img-al.xhscdn.com/',
  'https://ads-i9.xhscdn.com/a',
  '/ads-img-al.xhscdn.com/',
])('%s is none', (address) => expect(adHosts.test(address)).toBe(false));

test.each([
  'ads_info',
  'ads',
  'is_ads',
  'ad_tag',
  'second_jump_bar',
  'goods_info',
  'video_goods_cards',
  'goods_card_v2',
  'has_related_goods',
  'cooperate_binds',
  'pgy_engage_bar',
  'ads_comment_component',
])('the key %s tells', (key) => expect([tellsAd(key), mayHoldAdKeys.test(`{"${key}":1}`)]).toEqual([true, true]));

test.each([
  'headings',
  'uploads',
  'goods',
  'goods_id',
  'tab_goods_api_version',
  'is_goods_note_list',
  'bar',
  'engage_bar_style',
  'comment_count',
  'badge',
])('the key %s does not', (key) => expect(tellsAd(key)).toBe(false));
