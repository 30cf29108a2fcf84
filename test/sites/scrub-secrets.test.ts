import { describe, expect, test } from 'vitest';
import { scrubPage } from '../../utils/sites/scrub/page';
import { cardMarkup, commentMarkup, feed, ids, jdUrl, noteMarkup, noteUrl, parse } from './pages';

/** What a page may hold of somebody: names in any letters, tokens, ids, numbers that find a person. */
const secrets = {
  nickname: 'AliceWonder',
  handle: 'alice_wonderland88',
  lower: 'zhangwei',
  chinese: '张小伟在成都',
  faces: '🐰🥕🐻',
  token: 'ABq7Rk2mZtXw9fGhJkLpQ',
  hex: '5ff31d2d000000002b4a7459',
  uuid: '3f2a9c1e-7b4d-4e8a-9c6f-1d2e3f4a5b6c',
  phone: '13812345678',
  code: '482913',
  born: '1994',
  order: 'XP2026112998765',
  mail: 'zhangwei1994@qq.com',
} as const;

/** All words of a secret that could tell it; what everybody's has in common, com and the like, is none. */
const tellers = [
  ...Object.values(secrets),
  ...['alice', 'wonder', 'zhang', '3f2a9c1e', '1d2e3f4a5b6c', '🐰', '小伟', 'Rk2m', '98765'],
].map((text) => text.toLowerCase());

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function leaksOf(body: string, url = `https://www.xiaohongshu.com/explore`): string[] {
  const { html, json } = scrubPage(parse(body), url)!;
  const text = [html, json, plain(html.replace(/%(?![\da-f]{2})/gi, ''))].join('\n').toLowerCase();
  return tellers.filter((secret) => text.includes(secret));
}

/** One page for each place and secret would be many: each place holds all of them. */
const each = (make: (secret: string) => string) => Object.values(secrets).map(make).join('\n');
/** Four digits may be a place in a list or a size, whoever looks. */
const eachButYears = (make: (secret: string) => string) =>
  Object.values(secrets)
    .filter((secret) => secret !== secrets.born)
    .map(make)
    .join('\n');
const quoted = (text: string) => encodeURIComponent(text);

const places: [place: string, markup: string][] = [
  ['text', each((s) => `<p>${s}</p><title>${s}</title><textarea>${s}</textarea><noscript>${s}</noscript>`)],
  ['ids', each((s) => `<div id="${s}"></div><div id="comment-${s}"></div>`)],
  ['classes', each((s) => `<div class="note-item ${s} user-${s}"></div>`)],
  ['data attributes', each((s) => `<div data-user="${s}" data-${s.toLowerCase().replace(/[^\w-]/g, '')}="1"></div>`)],
  ['places and sizes', eachButYears((s) => `<div data-index="${s}" width="${s}" height="${s}" tabindex="${s}"></div>`)],
  ['aria', each((s) => `<div aria-label="${s}" aria-owns="${s}" aria-valuetext="${s}" role="${s}"></div>`)],
  ['what is shown', each((s) => `<img title="${s}" alt="${s}"><input placeholder="${s}" value="${s}" name="${s}">`)],
  [
    'heads',
    each((s) => `<meta name="${s}" content="${s}"><link rel="${s}" href="/${s}.css" nonce="${s}" media="${s}">`),
  ],
  ['languages', each((s) => `<p lang="${s}" dir="${s}" type="${s}" target="${s}"></p>`)],
  ['names of elements', '<alicewonder-card></alicewonder-card><x-zhangwei x-zhangwei="1"></x-zhangwei>'],
  [
    'styles',
    eachButYears(
      (s) => `<p style="--nick: ${s}; background: url(/${s}); display: ${s}; color: red; width: ${s}px"></p>`,
    ),
  ],
  ['style sheets', each((s) => `<style>.${s} { content: "${s}" }</style>`)],
  [
    'scripts',
    each((s) => `<script>var user = "${s}"</script><script type="application/ld+json">{"name":"${s}"}</script>`),
  ],
  ['handlers', each((s) => `<a onclick="track('${s}', ${s}); open('${jdUrl}?u=${quoted(s)}') // ${s}"></a>`)],
  ['comments', each((s) => `<!-- ${s} -->`)],
  ['drawings', each((s) => `<svg viewBox="${s}"><use xlink:href="#${s}"></use><path d="${s}"></path></svg>`)],
  [
    'own addresses',
    each((s) => `<a href="/user/profile/${quoted(s)}?nick=${quoted(s)}&${quoted(s)}=1#${quoted(s)}"></a>`),
  ],
  [
    'hosts',
    each(
      (s) =>
        `<a href="https://${s.replace(/\W/g, '')}.example.org/"></a><a href="//${s.replace(/\W/g, '')}.xhscdn.com/a"></a>`,
    ),
  ],
  ['who is named before a host', each((s) => `<a href="https://${quoted(s)}:pw@item.jd.com/100012043978.html"></a>`)],
  [
    'other schemes',
    each((s) => `<a href="mailto:${s}"></a><a href="${s}://x"></a><a href="xhsdiscover://user/${s}"></a>`),
  ],
  ['shop links', each((s) => `<a href="${jdUrl}?utm_term=${quoted(s)}&from=${quoted(s)}"></a>`)],
  [
    'wrapped shop links',
    each((s) => `<a href="https://link.zhihu.com/?target=${quoted(`${jdUrl}?pin=${quoted(s)}`)}&${quoted(s)}"></a>`),
  ],
  ['names of shops', '<a href="https://alicewonder.tmall.com/"></a><a href="https://zhangwei.taobao.com/shop"></a>'],
  [
    'links in words',
    each((s) => `<p>看 ${jdUrl}?a=${quoted(s)} 和 https://m.tb.cn/h.${s.replace(/\W/g, '')} ${s}</p>`),
  ],
  [
    'pictures',
    each((s) => `<img src="https://sns-webpic-qc.xhscdn.com/${quoted(s)}/a.webp" srcset="/${s} 2x" data-src="/${s}">`),
  ],
];

