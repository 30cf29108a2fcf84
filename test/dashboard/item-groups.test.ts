// @vitest-environment happy-dom
import { beforeAll, expect, test, vi } from 'vitest';
import type { Noticeboard } from '@/components/popup/use-notice';
import type { ItemLine } from '@/utils/core/item-lines';
import { groupActions, joinWords, type Regroup } from '@/entrypoints/dashboard/item-groups';
import { speak } from '../components/i18n-setup';

beforeAll(() => speak('en'));

const line = (key: string, group?: string) => ({ key, ...(group !== undefined && { group }) }) as ItemLine;

/** Which items are told which group when two are joined. */
const told = (lines: ItemLine[], pair: [string, string]) =>
  joinWords(lines, pair, 'new').map(({ key, group }) => `${key} ${group}`);

test.each<[string, ItemLine[], string[]]>([
  ['two that are in none', [line('a'), line('b')], ['a new', 'b new']],
  ['one to a group', [line('a', 'g'), line('c', 'g'), line('b')], ['b g']],
  ['one into the group of the other', [line('a'), line('b', 'h'), line('c', 'h')], ['a h']],
  ['two groups', [line('a', 'g'), line('b', 'h'), line('c', 'h')], ['b g', 'c g']],
  ['what is joined already', [line('a', 'g'), line('b', 'g')], []],
])('joins %s', (_how, lines, words) => expect(told(lines, ['a', 'b'])).toEqual(words));

test('says what was done, and undoes it for each item by itself', async () => {
  let lines = [line('a', 'g'), line('b', 'h'), line('c', 'h')];
  const regroup = vi.fn<Regroup>((words) => {
    const groups = new Map(words.map(({ key, group }) => [key, group]));
    lines = lines.map(({ key, group }) => line(key, groups.get(key) ?? group));
    return Promise.resolve(true);
  });
  const tell = vi.fn<Noticeboard['tell']>();
  const { onJoin, onPart } = groupActions(() => lines, regroup, tell);
  onJoin('a', 'b');
  expect(lines.map(({ group }) => group)).toEqual(['g', 'g', 'g']);
  expect(tell.mock.lastCall?.[1].done).toBe('Joined as the same product');
  tell.mock.lastCall?.[1].undo?.();
  expect(lines.map(({ group }) => group)).toEqual(['g', 'h', 'h']);
  onPart('b');
  expect(lines.map(({ group }) => group)).toEqual(['g', '', 'h']);
  tell.mock.lastCall?.[1].undo?.();
  expect(lines.map(({ group }) => group)).toEqual(['g', 'h', 'h']);
  await expect(tell.mock.lastCall?.[0]).resolves.toBe(true);
});
