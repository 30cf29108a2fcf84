import { amountIn, isOfTmall, type RenderedLine, type RenderedOrder, statusOf, textOf } from './rendered-list';

const goods = 'a[href*="/item.htm?"]';

/** The order's number, in an attribute, behind its label, or in the name that the page's framework gives its parts. */
function readNumber(order: Element): string | undefined {
  const named = order.closest('[data-id]') ?? order.querySelector('[data-id]');
  const reactId = order.querySelector('[data-reactid*="$order-"]')?.getAttribute('data-reactid');
  const texts = [named?.getAttribute('data-id'), textOf(order.querySelector('[class*="head-info-cell"]')), reactId];
  return texts.map((text) => /(?:^|订单号[\s:：]*|\$order-)(\d{6,})/.exec(text ?? '')?.[1]).find(Boolean);
}

function readLine(row: Element): RenderedLine | undefined {
  const link = [...row.querySelectorAll(goods)].find((each) => textOf(each) !== '');
  return (
    link && {
      href: link.getAttribute('href'),
      title: textOf(link),
      quantity: textOf(row.querySelector('td:nth-child(3)')),
      // The line's own buttons, 查看退款 among them
      status: textOf(row.querySelector('td:nth-child(4)')),
    }
  );
}

function readOrder(order: Element): RenderedOrder {
  const lines = [...order.querySelectorAll('tr')].flatMap((row) => readLine(row) ?? []);
  return {
    id: readNumber(order),
    shop: textOf(order.querySelector('[class*="seller-mod__name"], [class*="seller-mod"] a')),
    paid: amountIn(order.querySelector('[class*="price-mod"] strong, td:nth-child(5) strong')),
    time: textOf(order.querySelector('[class*="create-time"]')),
    status: statusOf(order, lines),
    lines,
    isTmall: isOfTmall(order),
  };
}

// 2025-07, code, and copies of the page of 2016: one .js-order-container per order with a table of its head and its lines;
// amount and status stand in the first line and hold for all (fixture made-taobao-old-rows.html).
export function readOldRows(page: Document): RenderedOrder[] {
  return [...page.querySelectorAll('.js-order-container')].map(readOrder);
}
