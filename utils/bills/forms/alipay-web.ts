import { readYuan } from '../../core/money';
import { readStatus } from '../../core/status';
import { readBillTime } from '../time';
import { other, type BillForm, type BillLine, type Cell } from '../form';
import { firstOf, orderIdIn, paymentNumber, taobaoOrderId, titleOf } from '../order-ids';
import { paymentLine, refundLine } from '../payment';
import { platformAt, shopName } from '../shops';

function readLine(cell: Cell): BillLine | undefined {
  const [goods, merchant, number] = [cell('商品名称'), cell('商家订单号'), cell('交易号')];
  const counterparty = cell('交易对方');
  const amount = readYuan(cell('金额'));
  const word = cell('交易状态');
  const platform = platformAt(counterparty, merchant, goods);
  const orderedAt = readBillTime(cell('交易创建时间'));
  const way = cell('收/支');
  if ((/^退款/.test(goods) && way !== '支出') || word === '退款成功')
    return refundLine({
      amount,
      at: orderedAt,
      platform,
      orderId: firstOf(taobaoOrderId(merchant), orderIdIn(goods), merchant, paymentNumber(number)),
      keys: [paymentNumber(number), merchant],
      numbers: [number, merchant],
      number,
    });
  if (platform === undefined || way === '收入') return other;
  const back = readYuan(cell('成功退款'));
  const paidAt = readBillTime(cell('付款时间'));
  return paymentLine({
    platform,
    orderId: firstOf(taobaoOrderId(merchant), orderIdIn(goods), merchant, number),
    title: titleOf(goods, [merchant, number]),
    shop: shopName(counterparty),
    amount,
    refund:
      typeof back === 'number' && back > 0 ? back : word === '交易关闭' && paidAt !== undefined ? 'all' : undefined,
    orderedAt,
    paidAt,
    status: readStatus(word),
    number,
    keys: [number, merchant],
  });
}

/** Alipay's form on the web until about 2022: 支付宝交易记录明细查询, cells padded with spaces. From code, no sample seen. */
export const form: BillForm = {
  id: 'alipay-web',
  columns: ['交易号', '商家订单号', '交易创建时间', '付款时间', '交易对方', '商品名称', '金额', '交易状态'],
  goods: '商品名称',
  readLine,
};
