// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeAll, expect, test, vi } from 'vitest';
import { HandCard } from '@/components/dashboard/purchases/hand-card';
import type { HandActions, HandDraft, HandView } from '@/components/dashboard/purchases/hand-props';
import { ToolsProvider } from '@/components/tools';
import { speak } from './i18n-setup';
import { now } from './made-rows';
import { all, draw, one, press } from './mount';

beforeAll(() => speak('en'));

const order = { key: 'ali:1', platform: 'taobao', title: '保温杯', orderPaidFen: 9_900, at: now };
const hand: HandView = { platforms: ['taobao', 'jd'], today: '2026-11-29', orders: [order] };

async function show(change: Partial<HandView> = {}, draft?: HandDraft) {
  const actions = {
    onPaste: vi.fn<HandActions['onPaste']>(() => Promise.resolve(draft)),
    onNote: vi.fn<HandActions['onNote']>(),
    onUndo: vi.fn<HandActions['onUndo']>(),
  };
  const tools = { now, platformName: (id: string) => id, onDeed: vi.fn<() => void>(), onOpen: vi.fn<() => void>() };
  const place = await draw(
    <ToolsProvider value={tools}>
      <HandCard hand={{ ...hand, ...change }} {...actions} />
    </ToolsProvider>,
  );
  return { ...actions, place };
}

const field = (name: string) =>
  [...document.querySelectorAll('label')]
    .find((each) => each.textContent.startsWith(name))!
    .querySelector<HTMLInputElement>('input, textarea, select')!;

async function type(name: string, value: string): Promise<void> {
  const input = field(name);
  await act(async () => {
    input.value = value;
    input.dispatchEvent(new Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    await Promise.resolve();
  });
}

const isReady = () => !one('button', 'Note it down').hasAttribute('disabled');

test('a purchase is noted once it has a shop, a name and a day', async () => {
  const { onNote } = await show();
  expect(isReady()).toBe(false);
  await type('Shop', 'jd');
  await type('What', ' 床头灯 ');
  expect(isReady()).toBe(true);
  await type('Price', '199.50');
  await type('Day', '2026-11-20');
  await press(one('button', 'Note it down'));
  expect(onNote.mock.calls).toEqual([[{ platform: 'jd', title: '床头灯', day: '2026-11-20', orderPaidFen: 19_950 }]]);
  expect([field('What').value, field('Price').value, field('Day').value]).toEqual(['', '', '2026-11-29']);
});

test.each(['12,5', 'abc', '61,83 сом', '-3'])('%s is no price', async (price) => {
  await show();
  await type('Shop', 'jd');
  await type('What', '灯');
  await type('Price', price);
  expect(isReady()).toBe(false);
  expect(field('Price').closest('label')!.textContent).toContain('Not an amount in yuan');
});

test('a share text fills in what it says, with the item it is of', async () => {
  const { onPaste, onNote, place } = await show(
    {},
    { platform: 'taobao', title: '羊毛衫', itemKey: 'ali:1', note: '秋天的第一件毛衣' },
  );
  await type('Paste', '【淘宝】「羊毛衫」');
  expect(onPaste.mock.calls).toEqual([['【淘宝】「羊毛衫」']]);
  expect(place.textContent.replaceAll(/[\u2068\u2069]/gu, '')).toContain('Seen before: 秋天的第一件毛衣');
  await press(one('button', 'Note it down'));
  expect(onNote.mock.calls).toEqual([[{ platform: 'taobao', title: '羊毛衫', itemKey: 'ali:1', day: '2026-11-29' }]]);
  expect(field('Paste').value).toBe('');
});

test('a thing of another shop is another thing', async () => {
  const { onNote } = await show({}, { platform: 'taobao', title: '羊毛衫', itemKey: 'ali:1' });
  await type('Paste', 'x');
  await type('Shop', 'jd');
  await press(one('button', 'Note it down'));
  expect(onNote.mock.calls).toEqual([[{ platform: 'jd', title: '羊毛衫', day: '2026-11-29' }]]);
});

test('a text that says nothing changes nothing', async () => {
  await show();
  await type('What', '灯');
  await type('Paste', '今天天气好');
  expect(field('What').value).toBe('灯');
});

test('what was written down can be taken back; what was not stored is said', async () => {
  const { onUndo, place } = await show({ end: 'failed' });
  await press(one('button', 'Take back “\u2068保温杯\u2069”'));
  expect(onUndo.mock.calls).toEqual([[order]]);
  expect(place.textContent).toContain('That was not stored');
  await show({ orders: [] });
  expect(all('button').map((button) => button.textContent)).toEqual(['Note it down']);
});
