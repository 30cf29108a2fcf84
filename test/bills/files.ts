import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Purchase } from '@/utils/core/types';

const folder = join(import.meta.dirname, '../fixtures/orders');

export function readBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)));
}

interface Expected {
  reader: string;
  found: Purchase[];
}

const { files } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
  files: Record<string, Expected>;
};

/** Every bill with what a correct reader finds in it, line by line. */
export const bills = Object.entries(files).filter(([, { reader }]) => reader === 'readBill');

/** Real captures stay outside the project; tests that want them are skipped where they are absent. */
const captures = join(process.env.BACAO_DATA ?? join(import.meta.dirname, '../../../shared'), 'captures/orders');
export const hasCaptures = existsSync(captures);
export const readCapture = (name: string) => new Uint8Array(readFileSync(join(captures, name)));

export const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Epoch ms of a time in Shanghai. */
export const shanghai = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`);

const heads = {
  alipay: '交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,',
  wechat: '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注',
  jd: '交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注',
  jdOlder: '交易时间,交易分类,商户名称,交易说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注',
  meituan: '交易创建时间,交易成功时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易单号,商家单号,备注',
  web: '交易号,商家订单号,交易创建时间,付款时间,最近修改时间,交易来源地,类型,交易对方,商品名称,金额（元）,收/支,交易状态,服务费（元）,成功退款（元）,备注,资金状态,',
};

/** A bill of these lines under the header of its form. */
export function made(form: keyof typeof heads, ...lines: string[]): Uint8Array {
  return bytesOf(['导出信息：', heads[form], ...lines, ''].join('\n'));
}
