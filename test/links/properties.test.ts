import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveLink, resolveText } from '../../utils/links';
import { isTarget, linkRows, resolveAny } from './tables';

const targets = linkRows.filter(isTarget);
const anyTarget = fc.constantFrom(...targets);

// Strings made of what real links are made of get deeper than random ones.
const pieces = fc.constantFrom(
  ...['https://', 'http://', '//', 'intent://', '#Intent;scheme=tbopen;end', 'taobao://', 'xhsdiscover://webview/'],
  ...[
    'openapp.jdmobile://virtual?params=',
    '{"des":"m","url":"',
    '"}',
    '%7B%22',
    '&amp;',
    '%',
    '%2',
    '%2525',
    '\ud800',
  ],
  ...[
    'link.zhihu.com/?target=',
    'item.taobao.com',
    '/item.htm?id=',
    '7',
    '&pid=',
    '&id=',
    '?',
    '#',
    '@',
    ':',
    '.',
    '\\',
  ],
  ...['￥', 'yKnuUEInvoQ', '【淘宝】', '（', '）', '\u3000', '\n', '5👈', 'xixi:/', '$1', '__PROTO__', '__proto__'],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.tuple(anyTarget, fc.nat(), pieces).map(([{ url }, at, piece]) => {
    const cut = at % (url.length + 1);
    return url.slice(0, cut) + piece + url.slice(cut);
  }),
);

test('no string makes it throw, and what comes out is whole', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const link of [resolveLink(text), ...resolveText(text)]) {
        if (!link) continue;
        expect(link.key).not.toBe('');
        expect(link.canonical ?? 'https://').toMatch(/^https:\/\//);
        expect(Object.values(link.attribution)).not.toContain('');
      }
    }),
    { numRuns: 3000 },
  );
});

test.each(targets.filter(({ canonical }) => canonical))('$canonical leads to itself', ({ url, canonical }) => {
  const first = resolveAny(url);
  const again = resolveLink(canonical);
  expect(again?.canonical).toBe(canonical);
  expect(again?.key).toBe(first?.key);
  expect([again?.itemId, again?.shopId]).toEqual([first?.itemId, first?.shopId]);
});

const tracking = fc.constantFrom(
  'spm',
  'scm',
  'utm_source',
  'utm_medium',
  'union_lens',
  'rid',
  'cu',
  'ali_trackid',
  'xsec_source',
  '_u',
  'unknown',
);
const webTargets = targets.filter(({ url }) => /^(?:https?:)?\/\/\S+$/.test(url) && !url.includes('#'));

test('an added tracking parameter changes nothing but the attribution', () => {
  fc.assert(
    fc.property(fc.constantFrom(...webTargets), tracking, fc.webQueryParameters(), ({ url }, name, text) => {
      const value = encodeURIComponent(text);
      const before = resolveLink(url);
      const after = resolveLink(`${url}${url.includes('?') ? '&' : '?'}${name}=${value}`);
      expect({ ...after, attribution: {} }).toEqual({ ...before, attribution: {} });
      for (const kept of Object.keys(after?.attribution ?? {})) {
        if (kept !== name) expect(after?.attribution[kept]).toBe(before?.attribution[kept]);
      }
    }),
    { numRuns: 2000 },
  );
});

test('space around a link is nothing', () => {
  const space = fc.array(fc.constantFrom(' ', '\t', '\n', '\u3000', '\u00a0', '\u200b', '\ufeff'), { maxLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom(...webTargets), space, space, ({ url }, before, after) => {
      expect(resolveLink(before.join('') + url + after.join(''))).toEqual(resolveLink(url));
    }),
  );
});

test('a link between Chinese words is the same link', () => {
  const shorts = targets.filter(({ kind, url }) => kind === 'short' && /^https?:\/\/\S+$/.test(url));
  const words = fc.constantFrom('看', '，', '。', '）', '「', '！', '…', '“', '');
  fc.assert(
    fc.property(fc.constantFrom(...shorts), words, words, ({ url }, before, after) => {
      expect(resolveText(before + url + after)).toEqual([resolveLink(url)]);
    }),
  );
});
