// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeAll, expect, test, vi } from 'vitest';
import { CreditCard } from '@/components/dashboard/purchases/credit-card';
import type { CreditView } from '@/components/dashboard/purchases/credit-props';
import { speak } from './i18n-setup';
import { credits } from './made-credits';
import { draw, one, press } from './mount';

beforeAll(() => speak('en'));

async function show(view: CreditView) {
  const actions = { onWorkOut: vi.fn<() => void>(), onStop: vi.fn<() => void>() };
  const place = await draw(<CreditCard credits={view} {...actions} />);
  return { ...actions, place };
}

const rows = (place: HTMLElement, table: number) =>
  [...place.querySelectorAll('table')[table]!.querySelectorAll('tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );

test('is worked out when asked, and can be stopped', async () => {
  const { onWorkOut } = await show({ state: 'idle' });
  await press(one('button', 'Work it out'));
  expect(onWorkOut).toHaveBeenCalledTimes(1);
  const { onStop, place } = await show({ state: 'running', done: 1_500 });
  expect(place.textContent).toContain('1,500 records read');
  await press(one('button', 'Stop'));
  expect(onStop).toHaveBeenCalledTimes(1);
});

test('every window side by side, with what no note is credited with', async () => {
  const { place } = await show({ state: 'done', result: credits });
  expect(rows(place, 0)).toEqual([
    ['Within', 'Link followed', 'Only seen', 'Unattributed', 'Not divided'],
    ['1 day', '1 ¥129', '2 ¥46.50', '9 ¥999', '¥159.70'],
    ['3 days', '2 ¥258', '2 ¥46.50', '8 ¥999', '¥159.70'],
    ['7 days', '4 ¥516', '2 ¥46.50', '6 ¥999', '¥159.70'],
    ['14 days', '7 ¥903', '2 ¥46.50', '3 ¥999', '¥159.70'],
    ['30 days', '7 ¥903', '2 ¥46.50', '3 ¥999', '¥159.70'],
    ['90 days', '7 ¥903', '2 ¥46.50', '3 ¥999', '¥159.70'],
  ]);
  expect(place.textContent).toContain('2 purchases state no amount and are in no sum.');
});

test('money that can be divided needs no column for what cannot', async () => {
  const windows = credits.windows.map((each) => ({ ...each, money: { ...each.money, undivided: 0 } }));
  const { place } = await show({ state: 'done', result: { ...credits, unpriced: 0, windows } });
  expect(rows(place, 0)[0]).toEqual(['Within', 'Link followed', 'Only seen', 'Unattributed']);
  expect(place.textContent).not.toContain('Not divided');
  expect(place.textContent).not.toContain('state no amount');
});

test('every model beside the others, for the window that is chosen', async () => {
  const { place } = await show({ state: 'done', result: credits });
  expect(rows(place, 1)).toEqual([
    ['Note', 'Last', 'First', 'Linear', 'Position', 'Assisted'],
    ['秋天的第一件毛衣', '3 ¥387', '2 ¥258', '2.33 ¥301', '2.4 ¥309.60', '1 '],
    ['From a note without a title', '1 ¥129', '2 ¥258', '1.67 ¥215', '1.6 ¥206.40', '2 '],
  ]);
  const [day] = place.querySelectorAll<HTMLInputElement>('input[type=radio]');
  await act(() => day!.click());
  expect(place.textContent).toContain('No note is credited within this window.');
});

test('no purchases are no zeros', async () => {
  const { place } = await show({ state: 'done', result: { purchases: 0, unpriced: 0, windows: [] } });
  expect(place.textContent).toContain('No purchases yet.');
  expect(place.querySelector('table')).toBeNull();
});
