import { readYuan } from '../../core/money';
import { readBillTime } from '../time';
import { other, type BillForm, type BillLine, type Cell } from '../form';
import { firstOf, orderIdIn, titleOf } from '../order-ids';
import { paymentLine, refundLine } from '../payment';

function readLine(cell: Cell): BillLine | undefined {
  const [number, merchant] = [cell('交易单号'), cell('商家单号')];
  const goods = cell('订单标题')
    .replace(/订单详情$/, '')
    .trim();
  const amount = readYuan(cell('实付金额') || cell('订单金额'));
  const kind = cell('交易类型');
  const title = titleOf(goods, [number, merchant]);
  const orderedAt = readBillTime(cell('交易创建时间'));
  // 2025: a refund has numbers of its own, and the title of what was paid
  if (kind === '退款') {
    const numbers = [merchant, orderIdIn(goods), number];
    const orderId = orderIdIn(goods);
    return refundLine({ amount, at: orderedAt, platform: 'meituan', orderId, keys: numbers, numbers, number, title });
  }
  if (kind !== '支付') return other; // 还款 pays a loan back
  return paymentLine({
    platform: 'meituan',
    orderId: firstOf(orderIdIn(goods), merchant, number),
    title,
    amount,
    orderedAt,
    paidAt: readBillTime(cell('交易成功时间')),
    // The bill has no status; it lists what went through.
    status: cell('交易成功时间') === '' ? undefined : 'paid',
    number,
    keys: [merchant, number],
    alsoIds: [number, merchant],
  });
}

/** Meituan's bill: `交易创建时间,交易成功时间,交易类型,订单标题,…,订单金额,实付金额,…`, quoted, `¥` before amounts. */
export const form: BillForm = {
  id: 'meituan',
  columns: ['交易创建时间', '交易成功时间', '交易类型', '订单标题', '实付金额', '交易单号'],
  goods: '订单标题',
  readLine,
};
