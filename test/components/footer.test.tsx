// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import { speak } from './i18n-setup';
import { nothing, read, summary } from './made-rows';
import { all, mount, one, press } from './mount';

beforeAll(() => speak('en'));

test.each([
  ['none', 0, 'Nothing unreadable so far'],
  ['one', 1, '1 thing could not be read'],
  ['many', 2, '2 things could not be read'],
])('the popup says on every tab how reading goes: %s', async (_how, unread, words) => {
  for (const tab of ['page', 'saved', 'purchased'] as const) {
    await mount({ tab, page: read(), summary: { ...summary, unread } });
    one('button', words);
  }
  await press(one('button', words));
  // It is told at length in the settings.
  expect(all('heading', 'Reading')).toHaveLength(1);
});

test('nothing is said of it before it is known', async () => {
  await mount({ summary: undefined });
  expect(all('button', 'Nothing unreadable so far')).toEqual([]);
  await mount({ summary: nothing });
  one('button', 'Nothing unreadable so far');
});