test.each(places)('%s keep nothing of anybody', (_place, markup) => {
  expect(leaksOf(`<div id="app">${markup}</div>`)).toEqual([]);
});

describe('in the state', () => {
  const state = (value: unknown) => `<script>window.__INITIAL_STATE__=${JSON.stringify(value)}</script>`;

  test.each<[string, unknown]>([
    [
      'values',
      Object.values(secrets).map((secret) => ({ type: secret, user: secret, nickname: secret, desc: secret })),
    ],
    ['values in lists', Object.values(secrets)],
    ['keys', Object.fromEntries(Object.values(secrets).map((secret) => [secret, { [secret]: 1 }]))],
    ['texts with a number', Object.values(secrets).map((secret) => `${secret} 打我电话 ${secrets.phone} 谢谢`)],
    ['words joined', Object.values(secrets).map((secret) => `${secret}_note-${secret}`)],
    ['numbers', { phone: 13812345678, code: 482913, born: 1994, commentCount: 'alice', place: 30.572815 }],
    ['addresses', Object.values(secrets).map((secret) => `https://www.xiaohongshu.com/user/${secret}?a=${secret}`)],
    ['counts that are none', { commentCount: 'AliceWonder', likedCount: secrets.code }],
  ])('%s', (_what, value) => expect(leaksOf(state({ note: value }))).toEqual([]));

  test('where it is broken', () => expect(leaksOf(state({ note: secrets }).replace('}}', ''))).toEqual([]));

  test('a place on the globe', () => {
    const { html } = scrubPage(parse(state({ place: 30.572815 })), noteUrl)!;
    expect(html).not.toMatch(/30\.57|572815/);
  });
});

test('the address of the page, and what is read of it', () => {
  for (const secret of Object.values(secrets)) {
    expect(leaksOf('', `https://www.xiaohongshu.com/explore?channel_id=${quoted(secret)}`)).toEqual([]);
    expect(leaksOf('', `https://www.xiaohongshu.com/user/profile/${quoted(secret)}?tab=${quoted(secret)}`)).toEqual([]);
  }
  const state = { note: { alicewonder_goods_cards: [1], zhangweiEngageBar: { x: 1 } } };
  expect(leaksOf(`<script>window.__INITIAL_STATE__=${JSON.stringify(state)}</script>`)).toEqual([]);
});

test('what is known stays: classes, kinds and places by which the page is read', () => {
  const card = cardMarkup(ids.note, 105, '<span class="ad-label">广告</span>');
  const { html } = scrubPage(parse(feed(card) + noteMarkup({ comments: commentMarkup('求链接') })), noteUrl)!;
  for (const kept of ['note-item', 'data-index="105"', 'cover mask ld', 'ad-label', '广告', '#collect', 'comment-item'])
    expect(html).toContain(kept);
});
