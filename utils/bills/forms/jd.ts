import { readYuan } from '../../core/money';
import { readStatus } from '../../core/status';
import type { PurchaseStatus } from '../../core/types';
import { readBillTime } from '../time';
import { other, type BillForm, type BillLine, type Cell, type Refund } from '../form';
import { firstOf, titleOf } from '../order-ids';
import { paymentLine, refundLine } from '../payment';
import { platformOf } from '../shops';

/** `131.77(已退款89.84)`, `468.32(已全额退款)`: what was paid, and in brackets what came back. */
function readAmount(text: string): { paid: string; refund: Refund } {
  const [, paid = text, note = ''] = /^([^(（]*)[(（](.*)[)）]$/.exec(text) ?? [];
  if (note.includes('全额退款')) return { paid, refund: 'all' };
  if (note === '已退款') return { paid, refund: 'all' };
  const said = /退款\s*([￥¥]?\s?\d.*)$/.exec(note)?.[1];
  if (said === undefined) return { paid, refund: undefined };
  const fen = readYuan(said);
  return { paid, refund: typeof fen === 'number' ? fen : 'bad-amount' };
}

/** The word for a refund of a part took the place of 交易成功. */
function statusOf(word: string, refund: Refund): PurchaseStatus | undefined {
  const status = readStatus(word);
  return status === 'refunded' && refund !== undefined && refund !== 'all' ? 'paid' : status;
}

function readLine(cell: Cell): BillLine | undefined {
  const [goods, number, merchant] = [cell('交易说明'), cell('交易订单号'), cell('商家订单号')];
  const platform = platformOf(cell('商户名称'), goods);
  if (platform === undefined) return other;
  const { paid, refund } = readAmount(cell('金额'));
  const amount = readYuan(paid);
  const word = cell('交易状态');
  const at = readBillTime(cell('交易时间'));
  const way = cell('收/支');
  // 2021: a refund is 收入 and 交易成功; only its title says what it is
  if (way !== '支出' && (/^退款/.test(goods) || (word === '退款成功' && refund === undefined)))
    return refundLine({ amount, at, platform, orderId: firstOf(number), keys: [number], numbers: [number, merchant] });
  const status = statusOf(word, refund);
  const isNeverPaid = status === 'cancelled' || status === 'unpaid';
  // 不计收支 is money moved about, unless the line says that it was paid and came back, or was never paid.
  if (way === '收入' || (way === '不计收支' && refund === undefined && amount !== 0 && !isNeverPaid)) return other;
  return paymentLine({
    platform,
    orderId: firstOf(number, merchant),
    title: titleOf(goods, [number, merchant]),
    amount,
    refund,
    at,
    status,
    keys: [number, merchant],
  });
}

/** JD's bill; the older form (2023) has its columns in another order and begins as Alipay's does. */
export const form: BillForm = {
  id: 'jd',
  columns: ['交易时间', '商户名称', '交易说明', '金额', '交易状态', '交易订单号'],
  goods: '交易说明',
  readLine,
};
