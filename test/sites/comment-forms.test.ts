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
