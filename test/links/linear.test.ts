import { cpuUsage } from 'node:process';
import { expect, test } from 'vitest';
import { resolveLink, resolveText } from '../../utils/links';
import { linkRules } from './platform-files';
import { buildRegistry } from '../../utils/links/engine/registry';

const SMALL = 10_000;
const LARGE = 1_000_000;
// Twice the length may take twice the time; a quadratic step would take 100 times the 100 of the lengths.
const MOST_GROWTH = 20;

const repeat = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

// Each is the worst that we could think of for one step of the way.
const inputs: Record<string, (length: number) => string> = {
  'a long path': (n) => `https://item.taobao.com/${repeat('a/', n)}`,
  'many parameters': (n) => `https://item.taobao.com/item.htm?${repeat('xid=1&', n)}`,
  'empty duplicates': (n) => `https://item.taobao.com/item.htm?${repeat('pid=&', n)}`,
  'many persons': (n) =>
    `https://t.vip.com/MhW6RosYXqA?chanTag=${repeat('a', n / 2)}&${repeat('ncid=aaaaaaaa&', n / 2)}`,
  'half escapes': (n) => `https://item.taobao.com/item.htm?e=${repeat('%', n)}`,
  'a wrapper in a wrapper': (n) => `https://link.zhihu.com/?target=${repeat('https://link.zhihu.com/?target=', n)}`,
  'raw wrappers': (n) => `tbopen://m.taobao.com/?h5Url=${repeat('https://page.tm/webview?url=', n)}`,
  'raw addresses under each name': (n) =>
    `tbopen://m.taobao.com/?${repeat('h5Url=https://page.tm/webview?url=https://a&linkUrl=https://page.tm/appLink?url=&', n)}`,
  'nested persons': (n) => `https://item.taobao.com/item.htm?e=${repeat('%26ncid%3Daaaaaaaa%2526', n)}`,
  'unclosed JSON': (n) => `openapp.jdmobile://virtual?params=${repeat('{"a":"\\"', n)}`,
  'JSON numbers': (n) => `openapp.jdmobile://virtual?params=${repeat('"a":1', n)}`,
  'labels of a host': (n) => `https://${repeat('a.', n)}taobao.com/`,
  'no scheme': (n) => repeat('a', n),
  'white space': (n) => `${repeat(' ', n)}x${repeat('\u3000', n)}`,
  'invisible space': (n) => `${repeat('\u200b', n)}x${repeat('\u200b', n)}`,
  'intent extras': (n) => `intent://x#Intent;${repeat('scheme;', n)}`,
  'currency signs': (n) => repeat('￥aB1', n),
  brackets: (n) => repeat('( CZ1 ', n),
  'pointing hands': (n) => repeat('5👈', n),
  'names in brackets': (n) => repeat('【淘宝】', n),
  'trailing punctuation': (n) => `https://u.jd.com/${repeat(')', n)}`,
  prose: (n) => repeat('种草https://u.jd.com/bXJPKh，拔草。', n),
  'share texts': (n) => repeat('【淘宝】https://m.tb.cn/h.e18JeHI ￥yKnuUEInvoQ￥ ', n),
};

/** Milliseconds of the processor: what else the machine does is no part of it. */
function shortest(text: string): number {
  const times = Array.from({ length: 2 }, () => {
    const start = cpuUsage();
    resolveLink(text);
    resolveText(text);
    return cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}

test.each(Object.entries(inputs))('%s take linear time', (_, make) => {
  const [small, large] = [make(SMALL), make(LARGE)];
  shortest(small);
  const ratio = large.length / small.length;
  // A floor under the small time, since a few microseconds are noise.
  expect(shortest(large)).toBeLessThan(Math.max(shortest(small), 0.5) * ratio * MOST_GROWTH);
});

test('no form of address has a repetition within a repetition', () => {
  const owners = [...new Set(buildRegistry(linkRules).values())];
  const sources = owners.flatMap(({ web, app }) => [...web, ...app].map(({ at }) => at.source));
  expect(sources.length).toBeGreaterThan(60);
  // What is repeated without a limit is one class of characters, never a group.
  expect(sources.filter((source) => /\)[*+{]/.test(source))).toEqual([]);
});
