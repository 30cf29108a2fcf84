// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanText } from '@/components/text/clean';
import { hostOf, hostOfKey, isItemKey } from '@/components/text/host';
import { speak } from './i18n-setup';
import { chair, linkTo, order, read } from './made-rows';
import { list, mount, one, orderList } from './mount';

beforeAll(() => speak('en'));

const nasty = [
  ['markup', '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'],
  ['a megabyte', 'long '.repeat(210_000)],
  ['right to left', 'שלום \u202e עולם'],
  ['a lone surrogate', 'half \ud83c of a picture'],
  ['NUL and friends', '\u0000\u0007 \u001b[2J'],
  ['a plural separator', 'a | b | c | d'],
  ['placeholders', '$1 $$ $name$ {count}'],
] as const;

describe('titles of others stay text', () => {
  test.each(nasty)('%s', async (_name, title) => {
    const item = { ...chair, title, shop: title, note: { site: 'xiaohongshu', id: 'n', title, at: 0 } };
    const label = { text: title, kind: 'other' as const };
    await mount({ saved: list([item]) });
    expect(one('tabpanel').textContent.length).toBeLessThan(700);
    await mount({ tab: 'page', page: read({ note: { id: 'n', title, label }, links: [linkTo(item)] }, [item]) });
    expect(one('tabpanel').textContent.length).toBeLessThan(900);
    await mount({ tab: 'purchased', orders: orderList([{ ...order, title, shop: title, status: title }]) });
    expect(document.querySelector('img, script')).toBeNull();
    expect(one('tabpanel').textContent.isWellFormed()).toBe(true);
    expect('hit' in window).toBe(false);
  });
});

test.each([
  [undefined, ''],
  ['', ''],
  [' \u0000\n ', ''],
  ['  a\tb ', 'a b'],
  ['\u202eabc', 'abc'],
  ['abcdef', 'abc…'],
  ['ab🌱d', 'ab…'],
  ['\ud83c', '\ufffd'],
])('cleanText %j → %j', (text, expected) => {
  expect(cleanText(text, 3)).toBe(expected);
});

test.each([
  ['https://item.jd.com/1.html', 'item.jd.com'],
  ['http://a.test:81/', 'a.test:81'],
  ['https://京东.example/', 'xn--xhq9m.example'],
  ['javascript:alert(1)', undefined],
  ['//item.jd.com', undefined],
  ['', undefined],
])('hostOf %s → %s', (url, host) => expect(hostOf(url)).toBe(host));

test.each([
  ['u.jd.com/AbC', 'u.jd.com'],
  ['https://s.click.taobao.com/x', 's.click.taobao.com'],
  ['jd:123', undefined],
  ['token/x', undefined],
])('hostOfKey %s → %s', (key, host) => expect(hostOfKey(key)).toBe(host));

test.each([
  ['jd:123', true],
  ['https://a.test/', false],
  ['u.jd.com/a:b', false],
])('isItemKey %s → %s', (key, is) => expect(isItemKey(key)).toBe(is));
