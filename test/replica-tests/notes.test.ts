import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Replica, startReplica } from '../replica';
import { hostile, liveLinks, madeNotes, makeNote, notes } from '../replica/truth';
import { hrefs, parse } from './dom';
import { get } from './get';

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
});
afterAll(() => replica.close());

/** Hrefs that lead to a shop by the forms used here; everything else on a note is the site's own navigation. */
const leads = (href: string) =>
  /^(?:https:\/\/(?:item|u)\.jd\.com\/|https:\/\/(?:detail\.tmall|item\.taobao|s\.click\.taobao|mobile\.yangkeduo|detail\.vip|www\.meituan)\.com\/|tbopen:|openapp\.|pinduoduo:|\/goods-detail\/|\/shop\/|\/vendor\/)/.test(
    href,
  );

const overlay = (id: string) => get(replica, `https://www.xiaohongshu.com/replica-api/overlay/${id}`);

describe('a note page holds what its truth says and no other link', () => {
  test.each(notes.map((note) => [note.title || '(no title)', note] as const))('%s', async (_title, note) => {
    const document = parse((await overlay(note.id)).text);
    const anchors = [...document.querySelectorAll('a[href]')].filter((anchor) =>
      leads(anchor.getAttribute('href') ?? ''),
    );
    const found = anchors.map((anchor) => [anchor.getAttribute('href'), anchor.closest('.comment-item')?.id ?? '']);
    const shown = note.links.filter((link) => !link.hidden);
    const wanted = shown.map(({ href, commentId }) => [href, commentId === undefined ? '' : `comment-${commentId}`]);
    expect(found.sort()).toEqual(wanted.sort());
    const declared = /\d+/.exec(document.querySelector('.comments-container > .total')?.textContent ?? '0')?.[0];
    expect(Number(declared)).toBe(note.commentsDeclared);
    expect(document.querySelectorAll('.comment-item').length).toBe(note.commentsAtFirst);
  });
});

test('hidden links come with the replies', async () => {
  const note = notes.find(({ links }) => links.some(({ hidden }) => hidden))!;
  const answers = await Promise.all(
    [0, 1, 2].map((index) => get(replica, `https://www.xiaohongshu.com/replica-api/replies/${note.id}/${index}`)),
  );
  const markup = answers.map(({ text }) => text).join('');
  for (const link of note.links.filter(({ hidden }) => hidden)) expect(markup).toContain(link.href);
});

test('comments come ten at a time until they are all there', async () => {
  const first = notes[0]!;
  const ids = new Set<string>();
  for (let from = 0, more = true; more; from += 10) {
    const { text } = await get(replica, `https://www.xiaohongshu.com/replica-api/comments/${first.id}/${from}`);
    const answer: { list: string[]; more: boolean } = JSON.parse(text);
    expect(answer.list.length).toBeLessThanOrEqual(10);
    for (const [, id] of answer.list.join('').matchAll(/id="comment-([0-9a-f]{24})"/g)) ids.add(id!);
    ({ more } = answer);
  }
  expect(ids.size).toBeGreaterThan(first.commentsAtFirst);
  expect(ids.size).toBeLessThanOrEqual(first.commentsDeclared);
});

describe('the truth', () => {
  test('most notes have no link', () => {
    expect(notes.filter(({ links }) => links.length > 0).length).toBeLessThan(notes.length / 2);
  });

  test('six platforms and more have items', () => {
    const keys = new Set(
      notes.flatMap(({ links }) => links.flatMap(({ opens }) => opens.itemKey?.split(':')[0] ?? [])),
    );
    expect([...keys].sort()).toEqual(['ali', 'jd', 'mt', 'pdd', 'vip', 'xhs']);
    const platforms = new Set(notes.flatMap(({ links }) => links.map(({ platform }) => platform)));
    expect(platforms.size).toBe(7);
  });

  test('note ids have the real form and are used once', () => {
    const ids = [...notes, ...hostile].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}00000000[0-9a-f]{8}$/);
  });
});

describe('made notes', () => {
  test('are at least 500, the same every time, and have no link', () => {
    expect(madeNotes).toBeGreaterThanOrEqual(500);
    expect(makeNote(7)).toEqual(makeNote(7));
    expect(hostile.every(({ links, words }) => links.length === 0 && words.length === 0)).toBe(true);
  });

  test.each([0, 4, 5, 6, 12, 14, 15, 599])('number %d is served and its words stay words', async (seed) => {
    const document = parse((await overlay(makeNote(seed).id)).text);
    expect(
      [...document.querySelectorAll('a[href]')].filter((anchor) => leads(anchor.getAttribute('href') ?? '')),
    ).toEqual([]);
    expect(document.querySelector('[onerror], [onload], script')).toBeNull();
    expect(document.querySelector('.desc')?.textContent).toContain(makeNote(seed).body[1]);
  });
});

describe('state', () => {
  const stateOf = async (id: string) => {
    const { text } = await get(replica, `https://www.xiaohongshu.com/explore/${id}`);
    return /<script>window\.__INITIAL_STATE__=(.*?)<\/script>/s.exec(text)?.[1] ?? '';
  };
  const parsed = (state: string) => JSON.parse(state.replace(/\bundefined\b(?!")/g, 'null')).note.noteDetailMap;

  test('has bare undefined and the dirty keys', async () => {
    const state = await stateOf(notes[0]!.id);
    expect(state).toContain(':undefined');
    expect(Object.keys(parsed(state))).toEqual(['', 'undefined', notes[0]!.id]);
    expect(parsed(state)[notes[0]!.id].note.title).toBe(notes[0]!.title);
  });

  test('comes early and empty on the late note', async () => {
    const late = notes.find(({ state }) => state === 'late')!;
    expect(parsed(await stateOf(late.id))[late.id].note).toEqual({});
  });

  test('breaks off on the cut note', async () => {
    const cut = notes.find(({ state }) => state === 'cut')!;
    const state = await stateOf(cut.id);
    expect(state).not.toBe('');
    expect(() => parsed(state)).toThrow();
  });

  test('cannot be ended by a title', async () => {
    const odd = notes.find(({ title }) => title.startsWith('<img'))!;
    expect(parsed(await stateOf(odd.id))[odd.id].note.desc).toContain('</script>');
  });
});

test('the feed has 15 cards at first, a query card and a live card with goods', async () => {
  const { text } = await get(replica, 'https://www.xiaohongshu.com/explore');
  const document = parse(text);
  expect(document.querySelectorAll('section.note-item').length).toBe(15);
  expect(document.querySelectorAll('.query-note-wrapper').length).toBe(1);
  expect(hrefs(text).filter(leads)).toEqual(liveLinks.map(({ href }) => href));
  expect(document.querySelector('.ad-wrap')?.innerHTML).toBe('');
});

test('what was collected is remembered', async () => {
  const { id } = notes[1]!;
  const icon = async () =>
    parse((await overlay(id)).text)
      .querySelector('.collect-wrapper use')
      ?.getAttribute('xlink:href');
  expect(await icon()).toBe('#collect');
  await get(replica, 'https://www.xiaohongshu.com/api/sns/web/v1/note/collect', JSON.stringify({ note_id: id }));
  expect(await icon()).toBe('#collected');
  await get(replica, 'https://www.xiaohongshu.com/api/sns/web/v1/note/uncollect', JSON.stringify({ note_ids: id }));
  expect(await icon()).toBe('#collect');
});
