// @vitest-environment happy-dom
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { MatchActions, MatchView } from '@/components/dashboard/matching/match-props';
import { MatchingView } from '@/components/dashboard/matching/matching-view';
import { speak } from './i18n-setup';
import { review } from './made-matching';
import { all, draw, one, press } from './mount';

beforeAll(() => speak('en'));

async function show(view: MatchView) {
  const actions = {
    onSay: vi.fn<MatchActions['onSay']>(),
    onUndo: vi.fn<MatchActions['onUndo']>(),
    onStop: vi.fn(),
    onRetry: vi.fn(),
    onImport: vi.fn(),
  };
  const place = await draw(<MatchingView view={view} {...actions} />);
  return { ...actions, text: place.textContent.replaceAll(/[\u2068\u2069]/gu, '') };
}

const done = (result: typeof review): MatchView => ({ review: { state: 'done', result } });

describe('matching', () => {
  test('says what speaks for a pair, and takes a yes or a no', async () => {
    const { text, onSay } = await show(done(review));
    for (const part of [
      '¥39.90',
      'same shop, title alike · 87% sure',
      'From “秋天的第一件毛衣”',
      'bill',
      '12 more follow',
      'For 3 orders nothing speaks',
    ])
      expect(text).toContain(part);
    const [first] = review.supposed;
    await press(one('button', 'Yes, it is “\u2068羊毛衫女宽松\u2069”'));
    await press(one('button', 'No, it is not “\u2068羊毛衫女宽松\u2069”'));
    expect(onSay.mock.calls).toEqual([
      [first?.line, first?.choices[0], 'same'],
      [first?.line, first?.choices[0], 'different'],
    ]);
  });

  test('calls another order an order', async () => {
    const { text } = await show(done(review));
    expect(text).toContain('An order told by another source');
    expect(text).toContain('same amount, within two hours · 80% sure');
    expect(all('button').map(({ textContent }) => textContent)).toContain('Yes, the same order');
  });

  test('says of how many orders it is one', async () => {
    const { text } = await show(done(review));
    expect(text).toContain('one of 2 orders of this amount at that time · 40% sure');
  });

  test('lists what was said, each to be taken back', async () => {
    const { text, onUndo } = await show(done(review));
    expect(text).toContain('You said: it is not “保温杯 500ml”');
    await press(one('button', 'Take back what was said of “\u2068保温杯 500ml\u2069”'));
    expect(onUndo.mock.calls).toEqual([[review.decided[0]]]);
  });

  test('offers the last word to be taken back at once, or says that it was not stored', async () => {
    const [decided] = review.decided;
    const said = await show({ ...done(review), said: { decided: decided!, state: 'stored' } });
    expect(all('status')[0]?.textContent).toContain('Noted: not');
    await press(all('button', 'Undo')[0]!);
    expect(said.onUndo).toHaveBeenCalledTimes(1);
    await show({ ...done(review), said: { decided: decided!, state: 'failed' } });
    expect(all('status')[0]?.textContent).toContain('not stored');
  });

  test('with nothing to compare leads to the bills', async () => {
    const { onImport } = await show(done({ supposed: [], more: 0, loose: 0, decided: [] }));
    await press(one('button', 'Import bills'));
    expect(onImport).toHaveBeenCalledTimes(1);
  });

  test('with nothing that waits says so', async () => {
    const { text } = await show(done({ supposed: [], more: 0, loose: 1, decided: [] }));
    expect(text).toContain('Nothing waits for your word.');
    expect(text).toContain('For 1 order nothing speaks');
  });

  test('under way can be stopped, stopped or failed can be tried again', async () => {
    const { onStop, text } = await show({ review: { state: 'running', done: 1_500 } });
    expect(text).toContain('1,500 compared');
    await press(one('button', 'Stop'));
    expect(onStop).toHaveBeenCalledTimes(1);
    for (const view of [{ state: 'stopped' }, { state: 'failed', why: 'failed' }] as const) {
      const { onRetry } = await show({ review: view });
      await press(one('button', 'Try again'));
      expect(onRetry).toHaveBeenCalledTimes(1);
    }
  });
});
