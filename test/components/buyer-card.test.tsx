// @vitest-environment happy-dom
import { beforeAll, expect, test, vi } from 'vitest';
import { BuyerCard } from '@/components/dashboard/purchases/buyer-card';
import type { BuyerView } from '@/components/dashboard/purchases/buyer-props';
import { speak } from './i18n-setup';
import { draw, one, press } from './mount';

beforeAll(() => speak('en'));

async function show(view: BuyerView) {
  const onSay = vi.fn<(isMine: boolean) => void>();
  return { onSay, place: await draw(<BuyerCard {...view} onSay={onSay} />) };
}

const asked = { mark: 'ab'.repeat(32), platform: 'taobao', orders: 12, at: 1 };

test('asks whose the orders are, and takes either answer', async () => {
  const { onSay, place } = await show({ asked });
  expect(place.textContent).toContain('showed 12 orders');
  expect(place.textContent).not.toContain(asked.mark);
  await press(one('button', 'Mine too'));
  await press(one('button', 'Not mine, leave them out'));
  expect(onSay.mock.calls).toEqual([[true], [false]]);
});

test.each([
  ['mine', 'its orders count from now on'],
  ['other', 'stay out'],
] as const)('after the word “%s” it says what follows', async (said, text) => {
  expect((await show({ said })).place.textContent).toContain(text);
});

test('is not there while nobody is asked', async () => {
  expect((await show({})).place.textContent).toBe('');
});
