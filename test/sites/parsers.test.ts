import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import { parseOtherwise } from './other-parser';
import { cardMarkup, commentMarkup, feed, ids, jdUrl, noteMarkup, noteUrl, overlay, parse } from './pages';

const site = 'https://www.xiaohongshu.com';

const label = '<div class="bottom-tag-area"><span>赞助</span></div>';
const query = '<section class="note-item" data-index="2"><div class="query-note-wrapper">大家都在搜</div></section>';
const thread =
  commentMarkup('求链接').replace('读者名</a>', '$&<span class="tag">作者</span>') +
  commentMarkup('广告', `<a href="${jdUrl}">去</a>`, ids.other) +
  '<div class="end-container">- THE END -</div>';
const state = {
  note: {
    noteDetailMap: {
      [ids.note]: {
        note: { noteId: ids.note, type: 'video', title: '题', time: 1, user: { userId: ids.author }, imageList: [] },
        comments: { list: [{ id: ids.comment, content: 'a < b', createTime: 1 }], hasMore: false },
      },
    },
  },
};

const pages: [string, string, string][] = [
  ['a feed', `${site}/explore`, feed(cardMarkup(ids.other, 0), cardMarkup(ids.note, 1, label), query)],
  ['a feed without names', `${site}/explore`, feed(cardMarkup(ids.other, 0)).replaceAll('note-item', 'cell')],
  ['a note', noteUrl, noteMarkup({ title: '广告', desc: '赞助', comments: thread, content: label })],
  [
    'a note over a feed',
    noteUrl,
    feed(cardMarkup(ids.other, 0)) + overlay(ids.note, noteMarkup({ icon: '#collected' })),
  ],
  ['a note of a state', noteUrl, `<script>window.__INITIAL_STATE__=${JSON.stringify(state)}</script>`],
  ['nothing', `${site}/explore`, '<p></p>'],
];

test.each(pages)('%s says the same to both', (_what, url, markup) => {
  const page = readPage(url, parse(markup));
  expect(readPage(url, parseOtherwise(markup))).toEqual(page);
  expect(page.unread).not.toContainEqual(expect.objectContaining({ reason: 'shape' }));
});

test('what users call something is no label to either', () => {
  for (const read of [parse, parseOtherwise]) {
    const card = cardMarkup(ids.other, 0).replace('卡片标题', '广告');
    expect(readPage(`${site}/explore`, read(feed(card))).cards).toMatchObject([{ title: '广告' }]);
    expect(readPage(`${site}/explore`, read(feed(card))).cards[0]).not.toHaveProperty('label');
    expect(readPage(noteUrl, read(noteMarkup({ title: '广告', desc: '广告' }))).note).not.toHaveProperty('label');
  }
});

const folder = resolve(process.env.BACAO_DATA ?? '../shared', 'captures/xiaohongshu');
const isThere = existsSync(folder);
const reason = isThere ? '' : ' (skipped: the captures are not here, see BACAO_DATA)';

describe.runIf(isThere)(`captured pages say the same to both${reason}`, () => {
  test.each([
    ['mook-wenyu__explore_body_2025-11.html', `${site}/explore`],
    ['opencli__note_comments_dom_2026.html', noteUrl],
  ])('%s', (name, url) => {
    const markup = readFileSync(resolve(folder, name), 'utf8');
    expect(readPage(url, parseOtherwise(markup))).toEqual(readPage(url, parse(markup)));
  });
});
