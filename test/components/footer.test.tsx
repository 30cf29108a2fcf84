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
  const { actions } = await mount({ summary: { ...summary, unread } });
  await press(one('button', words));
  // A number leads to what it counts, and none to the settings.
  const places = unread > 0 ? [[{ view: 'health', section: 'unread' }]] : [];
  expect(actions.openDashboard.mock.calls).toEqual(places);
  expect(all('heading', 'Reading')).toHaveLength(unread > 0 ? 0 : 1);
});

test('nothing is said of it before it is known', async () => {
  await mount({ summary: undefined });
  expect(all('button', 'Nothing unreadable so far')).toEqual([]);
  await mount({ summary: nothing });
  one('button', 'Nothing unreadable so far');
});
