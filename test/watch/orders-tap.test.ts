// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import tap from '@/entrypoints/orders-tap';
import { hearTap } from '@/utils/watch/tap';

const bought = 'https://buyertrade.taobao.com/trade/itemlist/asyncBought.htm?x=1';
const real = { fetch: window.fetch, open: XMLHttpRequest.prototype.open, send: XMLHttpRequest.prototype.send };

let copied: string[];
beforeEach(() => {
  const mine: string[] = []; // a page has one copier for as long as it lives; here one follows the other
  hearTap(window, (message) => mine.push(message));
  copied = mine;
});
afterEach(() => {
  window.fetch = real.fetch;
  Object.assign(XMLHttpRequest.prototype, { open: real.open, send: real.send });
});

/** What the page loads with, under the copier. */
function tapped(fetch: typeof window.fetch): typeof window.fetch {
  window.fetch = fetch;
  void tap.main();
  return window.fetch;
}

const answering = (body: BodyInit, type = 'application/json') =>
  vi.fn(() => Promise.resolve(new Response(body, { headers: { 'content-type': type } }))) as never;

describe('an answer that holds orders', () => {
  test('is handed on, and is the page’s as before', async () => {
    const answer = await tapped(answering('{"a":1}'))(bought);
    await vi.waitFor(() => expect(copied).toEqual([`${bought}\n{"a":1}`]));
    expect(await answer.json()).toEqual({ a: 1 });
  });

  test('is read in the encoding that it names', async () => {
    const gbk = Uint8Array.of(0x7b, 0x22, 0xd6, 0xd0, 0x22, 0x7d); // {"中"}
    await tapped(answering(gbk, 'text/html; charset=GBK'))(new URL(bought));
    await vi.waitFor(() => expect(copied).toEqual([`${bought}\n{"中"}`]));
  });

  test('is not handed on when it is huge', async () => {
    const sizes: Record<string, string> = { [bought]: 'x'.repeat(2_000_001) };
    const load = tapped(vi.fn((address: string) => Promise.resolve(new Response(sizes[address] ?? '{}'))) as never);
    expect((await (await load(bought)).text()).length).toBe(2_000_001);
    await load(`${bought}&next=1`);
    await vi.waitFor(() => expect(copied).toEqual([`${bought}&next=1\n{}`]));
  });
});

describe('whatever else the page does is left alone', () => {
  test.each([
    'https://h5api.m.taobao.com/h5/mtop.trade.query.bag/5.0/',
    '/anything',
    '',
    'http://[',
    `${bought}&${'x'.repeat(6_000)}`,
  ])('%s', async (address) => {
    const page = vi.fn(() => Promise.resolve(new Response('{}')));
    const load = tapped(page as never);
    await load(address);
    await load(`${bought}&last=1`);
    await vi.waitFor(() => expect(copied).toEqual([`${bought}&last=1\n{}`]));
    expect(page).toHaveBeenCalledWith(address);
  });

  test('the page gets its own promise, and its own failure', async () => {
    const failing = Promise.reject(new TypeError('made'));
    const load = tapped(vi.fn(() => failing) as never);
    expect(load(bought)).toBe(failing);
    await expect(load(bought)).rejects.toThrow('made');
  });

  test('what is no promise, and what throws, comes back as it is', () => {
    expect(tapped(vi.fn(() => 5) as never)(bought)).toBe(5);
    const load = tapped(() => {
      throw new RangeError('made');
    });
    expect(() => load(bought)).toThrow('made');
  });

  test('an address that bites is the page’s own', async () => {
    const biting = {
      toString: () => {
        throw new Error('bitten');
      },
    };
    const load = answering('{}');
    await tapped(load)(biting as never);
    expect(load).toHaveBeenCalledWith(biting);
  });
});

test('an answer by a script’s callback is handed on, and the page’s own function is called', async () => {
  void tap.main();
  const onAnswer = vi.fn((answer: object) => Object.keys(answer).length);
  Reflect.set(window, 'mtopjsonp3', onAnswer);
  const script = document.createElement('script');
  script.type = 'made'; // so that nothing is loaded
  script.src = 'https://h5api.m.taobao.com/h5/mtop.taobao.order.queryboughtlistv2/1.0/?type=jsonp&callback=mtopjsonp3';
  document.head.append(script);
  await vi.waitFor(() => expect(Reflect.get(window, 'mtopjsonp3')).not.toBe(onAnswer));
  const call = Reflect.get(window, 'mtopjsonp3') as (answer: object) => number;
  expect(call({ ret: ['SUCCESS'] })).toBe(1);
  expect(onAnswer).toHaveBeenCalledWith({ ret: ['SUCCESS'] });
  await vi.waitFor(() => expect(copied).toEqual([`${script.src}\n{"ret":["SUCCESS"]}`]));
});

describe('the way across', () => {
  test('the first offer is taken and no other, and nobody else hears it', async () => {
    const heard = vi.fn();
    window.addEventListener('orders-tap', heard);
    const load = tapped(answering('{}'));
    expect(heard).not.toHaveBeenCalled();
    const { port1, port2 } = new MessageChannel();
    window.dispatchEvent(new MessageEvent('orders-tap', { ports: [port2 as never] }));
    port1.postMessage(`${bought}\n{"forged":1}`);
    await load(bought);
    await vi.waitFor(() => expect(copied).toEqual([`${bought}\n{}`]));
    port1.close();
    window.removeEventListener('orders-tap', heard);
  });
});
