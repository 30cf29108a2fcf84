import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Replica, startReplica } from '../replica';
import { generated } from '../replica/truth';
import { pages } from '../replica/truth-pages';
import { parse } from './dom';
import { get } from './get';

// Many pages are parsed.
vi.setConfig({ testTimeout: 30_000 });

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
});
afterAll(() => replica.close());

const all = generated.flatMap(({ links, words }) => [...links, ...words]);

test('every platform is led to from every surface of a note', () => {
  const platforms = new Set(all.map(({ platform }) => platform));
  expect(platforms.size).toBe(16);
  for (const surface of ['ad-link', 'blue-link', 'goods-card', 'shop-entry', 'text-link', 'text-token'])
    expect(all.filter((link) => link.surface === surface).length).toBeGreaterThan(1);
  const blue = new Set(all.filter(({ surface }) => surface === 'blue-link').map(({ platform }) => platform));
  const inText = new Set(all.filter(({ surface }) => surface === 'text-link').map(({ platform }) => platform));
  const live = new Set(
    pages.flatMap(({ kind, links }) => (kind === 'feed' ? links.map(({ platform }) => platform) : [])),
  );
  expect([blue, inText, live]).toEqual([platforms, platforms, platforms]);
});

test('no note has the same target twice', () => {
  for (const { links, words } of generated) {
    const targets = [...links, ...words].map(({ href }) => href);
    expect(new Set(targets).size).toBe(targets.length);
  }
});

test('each link stands where its truth says, each word where nothing can be clicked', async () => {
  for (const { id, links, words } of generated) {
    const { text } = await get(replica, `https://www.xiaohongshu.com/replica-api/overlay/${id}`);
    const document = parse(text);
    const anchors = [...document.querySelectorAll('.commerce a, .content a')].map((anchor) => {
      const comment = anchor.closest('.comment-item')?.id.replace('comment-', '');
      return [anchor.getAttribute('href'), comment];
    });
    const shown = links.filter(({ hidden }) => !hidden).map(({ href, commentId }) => [href, commentId]);
    expect(anchors.sort()).toEqual(shown.sort());
    for (const { href, commentId } of words) {
      const place = commentId === undefined ? '.desc' : `[id="comment-${commentId}"] .note-text`;
      expect(document.querySelector(place)?.textContent).toContain(href);
    }
  }
});

test('what a reply hides is in the reply', async () => {
  const notes = generated.filter(({ links }) => links.some(({ hidden }) => hidden));
  expect(notes.length).toBeGreaterThan(10);
  for (const { id, links } of notes) {
    const { text } = await get(replica, `https://www.xiaohongshu.com/replica-api/replies/${id}/2`);
    const markup = JSON.parse(text).list.join('');
    const hrefs = [...parse(markup).querySelectorAll('.content a')].map((anchor) => anchor.getAttribute('href'));
    expect(hrefs).toEqual(links.filter(({ hidden }) => hidden).map(({ href }) => href));
  }
});
