import { readYuan } from '../../core/money';
import { readStatus } from '../../core/status';
import { readBillTime } from '../time';
import { other, type BillForm, type BillLine, type Cell } from '../form';
import { firstOf, meituanNumber, orderIdIn, paymentNumber, taobaoOrderId, titleOf } from '../order-ids';
import { paymentLine, refundLine } from '../payment';
import { platformAt, shopName } from '../shops';

function readLine(cell: Cell): BillLine | undefined {
  const [goods, merchant, number] = [cell('商品说明'), cell('商家订单号'), cell('交易订单号')];
  const counterparty = cell('交易对方');
  const amount = readYuan(cell('金额'));
  const word = cell('交易状态');
  const platform = platformAt(counterparty, merchant, goods);
  const at = readBillTime(cell('交易时间'));
  const way = cell('收/支');
  // Before the platform: a refund may name nothing but the payment it belongs to. What was paid for may be called 退款… too.
  if (way !== '支出' && (/^退款/.test(goods) || word === '退款成功'))
    return refundLine({
      amount,
      at,
      platform,
      orderId: firstOf(taobaoOrderId(merchant), orderIdIn(goods), merchant, paymentNumber(number)),
      keys: [paymentNumber(number), merchant],
      numbers: [number, merchant],
      number,
    });
  if (platform === undefined || way === '收入') return other;
  // 交易关闭: before the payment it was cancelled, after it the money came back. 2023: some payments state no way of paying.
  const isBack = word === '交易关闭' && (way === '支出' || cell('收/付款方式') !== '');
  return paymentLine({
    platform,
    orderId: firstOf(taobaoOrderId(merchant), orderIdIn(goods), merchant, number),
    title: titleOf(goods, [merchant, number]),
    shop: shopName(counterparty),
    amount,
    at,
    refund: isBack ? 'all' : undefined,
    status: readStatus(word),
    number,
    keys: [number, merchant],
    alsoIds: platform === 'meituan' ? [meituanNumber(goods), merchant] : [],
  });
}

/** Alipay's bill by mail, 2023 and 2026: `交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,…` in GB18030. */
export const form: BillForm = {
  id: 'alipay',
  columns: ['交易时间', '交易对方', '对方账号', '商品说明', '金额', '交易状态', '交易订单号', '商家订单号'],
  goods: '商品说明',
  readLine,
};
