import { describe, expect, test, vi } from 'vitest';
import { inOrder } from '@/utils/core/in-order';

describe('answers', () => {
  test('that were overtaken are not shown', async () => {
    const show = vi.fn();
    const take = inOrder<string>(show);
    let answer: (slow: string) => void = () => undefined;
    const first = take(new Promise((resolve) => (answer = resolve)));
    await take(Promise.resolve('second'));
    answer('first');
    await first;
    await take(Promise.resolve('third'));
    expect(show.mock.calls).toEqual([['second'], ['third']]);
  });

  test('that fail leave the screen as it is', async () => {
    const show = vi.fn();
    await inOrder<string>(show)(Promise.reject(new Error('made')));
    expect(show).not.toHaveBeenCalled();
  });
});
