import type { PurchaseStatus } from './types';

/** Words and codes in the order they decide: a refund beats a closed order, which beats what was done before. */
const steps: readonly [PurchaseStatus, RegExp][] = [
  ['refunded', /(?<!部分(?:商品)?)(?:退款成功|退款完成|已退款)|已全额退款|\bTRADE_CLOSED\b/],
  ['refunding', /退款中|退款处理中|查看退款/],
  // 2025-11: CREATE_CLOSED_OF_TAOBAO is closed before payment; the page says 交易关闭 for both.
  // 退款已取消 and 取消退款 call off a refund, not the order.
  [
    'cancelled',
    /(?<!(?:退款|售后)(?:申请)?已?)取消(?!退款|售后)|交易关闭|订单关闭|(?<!(?:退款|售后)(?:申请)?)已关闭|失效|(?:CREATE_CLOSED_OF|TRADE_CLOSED_BY)_TAOBAO/,
  ],
  // 完成 and 交易完成 of JD, 已评价 of Pinduoduo, 已使用 of vouchers; 部分已使用 leaves some to use
  [
    'completed',
    /交易(?:成功|完成)|(?<!部分)已(?:完成|使用)|已(?:收货|签收|提货|评价)|待评价|^\s*(?:订单)?完成\s*$|TRADE_FINISHED/,
  ],
  // 2025-11: 未确认收货 and 待确认收货 on the detail of a trade
  ['shipped', /已发货|待收货|等待收货|[待未](?:买家|对方)?确认收货|WAIT_BUYER_CONFIRM_GOODS/],
  // A deposit alone is no payment: what the order costs is still due.
  [
    'unpaid',
    /等待付款|待(?:买家)?付(?:款|尾款|定金)|待支付|未付款|未支付|支付失败|WAIT_BUYER_PAY|TRADE_NO_CREATE_PAY|PAY_PENDING/,
  ],
  ['paid', /买家已付款|待发货|等待(?:[商卖]家|对方)?发货|正在出库|支付成功|WAIT_SELLER_SEND_GOODS/],
];

/** Traditional characters of the words above, for pages of readers in Hong Kong and Taiwan, with their simplified ones. */
const pairs = '買买賣卖發发貨货關关閉闭評评價价確确認认簽签單单訂订庫库處处';
const traditional = new RegExp(`[${[...pairs].filter((_sign, at) => at % 2 === 0).join('')}]`, 'g');
const simplified = (sign: string) => pairs.charAt(pairs.indexOf(sign) + 1);

/** Words nobody has seen have no status: the caller tries another place, and says `unknown` in the end, never `paid`. */
export function readStatus(text: unknown): PurchaseStatus | undefined {
  const said = typeof text === 'string' && text.replace(traditional, simplified);
  return said ? steps.find(([, words]) => words.test(said))?.[0] : undefined;
}
