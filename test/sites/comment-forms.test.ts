import { describe, expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import { parseOtherwise } from './other-parser';
import { commentMarkup, ids, noteMarkup, noteUrl, parse } from './pages';

// Other ways to build a comment than those that were seen.

describe.each([
  ['one parser', parse],
  ['another', parseOtherwise],
])('%s', (_which, read) => {
  const commentsIn = (comments: string) => readPage(noteUrl, read(noteMarkup({ comments }))).comments;

  test('what stands in a comment replies to it, whatever it is called', () => {
    const [asks, answers] = [commentMarkup('求链接'), commentMarkup('这里', '', '68a0c0de000000001a03b5c7')];
    const nested = asks.replace('<div class="info">', `${answers}$&`);
    expect(commentsIn(nested).map(({ reply, text }) => [reply, text])).toEqual([
      [false, '求链接'],
      [true, '这里'],
    ]);
  });

  test.each(['p', 'small'])('a tag in a %s is one', (name) => {
    const tags = `<${name}>作者</${name}>`;
    const [comment] = commentsIn(commentMarkup('好看').replace('<div class="content">', `${tags}$&`));
    expect(comment).toMatchObject({ authorRole: 'author', pinned: false });
  });

  const named = (markup: string) => commentMarkup('好看').replace('>读者名</a>', `>${markup}</a>`);

  test('a tag in the link around the name is one', () => {
    expect(commentsIn(named('读者名<span class="tag">作者</span>'))[0]?.authorRole).toBe('author');
    expect(commentsIn(named('<span>读者名</span><span class="tag">置顶</span>'))[0]?.pinned).toBe(true);
  });

  test.each(['作者', '<span>作者</span>', '<span>作者</span><i>lv3</i>', '<span class="username">作者</span>'])(
    'who is called %s is none',
    (name) => expect(commentsIn(named(name))[0]?.authorRole).toBe('other_user'),
  );

  test('nor is whom a comment mentions', () => {
    const mention = `<a href="/user/profile/${ids.other}">@小王<span class="tag">作者</span></a>`;
    expect(commentsIn(commentMarkup(mention))[0]?.authorRole).toBe('other_user');
  });

  test('a text in pieces is one text, what stands elsewhere is quoted', () => {
    const pieces = commentMarkup('好看', '<span class="note-text">求链接</span>');
    expect(commentsIn(pieces)[0]).toMatchObject({ text: '好看\n求链接', asksForLink: true });
    const quote = commentMarkup('好看', '<div class="quote"><span class="note-text">求链接</span></div>');
    expect(commentsIn(quote)[0]).toMatchObject({ text: '好看', asksForLink: false });
  });

  test('a tag may say both', () => {
    const [comment] = commentsIn(commentMarkup('好看').replace('<div class="content">', '<span>作者置顶</span>$&'));
    expect(comment).toMatchObject({ authorRole: 'author', pinned: true });
  });

  test('its id may stand beside it', () => {
    const said = commentMarkup('好看').replace(`id="comment-${ids.comment}"`, `data-comment-id="${ids.comment}"`);
    expect(commentsIn(said)[0]?.id).toBe(ids.comment);
  });

  test('an element used again for a comment of the same words is another one, wherever its id stands', () => {
    const said = commentMarkup('好看').replace(`id="comment-${ids.comment}"`, `data-comment-id="${ids.comment}"`);
    const document = read(noteMarkup({ comments: said }));
    const idsNow = () => readPage(noteUrl, document).comments.map(({ id }) => id);
    expect(idsNow()).toEqual([ids.comment]);
    document.querySelector('.comment-item')?.setAttribute('data-comment-id', ids.goods);
    expect(idsNow()).toEqual([ids.goods]);
  });
});
