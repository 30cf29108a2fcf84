// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { reader } from '@/utils/sites/xiaohongshu';

afterEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
});

/** As the explore page has them: the bait, and beside it what is shown to whoever hides it. */
const bait = '<div class="ad-wrap"></div>';
const notice = (display: string) => `<div class="reds-alert"><div class="reds-alert-mask"></div>
  <div class="reds-alert-wrapper slot-content" style="width: 270px;${display}">
  <div class="text">您的浏览器似乎开启了广告屏蔽插件，可能对正常使用造成影响</div></div></div>`;
const other = '<div class="reds-alert"><div class="slot-content">登录后推荐更懂你的笔记</div></div>';
const cards = (...styles: string[]) =>
  styles.map((style, index) => `<section class="note-item" data-index="${String(index)}" ${style}></section>`).join('');

function see(markup: string, sheet = ''): boolean | undefined {
  document.head.innerHTML = `<style>.ad-wrap { position: fixed; } ${sheet}</style>`;
  document.body.innerHTML = markup;
  const before = document.documentElement.outerHTML;
  const seen = reader.seeBlocker(window as unknown as Window);
  expect(document.documentElement.outerHTML).toBe(before);
  return seen;
}

test.each([
  ['the bait is not laid out', bait, '.ad-wrap { display: none !important; }'],
  ['the site says so, its bait gone', notice(''), ''],
  ['a list’s card is hidden by a style sheet', bait + cards('', '', ''), '[data-index="1"] { display: none; }'],
  ['a list’s card is hidden by a style that must win', cards('', 'style="display: none !important"'), ''],
])('ads are hidden where %s', (_what, markup, sheet) => expect(see(markup, sheet)).toBe(true));

test.each([
  ['all is as the site made it', bait + notice('display: none') + cards('', '')],
  ['the site asks for something else', bait + other],
  ['the site itself hides a card', bait + cards('', 'style="display: none"', 'hidden')],
  ['a tab’s list stands hidden beside the one on screen', `<div style="display: none">${cards('', '')}</div>`],
])('there is no sign of it where %s', (_what, markup) => expect(see(markup)).toBe(false));

test('a page with neither bait nor cards tells nothing', () => expect(see('<main>笔记</main>')).toBeUndefined());

test('inputs of a form that stand before the members of a card change nothing', () => {
  const clobbered = '<form class="note-item" style="display: none"><input name="style"><input name="matches"></form>';
  expect(see(bait + clobbered)).toBe(false);
});
