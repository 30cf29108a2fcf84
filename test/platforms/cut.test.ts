// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readOrders } from '../../utils/platforms';
import { orderFixtures, readFixture } from './fixtures';

const pages = orderFixtures.flatMap(([name, { page = '' }]) => (name.endsWith('.html') ? [[name, page] as const] : []));

/** Places to cut, all over the page. */
const places = (html: string) =>
  Array.from({ length: 60 }, (_, part) => Math.floor((html.length * (part + 0.5)) / 60) + ((part * 7) % 11));

describe.each(pages)('%s', (name, url) => {
  const html = readFixture(name);
  const whole = readOrders(url, html);
  const key = ({ orderId, itemId = '', title }: { orderId: string; itemId?: string; title: string }) =>
    [orderId, itemId || title].join();

  test('cut before its orders end, it tells that there are more', () => {
    const silent = places(html).filter((at) => {
      const { found, unread } = readOrders(url, html.slice(0, at));
      return found.length < whole.found.length && unread.length === 0;
    });
    expect(silent).toEqual([]);
  });

  test('whole, and without the end tags that HTML lets pages leave out, it says the same', () => {
    const bare = html.replace(/<\/(?:body|html)>\s*/g, '');
    expect(readOrders(url, bare).unread).toEqual(whole.unread);
  });

  test('cut, no line says what the whole page does not', () => {
    const lines = new Map(whole.found.map((line) => [key(line), line]));
    for (const at of places(html))
      for (const line of readOrders(url, html.slice(0, at)).found) {
        const { status, title, ...rest } = line;
        expect(lines.get(key(line))).toMatchObject(title === '' ? rest : { ...rest, title });
        expect([lines.get(key(line))?.status, 'unknown']).toContain(status);
      }
  });

  test('whole, nothing of it was cut, whatever stands in scripts and remarks', () => {
    const more = `<script>document.write('<table class="order-tb">')</script><!-- <table class="m-table"> -->`;
    for (const page of [html, `${html}\n`, html.replace(/<\/body>/, (end) => `${more}${end}`)])
      expect(readOrders(url, page)).toEqual(whole);
  });
});

test('JD: a list that was cut before its first order is not "no orders"', () => {
  const head = '<body><table class="td-void order-tb"><thead><tr><th>x</th></tr></thead>';
  const url = 'https://order.jd.com/center/list.action';
  expect(readOrders(url, head)).toEqual({ found: [], unread: [{ where: 'page end', reason: 'shape' }], skipped: 0 });
  expect(readOrders(url, `${head}</table>`)).toEqual({ found: [], unread: [], skipped: 0 });
});

test('JD: tables within the list are no end of it', () => {
  const row = '<tr class="tr-bd"><td><div class="p-name">示例商品<table><tr><td></td></tr></table></div></td></tr>';
  const page = `<table class="order-tb"><tbody id="tb-300000000001">${row}</tbody>`;
  const url = 'https://order.jd.com/center/list.action';
  expect(readOrders(url, page)).toMatchObject({ found: [{ orderId: '300000000001' }], unread: [{ reason: 'shape' }] });
  expect(readOrders(url, `${page}</table>`).unread).toEqual([]);
});

test('tags within the value of a tag are none', () => {
  const url = 'https://order.jd.com/center/list.action';
  const page = (value: string, end = '</table></body>') =>
    `<body ${value}><table class="order-tb"><tbody id="tb-300000000001"><tr class="tr-bd"><td><div class="p-name" ${value}>示例商品</div></td></tr></tbody>${end}`;
  for (const value of ['data-tpl="<table><div>"', "data-tpl='<!-- <table>'", 'data-tpl="<script>" title=\'"\'']) {
    expect(readOrders(url, page(value))).toMatchObject({ found: [{ orderId: '300000000001' }], unread: [] });
    expect(readOrders(url, page(value, '')).unread).toEqual([{ where: 'page end', reason: 'shape' }]);
  }
});
