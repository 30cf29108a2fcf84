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
    ['Within', 'Link followed', 'Only seen', 'Unattributed'],
    ['1 day', '1', '2', '9'],
    ['3 days', '2', '2', '8'],
    ['7 days', '4', '2', '6'],
    ['14 days', '7', '2', '3'],
    ['30 days', '7', '2', '3'],
    ['90 days', '7', '2', '3'],
  ]);
});

test('every model beside the others, for the window that is chosen', async () => {
  const { place } = await show({ state: 'done', result: credits });
  expect(rows(place, 1)).toEqual([
    ['Note', 'Last', 'First', 'Linear', 'Position', 'Assisted'],
    ['秋天的第一件毛衣', '3', '2', '2.33', '2.4', '1'],
    ['From a note without a title', '1', '2', '1.67', '1.6', '2'],
  ]);
  const [day] = place.querySelectorAll<HTMLInputElement>('input[type=radio]');
  await act(() => day!.click());
  expect(place.textContent).toContain('No note is credited within this window.');
});

test('no purchases are no zeros', async () => {
  const { place } = await show({ state: 'done', result: { purchases: 0, windows: [] } });
  expect(place.textContent).toContain('No purchases yet.');
  expect(place.querySelector('table')).toBeNull();
});
