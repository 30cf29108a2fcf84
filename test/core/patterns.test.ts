import { expect, test } from 'vitest';
import { matchesPattern } from '@/utils/core/patterns';

test.each([
  ['https://www.xiaohongshu.com/*', 'https://www.xiaohongshu.com/explore/1?a=b', true],
  ['https://*.jd.com/*', 'https://item.jd.com/1.html', true],
  ['https://*.jd.com/*', 'https://jd.com/', true],
  ['https://order.jd.com/center/*', 'https://order.jd.com/center/list.action?d=1', true],
  ['https://order.jd.com/*/list.action*', 'https://order.jd.com/center/list.action?d=1', true],
  ['https://order.jd.com/exact', 'https://order.jd.com/exact', true],
  ['https://*.jd.com/*', 'https://item.jd.com.evil.example/1.html', false], // look-alike host
  ['https://*.jd.com/*', 'https://notjd.com/', false],
  ['https://*.jd.com/*', 'http://item.jd.com/1.html', false], // not https
  ['https://order.jd.com/center/*', 'https://order.jd.com/other', false],
  ['https://order.jd.com/exact', 'https://order.jd.com/exact/more', false],
  ['https://order.jd.com/a*a', 'https://order.jd.com/a', false], // the two ends may not share a letter
  ['<all_urls>', 'https://order.jd.com/', false],
  ['https://order.jd.com/*', 'no address', false],
])('%s covers %s: %s', (pattern, address, expected) => {
  expect(matchesPattern(pattern, address)).toBe(expected);
});

test('no pattern covers a host with a star in its name, which no browser could be asked about', () => {
  expect(matchesPattern('https://*.jd.com/*', 'https://a*b.jd.com/')).toBe(false);
  expect(matchesPattern('https://*.jd.com/*', 'https://ab.jd.com/')).toBe(true);
});
