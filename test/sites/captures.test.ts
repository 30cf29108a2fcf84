import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import * as rules from '../../utils/sites/xiaohongshu/rules';
import { origins } from '../../utils/sites/xiaohongshu/rules.origin';
import { noteUrl, parse } from './pages';

const folder = resolve(process.env.BACAO_DATA ?? '../shared', 'captures/xiaohongshu');
const isThere = existsSync(folder);
const reason = isThere ? '' : ' (skipped: the captures are not here, see BACAO_DATA)';

function capture(name: string): string {
  return readFileSync(resolve(folder, name), 'utf8');
}

const feedUrl = 'https://www.xiaohongshu.com/explore?channel_id=homefeed_recommend';

describe.runIf(isThere)(`the explore page of 2025-11${reason}`, () => {
  const cards = [
    ['690f21b30000000003020fd6', '5ff31d2d000000002b4a7459', '通过 GLM-4.6古法建站', 'image'],
    ['6910d84d0000000004023c8a', '6181ffce00000000ee3746ec', 'Unity 团结引擎：深入引擎的AI创作过程', 'image'],
    ['6910461d00000000040200f7', '68c7da6f0000000022f533f0', '李连杰的辟谣', 'image'],
    ['6910c451000000000301ca06', '678a8caf0000000047290741', '卧去！真实住了', 'image'],
    ['6910a05c000000000700958b', '5bf054051c5a34006fe9d893', '二剪喜人反串，这次没有漏掉的了吧？', 'video'],
    ['690da11000000000030118e4', '67e7705700000000f04775a4', '由轻微磨损的钻头制成的大马士革钢', 'video'],
    ['690e4ae20000000004022cbd', '6072a8ad00000000263ab3f4', '找谁说理去呀', 'image'],
    ['690c701f0000000005001b40', '59b017245e87e7094206224c', '来北京十年今天才知道的事。。。😳', 'video'],
    ['6908cfa8000000000402a728', '5a55e61611be101cc188790c', '原来河南变蛋是这样做的！', 'video'],
    ['690c27800000000007039327', '5fdfad5300000000dfa6e900', '小登一定不要玩老登设计的“财富收割游戏”', 'image'],
    ['69069e5800000000040205f5', '57647b95a9b2ed3942699897', '难怪默契怪盗这么耳熟呢', 'video'],
    ['690b20c500000000040171c1', '6605e45f00000000d8ff96d7', '李世民有哪些可爱的一面啊？', 'image'],
  ];
  const document = isThere ? parse(capture('mook-wenyu__explore_body_2025-11.html')) : parse('');
  const before = document.documentElement.outerHTML;
  const page = readPage(feedUrl, document);

  test.each(cards.map((card, position) => [position, card] as const))(
    'card %i',
    (position, [noteId, authorId, title, media]) =>
      expect(page.cards[position]).toEqual({ position, kind: 'note', noteId, authorId, title, media }),
  );

  test('nothing else: no note, no comment, no link, no label, nothing unread', () =>
    expect({ ...page, cards: page.cards.length }).toEqual({
      kind: 'feed',
      part: 'homefeed_recommend',
      cards: 12,
      comments: [],
      links: [],
      unread: [],
    }));

  test('the bait and all else is left as it was', () => {
    expect(document.querySelectorAll('.ad-wrap')).toHaveLength(1);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe.runIf(isThere)(`the comments of a note page, 2026${reason}`, () => {
  const page = readPage(noteUrl, parse(isThere ? capture('opencli__note_comments_dom_2026.html') : ''));

  test('the tree', () =>
    expect(page.comments).toEqual([
      {
        id: '69d140b8000000000903521a',
        authorRole: 'other_user',
        pinned: false,
        reply: false,
        text: '学姐说得很好，我直接抄作业啦，',
        asksForLink: false,
        time: { text: '04-05' },
      },
      {
        id: '69d47cd6000000000f01a50e',
        authorRole: 'author',
        pinned: false,
        reply: true,
        text: '记得实际行动哦',
        asksForLink: false,
        time: { text: '04-07' },
      },
    ]));

  test('what is declared and what is missing', () => {
    // THE END is shown, and a reply is folded away.
    const note = { commentsDeclared: 14, commentsLoaded: 2, commentsComplete: false };
    expect(page).toMatchObject({ kind: 'note', note, cards: [], links: [] });
    expect(page.unread.map(({ where }) => where)).toEqual(['note.title', 'note.authorId']);
  });
});

/** The captured objects, put where a page has them. */
function statePage(note: { noteId: string }, comments: unknown): string {
  const map = { '': { note: {} }, undefined: { note: {} }, [note.noteId]: { note, comments, currentTime: 1 } };
  const text = JSON.stringify({ global: '@', note: { currentNoteId: '', noteDetailMap: map } }).replace(
    '"@"',
    'undefined',
  );
  return `<div id="app"></div><script>window.__INITIAL_STATE__=${text}</script>`;
}

describe.runIf(isThere)(`page state of notes, 2026-08${reason}`, () => {
  const read = (file: string, comments: unknown = { list: [] }) => {
    const note = JSON.parse(capture(file)) as { noteId: string };
    return readPage(`https://www.xiaohongshu.com/explore/${note.noteId}`, parse(statePage(note, comments)));
  };

  test('an image note', () =>
    expect(read('Tasse00__state_note-image.json').note).toEqual({
      id: '6a030b860000000036000201',
      authorId: '5bfae35e11be103dc483922c',
      title: '听劝改造第四天，学一下许光汉优衣库穿搭',
      media: 'image',
      commentsDeclared: 3272,
      commentsLoaded: 0,
      commentsComplete: false,
    }));

  test('a video note', () =>
    expect(read('Tasse00__state_note-video.json').note).toEqual({
      id: '6a1111110000000011111111',
      authorId: 'u1',
      title: '一条视频笔记',
      media: 'video',
      commentsDeclared: 2,
      commentsLoaded: 0,
      commentsComplete: false,
    }));

  test('comments declared, none there', () =>
    expect(read('Tasse00__state_note-video.json').unread).toEqual([{ where: 'comments', reason: 'no-data' }]));

  test('the comments, a reply after its comment', () => {
    const page = read('Tasse00__state_note-image.json', JSON.parse(capture('Tasse00__state_note-comments.json')));
    const plain = { authorRole: 'other_user', pinned: false, reply: false, asksForLink: false };
    expect(page.comments).toEqual([
      {
        ...plain,
        id: '6a6356e8000000002902e848',
        authorRole: 'author',
        pinned: true,
        text: '没招了家人们[微笑R]说我笔记违规了，我真的纯陈述事实啊[哭惹R]',
        time: { at: 1784895209000 },
      },
      {
        ...plain,
        id: '6a636acb0000000029027397',
        text: '想看伦理大戏，结果是母女斗气[微笑R]',
        time: { at: 1784900299000 },
      },
      { ...plain, id: '6a636d9c00000000150145a8', reply: true, text: '笑死我了', time: { at: 1784901000000 } },
      {
        ...plain,
        id: '6a61e88a00000000090162b7',
        text: '我想了那么多伦理剧情，结果就看这。',
        time: { at: 1784895000000 },
      },
    ]);
    expect({ links: page.links, unread: page.unread }).toEqual({ links: [], unread: [] });
    expect(page.note).toMatchObject({ commentsDeclared: 3272, commentsLoaded: 4, commentsComplete: false });
  });

  test('the comments before the note itself is there', () => {
    const comments = JSON.parse(capture('Tasse00__state_note-comments.json')) as { list: { noteId: string }[] };
    const noteId = String(comments.list[0]?.noteId);
    const page = readPage(`https://www.xiaohongshu.com/explore/${noteId}`, parse(statePage({ noteId }, comments)));
    expect(page.comments).toHaveLength(4);
    expect(page.unread.map(({ where }) => where)).toEqual(['note.title', 'note.authorId']);
  });
});

describe.runIf(isThere)(`what is said to be verified${reason}`, () => {
  const names = ['mook-wenyu__explore_body_2025-11.html', 'opencli__note_comments_dom_2026.html'];
  const documents = isThere ? names.map((name) => parse(capture(name))) : [];
  // A name in records, the beginning of an icon's, and what a search page showed that is not among the captures.
  const elsewhere = ['byText', 'playIcon', 'query'];
  const values = new Map<string, unknown>(Object.entries(rules));
  const selectors = Object.entries(origins).flatMap(([name, { verified }]) => {
    const rule = values.get(name);
    return verified && typeof rule === 'string' && !elsewhere.includes(name) ? [[name, rule] as const] : [];
  });

  test.each(selectors)('%s finds something on a page that was kept', (_name, selector) =>
    expect(documents.some((document) => document.querySelector(selector) !== null)).toBe(true),
  );
});
