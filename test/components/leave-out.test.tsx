// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { speak } from './i18n-setup';
import { chair, note, read } from './made-rows';
import { all, list, madeActions, mount, one, press } from './mount';

beforeAll(() => speak('en'));

const nobody = { authors: [], notes: [] };
const written = read({ note: { ...note.note, id: 'n1', authorId: 'a1' } });
const toast = () => document.querySelector('.toast')!.textContent;

describe('from the page', () => {
  test.each([
    { name: 'Leave this note out', what: 'note', id: 'n1', said: 'Nothing new of this note is recorded' },
    { name: 'Leave its author out', what: 'author', id: 'a1', said: 'Nothing new by this author is recorded' },
  ])('$name, and back', async ({ name, what, id, said }) => {
    const { actions } = await mount({ tab: 'page', page: written, leftOut: nobody });
    expect(all('button', name)).toEqual([]);
    await press(one('button', 'Leave out…'));
    await press(one('button', name));
    expect(toast()).toContain(said);
    await press(one('button', 'Undo'));
    expect(actions.leaveOut.mock.calls).toEqual([
      [what, id, true],
      [what, id, false],
    ]);
  });

  test.each([
    { leftOut: { authors: [], notes: ['n1'] }, what: 'note', id: 'n1', said: 'This note is left out' },
    { leftOut: { authors: ['a1'], notes: [] }, what: 'author', id: 'a1', said: 'This author is left out' },
  ])('what is out, is said to be: $what', async ({ leftOut, what, id, said }) => {
    const { actions } = await mount({ tab: 'page', page: written, leftOut });
    expect(one('tabpanel').textContent).toContain(said);
    await press(one('button', 'Record again'));
    expect(actions.leaveOut.mock.calls).toEqual([[what, id, false]]);
  });

  test('nobody is offered before it is known, nor an author whom the page does not name', async () => {
    await mount({ tab: 'page', page: written });
    expect(all('button', 'Leave out…')).toEqual([]);
    await mount({ tab: 'page', page: read(), leftOut: nobody });
    await press(one('button', 'Leave out…'));
    expect(all('button', 'Leave this note out')).toHaveLength(1);
    expect(all('button', 'Leave its author out')).toEqual([]);
  });
});

describe('from an item', () => {
  const openMore = async (actions = madeActions()) => {
    await mount({ saved: list([chair]), actions });
    await press(one('button', 'More about this item'));
    return actions;
  };

  test('the note that it was seen on', async () => {
    const actions = await openMore();
    await press(one('button', 'Leave this note out'));
    expect(actions.leaveOut.mock.calls).toEqual([['note', 'n1', true]]);
  });

  test('who wrote that note, as the ledger knows them', async () => {
    const actions = await openMore();
    await press(one('button', 'Leave its author out'));
    await expect.poll(() => actions.leaveOut.mock.calls).toEqual([['author', 'author-7', true]]);
    expect(actions.authorOf.mock.calls).toEqual([[chair.note]]);
  });

  test.each([
    ['unknown', () => Promise.resolve(undefined)],
    ['not readable', () => Promise.reject(new Error('made'))],
  ])('an author who is %s is not guessed', async (_name, authorOf) => {
    const actions = await openMore({ ...madeActions(), authorOf: madeActions().authorOf.mockImplementation(authorOf) });
    await press(one('button', 'Leave its author out'));
    await expect.poll(toast).toBe('The ledger does not know who wrote that note');
    expect(actions.leaveOut).not.toHaveBeenCalled();
  });
});
