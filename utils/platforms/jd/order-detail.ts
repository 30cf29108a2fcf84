import { asCount, asText } from '../../core/decode';
import type { Purchase, Reading } from '../../core/types';
import { classDigits, textAt } from '../dom';
import { itemIdOf } from '../item-id';
import { readYuan } from '../money';
import type { OrderLine } from '../order';
import { addOrder, emptyReading } from '../order';
import type { OrderPage } from '../order-page';
import { readStatus } from '../status';
import { readTime } from '../time';

// 2026-03, details.jd.com/normal/item.action (fixture made-jd-detail.html): one tr.product-<sku> per item, the fifth
// cell is the quantity, the last .count of the totals what was paid. The receiver's block is never looked at.

function readLine(row: Element): OrderLine {
  const link = row.querySelector('.p-name a');
  const sku = classDigits(row, 'product-') ?? itemIdOf(link?.getAttribute('href'));
  return {
    itemId: sku,
    skuId: sku,
    title: asText(link?.getAttribute('title')) ?? asText(link?.textContent),
    quantity: asCount(
      row
        .querySelectorAll('td')[4]
        ?.textContent?.trim()
        .replace(/^[x×]\s*/i, ''),
    ),
  };
}

export function readOrderDetail(page: OrderPage): Reading<Purchase> | undefined {
  const document = page.document();
  const head = textAt(document, '.state-top');
  if (!document || head === undefined) return undefined;
  const total = [...document.querySelectorAll('.goods-total .count')].pop();
  const reading = emptyReading();
  addOrder(reading, {
    where: 'order-detail',
    platform: 'jd',
    orderId: /订单号[：:]\s*(\d{6,})/.exec(head)?.[1] ?? asText(page.url.searchParams.get('orderid')),
    shop: textAt(document, '.shop-name'),
    paid: readYuan(asText(total?.textContent)),
    orderedAt: readTime(document.querySelector('[id^="datesubmit-"]')?.getAttribute('value')),
    status: readStatus(textAt(document, '.state-txt')),
    lines: [...document.querySelectorAll('tr[class*="product-"]')].map(readLine),
  });
  return reading;
}
