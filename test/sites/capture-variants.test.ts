import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PageReading } from '../../utils/core/types';
import { readPage } from '../../utils/sites';
import { parse } from './pages';

// Each captured page with one thing changed, time after time: what is not about that thing is read as before.

const folder = resolve(process.env.BACAO_DATA ?? '../shared', 'captures/xiaohongshu');
const isThere = existsSync(folder);
const reason = isThere ? '' : ' (skipped: the captures are not here, see BACAO_DATA)';
const capture = (name: string) => (isThere ? readFileSync(resolve(folder, name), 'utf8') : '{}');

const oddTexts = [
  '',
  '@',
  '\ud83d看\udc00',
  '__proto__',
  'javascript:1',
  '%E0%A4%A',
  'http://[',
  'x链接'.repeat(20_000),
];

describe.runIf(isThere)(`cards of a page that was changed${reason}`, () => {
  const site = 'https://www.xiaohongshu.com';
  const url = `${site}/explore?channel_id=homefeed_recommend`;
  const html = capture('mook-wenyu__explore_body_2025-11.html');
  const live = parse(html);
  const { cards, unread } = readPage(url, live);

  test.each<[string, (markup: string) => string, string?]>([
    ['abroad', (markup) => markup, 'https://www.rednote.com/explore'],
    ['without www', (markup) => markup, 'https://xiaohongshu.com/explore'],
    ['at the root', (markup) => markup, site],
    ['whole addresses', (markup) => markup.replaceAll('href="/', `href="${site}/`)],
    ['whole addresses abroad', (markup) => markup.replaceAll('href="/', 'href="https://www.rednote.com/')],
    ['no scheme', (markup) => markup.replaceAll('href="/', 'href="//www.xiaohongshu.com/')],
    ['another path', (markup) => markup.replaceAll('href="/explore/', 'href="/discovery/item/')],
    ['no tokens', (markup) => markup.replace(/\?xsec_token=[^"]*/g, '')],
    ['more in the query', (markup) => markup.replaceAll('xsec_source=', 'xsec_source=pc_feed&amp;x=%E0#a')],
    ['no second anchor', (markup) => markup.replace(/<a [^>]*style="display: none;"><\/a>/g, '')],
    ['another tag', (markup) => markup.replaceAll('<section', '<div').replaceAll('</section>', '</div>')],
    [
      'in a list',
      (markup) => markup.replaceAll('<section', '<li><section').replaceAll('</section>', '</section></li>'),
    ],
    ['no places', (markup) => markup.replace(/data-index="\d+"/g, '')],
    ['another name', (markup) => markup.replaceAll('note-item', 'cell')],
    ['another name for one', (markup) => markup.replace('note-item', 'cell')],
    ['no names at all', (markup) => markup.replace(/ class="[^"]*"/g, '')],
    ['broken states', (markup) => `${markup}<script>window.__INITIAL_STATE__={</script>`],
    [
      'as a search has them',
      (markup) =>
        markup
          .replaceAll('class="author-wrapper"', 'class="card-bottom-wrapper"')
          .replace(
            /<span[^>]*class="name">([^<]*)<\/span>/g,
            '<div class="name-time-wrapper"><div class="name">$1</div><div class="time">2天前</div></div>',
          ),
      `${site}/search_result?keyword=x`,
    ],
  ])('%s', (_name, change, at = url) => expect(readPage(at, parse(change(html))).cards).toEqual(cards));

  test('cards of other kinds between them', () => {
    const query = '<section class="note-item"><div class="query-note-wrapper">大家都在搜</div></section>';
    const page = readPage(url, parse(html.replaceAll('<section', `${query}<section`)));
    expect(page.cards.filter(({ kind }) => kind === 'note')).toEqual(cards);
  });

  /** What a part of a card tells; a part that is not named here tells nothing. */
  const told: [string, keyof (typeof cards)[number]][] = [
    ['img[data-xhs-img]:not(.author-avatar), .cover', 'media'],
    ['.play-icon, .play-icon *', 'media'],
    ['.title, .title *, .footer', 'title'],
    ['.author, .author-wrapper, .footer', 'authorId'],
  ];
  const place = cards.findIndex(({ media }) => media === 'video');

  test('one part of one card, in every way: no other card and no other field', () => {
    let card = live.querySelectorAll('.note-item')[place]!;
    const pristine = card.cloneNode(true) as Element;
    const parts = pristine.querySelectorAll('*').length;
    const check = (part: number, change: (element: Element) => void) => {
      const fresh = pristine.cloneNode(true) as Element;
      card.replaceWith(fresh);
      card = fresh;
      const element = fresh.querySelectorAll('*')[part]!;
      const fields = told.filter(([selector]) => element.matches(selector)).map(([, field]) => field);
      change(element);
      const page = readPage(url, live);
      const without = ({ ...each }: (typeof cards)[number]) => {
        for (const field of fields) Reflect.deleteProperty(each, field);
        return each;
      };
      const [now, before] = [page.cards, cards].map((list) =>
        list.map((each, at) => (at === place ? without(each) : each)),
      );
      expect(now).toEqual(before);
      expect([page.unread, page.links]).toEqual([unread, []]);
    };
    // The first holds all the others.
    for (let part = 1; part < parts; part++) {
      const names = pristine.querySelectorAll('*')[part]!.getAttributeNames();
      check(part, (element) => element.remove());
      check(part, (element) => element.setAttribute('class', `x ${element.getAttribute('class') ?? ''} y`));
      for (const name of names.filter((each) => !/^(?:data-v|style)/.test(each))) {
        check(part, (element) => element.removeAttribute(name));
        for (const odd of oddTexts.slice(1, 4)) check(part, (element) => element.setAttribute(name, odd));
      }
      for (const odd of oddTexts.slice(1, 4))
        check(part, (element) => element.childElementCount > 0 || (element.textContent = odd) === odd);
    }
  }, 60_000);
});

type Path = (string | number)[];

/** All that has a value somewhere under `value`. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsIn(inner, [...path, key])]);
}

const nothing = Symbol('nothing');

function changed(value: object, path: Path, odd: unknown): object {
  const copy = structuredClone(value);
  const holder = path.slice(0, -1).reduce<object>((here, key) => Reflect.get(here, key) as object, copy);
  const last = path.at(-1) ?? '';
  if (odd !== nothing) Reflect.set(holder, last, odd);
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
  return copy;
}

const undefinedHere = '@undefined@';
const oddValues = [nothing, null, undefinedHere, 0, 7, true, [], {}, [null], { a: [{}] }, '10+', '千+', ...oddTexts];

describe.runIf(isThere)(`states of notes that were changed${reason}`, () => {
  const note = JSON.parse(capture('Tasse00__state_note-image.json')) as { noteId: string };
  const comments = JSON.parse(capture('Tasse00__state_note-comments.json')) as object;
  const read = (of: object, thread: object): PageReading => {
    const map = { '': { note: {} }, undefined: { note: {} }, [note.noteId]: { note: of, comments: thread } };
    const text = JSON.stringify({ global: undefinedHere, note: { noteDetailMap: map } });
    const script = text.replaceAll(`"${undefinedHere}"`, 'undefined').replaceAll('<', '\\u003c');
    return readPage(
      `https://www.xiaohongshu.com/explore/${note.noteId}`,
      parse(`<script>window.__INITIAL_STATE__=${script}</script>`),
    );
  };
  const plain = isThere ? read(note, comments) : undefined;

  const told: Record<string, string> = {
    user: 'authorId',
    'user.userId': 'authorId',
    title: 'title',
    type: 'media',
    interactInfo: 'commentsDeclared',
    'interactInfo.commentCount': 'commentsDeclared',
  };
  const notePaths = isThere ? pathsIn(note).filter((path) => path.join('.') !== 'noteId') : [];

  test.each(notePaths.map((path) => [path.join('.'), path] as const))('a note whose %s is odd', (name, path) => {
    const field = told[name] ?? '';
    for (const odd of oddValues) {
      const page = read(changed(note, path, odd), comments);
      // How many are declared says whether all are there.
      const hidden = { [field]: 0, ...(field === 'commentsDeclared' && { commentsComplete: 0 }) };
      expect({ ...page.note, ...hidden }).toEqual({ ...plain?.note, ...hidden });
      // Who the author is says whose comments are the author's.
      const without = ({ authorRole: _role, ...rest }: PageReading['comments'][number]) => rest;
      expect(page.comments.map(without)).toEqual(plain?.comments.map(without));
    }
  });

  const all = plain?.comments ?? [];
  const threadPaths = isThere ? pathsIn(comments).filter(([head, ...rest]) => head === 'list' && rest.length > 1) : [];

  test.each(threadPaths.map((path) => [path.join('.'), path] as const))('a thread whose %s is odd', (_name, path) => {
    const [, top = 0, , reply] = path;
    const owner = (JSON.parse(JSON.stringify(comments)) as { list: { id: string; subComments: { id: string }[] }[] })
      .list[Number(top)];
    const replies = owner?.subComments.map(({ id }) => id) ?? [];
    const inReply = path[2] === 'subComments';
    const affected = inReply ? (reply === undefined ? replies : [replies[Number(reply)]]) : [owner?.id];
    const rest = all.filter(({ id }) => !affected.includes(id));
    for (const odd of oddValues) {
      const page = read(note, changed(comments, path, odd));
      expect(page.comments.filter(({ id }) => rest.some((each) => each.id === id))).toEqual(rest);
      const { commentsLoaded: _loaded, ...facts } = plain?.note ?? {};
      expect(page.note).toMatchObject(facts);
    }
  });
});
