import { asCount, asText } from '../../core/decode';
import type { Purchase, Reading } from '../../core/types';
import { classDigits, textAt } from '../dom';
import { itemIdOf } from '../item-id';
import type { Amount } from '../money';
import { readYuan } from '../money';
import type { Order, OrderLine } from '../order';
import { addOrder, emptyReading } from '../order';
import type { OrderPage } from '../order-page';
import { readStatus } from '../status';
import { readTime } from '../time';

// 2014 to 2026, order.jd.com/center/list.action: one <tbody id="tb-<order>">, one tr#track<order> per item; amount and
// status stand in the first row and hold for all (fixture jd-order-list.html). `.consignee` is never looked at.

const idEnd = /^\D*(\d{6,})$/;

function groupRows(rows: readonly Element[]): Map<string | undefined, Element[]> {
  const orders = new Map<string | undefined, Element[]>();
  for (const row of rows) {
    const id = idEnd.exec(row.id) ?? idEnd.exec(row.closest('tbody')?.id ?? '');
    orders.set(id?.[1], [...(orders.get(id?.[1]) ?? []), row]);
  }
  return orders;
}

function readLine(row: Element): OrderLine {
  const link = row.querySelector('.p-name a');
  const sku =
    classDigits(row.querySelector('.goods-item'), 'p-') ??
    itemIdOf(link?.getAttribute('href')) ??
    asText(row.querySelector('[data-sku]')?.getAttribute('data-sku'));
  return {
    itemId: sku,
    skuId: sku,
    // Filled in late: the code and amount are there at once, the name comes with lazy/getOrderProductInfo.action.
    title: asText(link?.getAttribute('title')) ?? asText(link?.textContent),
    quantity: asCount(textAt(row, '.goods-number')?.replace(/^[x×]\s*/i, '')),
  };
}

/** Shops have a link; JD's own goods have plain text, or nothing. */
function readShop(head: Element | null | undefined): string | undefined {
  if (!head) return undefined;
  const shop = textAt(head, '.order-shop .shop-txt');
  return shop === undefined || shop === '京东' ? '京东自营' : shop;
}

// Bold is what is due after coupons, "总额" what it was before.
function readPaid(row: Element | undefined): Amount {
  const texts = ['.amount strong', '.amount span'].map((selector) => textAt(row, selector));
  return readYuan(texts.find((text) => text !== undefined && /\d/.test(text)));
}

function readOrder(orderId: string | undefined, rows: Element[], where: string): Order {
  const body = rows[0]?.closest('tbody');
  const time = body?.querySelector('.dealtime');
  const stamp = body?.querySelector('[id^="datasubmit-"]')?.getAttribute('value');
  const main = rows.find((row) => row.querySelector('.amount'));
  return {
    where,
    platform: 'jd',
    orderId,
    shop: readShop(body?.querySelector('.tr-th')),
    paid: readPaid(main),
    orderedAt: readTime(time?.getAttribute('title')) ?? readTime(time?.textContent) ?? readTime(stamp),
    status: readStatus(textAt(main, '.order-status')),
    lines: rows.map(readLine),
  };
}

export function readOrderList(page: OrderPage): Reading<Purchase> | undefined {
  const document = page.document();
  if (!document?.querySelector('.order-tb, tr.tr-bd')) return undefined;
  const reading = emptyReading();
  let index = 0;
  for (const [orderId, rows] of groupRows([...document.querySelectorAll('tr.tr-bd')])) {
    addOrder(reading, readOrder(orderId, rows, `order-list[${index++}]`));
  }
  return reading;
}
