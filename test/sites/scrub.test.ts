import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readPage } from '../../utils/sites';
import { scrubPage, type CaptureFacts } from '../../utils/sites/scrub/page';
import { pageShape } from '../../utils/sites/shape';
import { answer } from '../replica/router';
import { hostile, notes } from '../replica/truth';
import type { World } from '../replica/types';
import { findPersonal } from './hygiene';
import { parse } from './pages';

// Whole pages are slow to parse on a machine with two cores.
vi.setConfig({ testTimeout: 60_000 });

const world: World = { skin: 'known', now: () => 1_790_000_000_000, collected: new Set(), orderedAt: undefined };
const site = 'https://www.xiaohongshu.com';

function bodyOf(url: string, skin: World['skin'] = 'known'): string {
  const { host, pathname: path, searchParams: query } = new URL(url, site);
  return answer({ host, method: 'GET', path, query, body: '' }, { ...world, skin })?.body ?? '';
}

function scrub(url: string, markup: string) {
  const document = parse(markup);
  const { html, json } = scrubPage(document, url)!;
  return { document, html, facts: JSON.parse(json) as CaptureFacts, json };
}

/** Runs of the original by which it could be found again. */
function tellingRuns(markup: string): string[] {
  const runs =
    markup
      .replace(/%[\da-f]{2}| data-v-[\da-f]{8}/gi, ' ')
      .match(/[0-9a-f]{24}|\d{6,}|\p{Script=Han}{6,}|\b(?=[a-z_]*\d\w*[a-z_])\w{10,}\b/giu) ?? [];
  return [...new Set(runs)];
}

/** Words of the site's own that are as long as a person's. */
const own = /^(?:大家都在搜|当前笔记暂时无法浏览|这是一片荒地|没有找到相关内容|[a-z_]+_v\d|translate3d)$/;

function check(url: string, markup: string) {
  const { document, html, facts } = scrub(url, markup);
  const again = parse(html);
  const shape = JSON.parse(JSON.stringify(pageShape(readPage(facts.url, again)))) as unknown;
  expect(shape).toEqual(facts.shape);
  expect(facts.shape).toEqual(JSON.parse(JSON.stringify(pageShape(readPage(url, document)))));
  expect(findPersonal(html)).toEqual([]);
  const text = document.documentElement.outerHTML;
  const leaked = tellingRuns(text).filter((run) => html.includes(run) && !own.test(run) && !/^\d0+$/.test(run));
  expect(leaked).toEqual([]);
}

test.each([
  '/explore',
  '/search_result?keyword=灯',
  `/user/profile/${String(notes[0]?.authorId)}?tab=fav`,
  `/user/profile/${String(notes[0]?.authorId)}?replica-list=2026`,
  '/vendor/59cdbfb4eb90b97b1d2c6af6',
  '/livestream/569900000000000001',
])('%s reads as before, and is nobody’s', (path) => check(site + path, bodyOf(path)));

test.each(notes.map((note) => [note.title, note] as const))('%s', (_title, note) => check(note.url, bodyOf(note.url)));

test.each(hostile.slice(0, 20).map((note) => [note.title, note] as const))('%s', (_title, note) =>
  check(note.url, bodyOf(note.url)),
);

test('a page that says that there is nothing', () =>
  check(`${site}/search_result?keyword=x`, '<div class="no-result"><span>没有找到相关内容</span></div>'));

test('a page whose names nobody knows', () => {
  for (const note of notes.slice(0, 14)) check(note.url, bodyOf(note.url, 'unknown'));
});

test('a state under another name', () => {
  const [noteId, author, reader] = ['68f4e9bf00000000070327cb', '5ff31d2d000000002b4a7459', '6181ffce00000000ee3746ec'];
  const noteData = { noteId, type: 'video', title: '一张桌子', time: 1, user: { userId: author }, imageList: [] };
  const comments = [{ id: '69d140b8000000000903521a', content: '求链接', time: 1, user: { userId: reader } }];
  const state = { LAUNCHER_SSR_STORE_PAGE_DATA: { noteData, commentData: { comments, commentCount: 9 } } };
  check(`${site}/discovery/item/${noteId}`, `<script>window.__SETUP_SERVER_STATE__=${JSON.stringify(state)}</script>`);
});

const folder = resolve(process.env.BACAO_DATA ?? '../shared', 'captures/xiaohongshu');
const isThere = existsSync(folder);
const reason = isThere ? '' : ' (skipped: the captures are not here, see BACAO_DATA)';

describe.runIf(isThere)(`captures of others${reason}`, () => {
  const capture = (name: string) => readFileSync(resolve(folder, name), 'utf8');

  test('the explore page of 2025-11', () =>
    check(`${site}/explore?channel_id=homefeed_recommend`, capture('mook-wenyu__explore_body_2025-11.html')));

  test('the comments of a note page', () =>
    check(
      `${site}/explore/68f4e9bf00000000070327cb?xsec_token=ABcd12345=`,
      capture('opencli__note_comments_dom_2026.html'),
    ));
});

test('nothing is done to the page', () => {
  const document = parse(bodyOf('/explore'));
  const before = document.documentElement.outerHTML;
  scrubPage(document, `${site}/explore`);
  expect(document.documentElement.outerHTML).toBe(before);
});

test('the same original has the same stand-in, another has another', () => {
  const card = (id: string) =>
    `<section class="note-item"><a href="/explore/${id}"></a><a href="/search_result/${id}?x=1"></a></section>`;
  const { html } = scrub(`${site}/explore`, card('68f4e9bf00000000070327cb') + card('690f21b30000000003020fd6'));
  const ids = html.match(/[0-9a-f]{24}/g) ?? [];
  expect([ids.length, new Set(ids).size, ids[0] === ids[1]]).toEqual([4, 2, true]);
});

test('of another site there is no capture', () => expect(scrubPage(parse(''), 'https://example.com/')).toBeUndefined());

test('a page a thousand levels deep', () => {
  const { html } = scrub(`${site}/explore`, '<div>'.repeat(1000) + 'x' + '</div>'.repeat(1000));
  expect(html.match(/<div>/g)).toHaveLength(1000);
});
