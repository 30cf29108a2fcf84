import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageTime } from '../../replica/clock';
import { encodeGbk } from '../../replica/gbk';

/** What a line of Alipay's bill says of one payment. */
export interface BillPayment {
  at: number;
  shop: string;
  title: string;
  fen: number;
  number: string;
  order: string;
  /** All of it came back. */
  isBack?: boolean;
}

const head = '交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,';

function linesOf({ at, shop, title, fen, number, order, isBack }: BillPayment): string[] {
  const begin = `${pageTime(at)},日用百货,${shop},PLANTED_ACCOUNT***@qq.com`;
  const sum = (fen / 100).toFixed(2);
  const paid = `${begin},${title},支出,${sum},余额宝,${isBack ? '交易关闭' : '交易成功'},${number}\t,${order}\t,,`;
  const back = `${begin},退款-${title},不计收支,${sum},余额宝,退款成功,${number}_1\t,${order}\t,,`;
  return isBack ? [back, paid] : [paid];
}

/** Alipay's bill as it comes, in GBK, with the person's names before its lines; returns its path. */
export async function writeBill(folder: string, payments: readonly BillPayment[]): Promise<string> {
  const path = join(folder, '支付宝交易明细.csv');
  const preamble = ['导出信息：', '姓名：PLANTED_NAME', '支付宝账户：PLANTED_ACCOUNT@example.com', ''];
  const text = [...preamble, head, ...payments.flatMap(linesOf), ''].join('\n');
  await writeFile(path, encodeGbk(text));
  return path;
}
