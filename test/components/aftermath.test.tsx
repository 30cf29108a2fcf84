// @vitest-environment happy-dom
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { AftermathCards } from '@/components/dashboard/purchases/aftermath';
import type { AftermathActions, AftermathView } from '@/components/dashboard/purchases/bought-props';
import { ToolsProvider } from '@/components/tools';
import { speak } from './i18n-setup';
import { aftermath, lamp, sweater } from './made-aftermath';
import { now } from './made-rows';
import { all, choose, draw, one, press } from './mount';

beforeAll(() => speak('en'));

const day = 86_400_000;

async function show(view: Partial<AftermathView> = {}) {
  const actions = {
    onSay: vi.fn<AftermathActions['onSay']>(),
    onStop: vi.fn<AftermathActions['onStop']>(),
    onRetry: vi.fn<AftermathActions['onRetry']>(),
  };
  const tools = { now, platformName: (id: string) => id, onDeed: vi.fn<() => void>(), onOpen: vi.fn<() => void>() };
  const place = await draw(
    <ToolsProvider value={tools}>
      <AftermathCards view={{ lists: { state: 'done', result: aftermath }, ...view }} {...actions} />
    </ToolsProvider>,
  );
  return { ...actions, text: place.textContent.replaceAll(/[\u2068\u2069]/gu, '') };
}

const groupOf = (title: string) => one('group', title);

describe('what came of it', () => {
  test('days from first sight, the first price against the price paid', async () => {
    const { text } = await show();
    expect(text).toContain('Ordered 15 days after it was first seen · ¥129 when first seen, ¥99 paid: ¥30 less');
    expect(text).toContain('Ordered on the day it was first seen · ¥300 for the whole order');
    expect(text).toContain('4 older ones are not listed here.');
  });

  test('one press says how it turned out, another takes it back', async () => {
    const { onSay } = await show();
    const ways = groupOf('How “\u2068羊毛衫女宽松\u2069” turned out');
    expect(all('button', undefined, ways).map((each) => each.getAttribute('aria-pressed'))).toEqual([
      'true',
      'false',
      'false',
    ]);
    for (const word of ['Keeping it', 'Regret it', 'Gave it back']) await press(all('button', word, ways)[0]!);
    expect(onSay.mock.calls).toEqual(['none', 'regretted', 'refunded'].map((outcome) => [sweater, { outcome }]));
  });

  test('what was said can be taken back where it was said', async () => {
    const { onSay, text } = await show({ said: { item: sweater, said: { outcome: 'refunded' }, state: 'stored' } });
    expect(text).toContain('Noted: you gave “羊毛衫女宽松” back.');
    await press(one('button', 'Undo'));
    expect(onSay.mock.calls).toEqual([[sweater, { outcome: 'kept' }]]);
  });

  test('what was not stored is not said to be', async () => {
    const { text } = await show({ said: { item: sweater, said: { outcome: 'kept' }, state: 'failed' } });
    expect(text).toContain('That was not stored');
    expect(all('button', 'Undo')).toEqual([]);
  });
});

describe('a dropped wish', () => {
  test('is asked for its reason once, where it was said', async () => {
    const { onSay } = await show({ said: { item: lamp, said: { mark: 'dropped' }, state: 'stored' } });
    await choose(one('combobox', 'Why dropped'), 'price');
    await press(one('button', 'Undo'));
    expect(onSay.mock.calls).toEqual([
      [lamp, { why: 'price' }],
      [lamp, { mark: 'none' }],
    ]);
  });

  test('says its reason, and takes it or the drop back', async () => {
    const { onSay, text } = await show({ said: { item: lamp, said: { why: 'price' }, state: 'stored' } });
    expect(text).toContain('Noted: Too expensive');
    await choose(one('combobox', 'Why dropped'), '');
    await press(one('button', 'Undo'));
    expect(onSay.mock.calls).toEqual([
      [lamp, { why: '' }],
      [lamp, { mark: 'none' }],
    ]);
  });

  test.each([{ mark: 'bought' }, { mark: 'none' }, { until: 5 }] as const)('%o asks for none', async (said) => {
    await show({ said: { item: lamp, said, state: 'stored' } });
    expect(all('combobox', 'Why dropped')).toEqual([]);
  });
});

describe('sleep on it', () => {
  test('those whose day has come are asked about', async () => {
    const { text } = await show();
    expect(text).toContain('床头灯¥199 · From “秋天的第一件毛衣”The day has come: do you still want it?');
    expect(text).toContain('帆布包From “秋天的第一件毛衣”Asks again on');
    expect(document.querySelectorAll('.thing--due')).toHaveLength(1);
  });

  test('a day, no day, or the end of it', async () => {
    const { onSay } = await show();
    const ways = groupOf('What to do about “\u2068床头灯\u2069”');
    for (const button of all('button', undefined, ways)) await press(button);
    expect(onSay.mock.calls.map(([, said]) => said)).toEqual([
      { until: now + 3 * day },
      { until: now + 7 * day },
      { until: now + 30 * day },
      { until: 0 },
      { mark: 'dropped' },
      { mark: 'bought' },
    ]);
    expect(onSay.mock.calls.every(([item]) => item === lamp)).toBe(true);
  });
});

test('nothing yet, and nothing read', async () => {
  const empty = { bought: [], moreBought: 0, cooling: [], moreCooling: 0 };
  expect((await show({ lists: { state: 'done', result: empty } })).text).toContain('Nothing is known to be bought yet');
  const { onRetry } = await show({ lists: { state: 'failed', why: 'failed' } });
  await press(one('button', 'Try again'));
  expect(onRetry).toHaveBeenCalledTimes(1);
});
