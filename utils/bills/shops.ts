import { taobaoOrderId } from './order-ids';

/**
 * Which shop platform a counterparty is. Wallets name the platform, not the shop, for all but Alipay's own Taobao rows.
 * field samples: 拼多多平台商户, 京东商城平台商户, 美团平台商户, 淘宝平台商户; the others are the names the shops trade under
 * and were not seen in a bill.
 */
const counterparties: readonly [platform: string, names: RegExp][] = [
  ['pinduoduo', /拼多多|寻梦信息/],
  ['jd', /^(?:(?:北京)?京东(?!方)|一号店|1号店)/],
  // 淘宝闪购 brings meals, as 饿了么 did
  ['taobao', /^(?:浙江)?(?:淘宝(?!闪购)|天猫)/],
  ['meituan', /^美团|三快在线/],
  ['vipshop', /唯品会/],
  ['xiaohongshu', /小红书|行吟/],
  ['dianping', /^大众点评/],
  ['suning', /^苏宁易购/],
  ['dewu', /^得物/],
  ['douyin', /^抖音(?:电商|商城)/],
  ['kuaishou', /^快手(?:电商|小店)/],
  ['kaola', /^(?:网易)?考拉海购/],
];

/** Wallets and loans of the same houses: money that moves without anything being bought. */
const noShopping = /还款|月付|白条|借款|提现|充值到|零钱|理财|小金库|公益|单车|打车|金融|基金|证券|保险|小贷|钱包/;

/** A loan paid back; 2021, JD: 亲密卡, what somebody else bought with this person's card. */
const noGoods = /^(?:淘宝闪购|饿了么)|^(?:白条|月付|信用卡|京东金融|美团金融)?.{0,4}还款|^亲[密情属]卡/;

/** What wallets write for the goods where the payment went to somebody else: an order number, or the shop's name. */
const goodsNames: readonly [platform: string, names: RegExp][] = [
  ['jd', /^京东-订单编号/],
  ['meituan', /^美团订单-\d/],
  ['pinduoduo', /^商户单号XP\d/],
  ['xiaohongshu', /^(?:小红书|行吟)/],
  ['vipshop', /^唯品会(?:订单|-|$)/],
];

/** @returns undefined for whoever is no known shop platform */
export function platformOf(counterparty: string, goods = ''): string | undefined {
  if (noShopping.test(counterparty) || noGoods.test(goods)) return undefined;
  const named = counterparties.find(([, names]) => names.test(counterparty));
  return (named ?? goodsNames.find(([, names]) => names.test(goods)))?.[0];
}

/** The same for Alipay, where a merchant's number may say more than its name. 盒马 has Taobao's numbers and is no shop of ours. */
export function platformAt(counterparty: string, merchantNumber: string, goods: string): string | undefined {
  if (/盒马/.test(counterparty)) return undefined;
  if (taobaoOrderId(merchantNumber) !== undefined) return 'taobao';
  return /^XP\d/.test(merchantNumber) ? 'pinduoduo' : platformOf(counterparty, goods);
}

/** Names of platforms are no shop's names. */
export function shopName(counterparty: string): string | undefined {
  const isPlatform = platformOf(counterparty) !== undefined || counterparty.startsWith('淘宝闪购');
  return counterparty === '' || isPlatform ? undefined : counterparty;
}
