import { readYuan } from '../../core/money';
import { readStatus } from '../../core/status';
import { readBillTime } from '../time';
import { other, type BillForm, type BillLine, type Cell, type Refund } from '../form';
import { firstOf, meituanNumber, orderIdIn, titleOf } from '../order-ids';
import { paymentLine, refundLine } from '../payment';
import { platformOf } from '../shops';

/** 已全额退款; 已退款(￥19.90), （¥19.90） and 已退款¥19.90, which is a part unless it is the whole. */
function readRefund(word: string): Refund {
  if (word.includes('全额退款')) return 'all';
  const [, open, said] = /已(?:部分)?退款\s?([(（]?)\s?([￥¥]?\s?\d.*)$/.exec(word) ?? [];
  if (said === undefined) return undefined;
  // A bracket that is not closed was cut within the figure
  const fen = readYuan((open === '' ? /^[￥¥\s\d.,]+/ : /^[^)）]*(?=[)）])/).exec(said)?.[0]);
  return typeof fen === 'number' ? fen : 'bad-amount';
}

function readLine(cell: Cell): BillLine | undefined {
  const [goods, merchant, number] = [cell('商品'), cell('商户单号'), cell('交易单号')];
  const [kind, word] = [cell('交易类型'), cell('当前状态')];
  const platform = platformOf(cell('交易对方'), goods);
  if (platform === undefined) return other;
  const amount = readYuan(cell('金额'));
  const orderId = firstOf(orderIdIn(goods), merchant, number);
  const at = readBillTime(cell('交易时间'));
  if (/退款$/.test(kind))
    return refundLine({
      amount,
      at,
      platform,
      orderId,
      keys: [orderIdIn(goods), merchant],
      numbers: [number, merchant],
      number,
    });
  // 商户消费 is the only kind that buys; money that comes in under it is a prize.
  if (kind !== '商户消费' || cell('收/支') === '收入') return other;
  const refund = readRefund(word);
  return paymentLine({
    platform,
    orderId,
    title: titleOf(goods, [merchant, number]),
    amount,
    refund,
    at,
    // The word for a refund took the place of 支付成功.
    status: refund === undefined ? readStatus(word) : 'paid',
    number,
    keys: [merchant, number],
    alsoIds: platform === 'meituan' ? [meituanNumber(goods), merchant] : [],
  });
}

/** WeChat's bill, CSV or XLSX: `交易时间,交易类型,交易对方,商品,收/支,金额(元),…`; `/` stands for nothing. */
export const form: BillForm = {
  id: 'wechat',
  columns: ['交易时间', '交易类型', '交易对方', '商品', '金额', '当前状态', '交易单号', '商户单号'],
  goods: '商品',
  readLine,
};
