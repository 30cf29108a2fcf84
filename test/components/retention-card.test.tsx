// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { RetentionCard } from '@/components/dashboard/data/retention-card';
import type { RetentionActions, RetentionView } from '@/components/dashboard/data/retention-props';
import { speak } from './i18n-setup';
import { noLimits } from './made-data';
import { daysAgo, now } from './made-rows';
import { all, draw, key, one, press } from './mount';

beforeAll(() => speak('en'));

async function show(change: Partial<RetentionView> = {}) {
  const actions = {
    onCount: vi.fn<RetentionActions['onCount']>(),
    onApply: vi.fn<RetentionActions['onApply']>(),
    onKeep: vi.fn<RetentionActions['onKeep']>(),
    onStop: vi.fn<RetentionActions['onStop']>(),
    onBackup: vi.fn<() => void>(),
  };
  const redraw = (more: Partial<RetentionView> = {}) =>
    draw(<RetentionCard retention={{ ...noLimits, ...change, ...more }} {...actions} />);
  await redraw();
  return { ...actions, redraw };
}

const text = () => document.body.textContent.replaceAll(/[\u2068\u2069]/gu, '');

/** The field of one kind, by the words that stand before it. */
function field(kind: string): HTMLSelectElement {
  const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent.startsWith(kind))!;
  return document.getElementById(label.htmlFor) as HTMLSelectElement;
}

async function choose(kind: string, days: string): Promise<void> {
  await act(() => {
    field(kind).value = days;
    field(kind).dispatchEvent(new Event('change', { bubbles: true }));
  });
}

async function type(own: string): Promise<void> {
  await act(() => {
    const input = document.querySelector<HTMLInputElement>('input[type=number]')!;
    input.value = own;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const save = () => one('button', 'Set these limits');
const isOff = () => save().hasAttribute('disabled');

describe('the fields', () => {
  test('show what is set, and for ever where nothing is', async () => {
    await show({ limits: { exposures: 90, notes: 45 } });
    expect(field('What was on screen').value).toBe('90');
    expect(field('Orders').value).toBe('ever');
    expect(field('Notes and links you only saw').value).toBe('own');
    expect(document.querySelector<HTMLInputElement>('input[type=number]')!.value).toBe('45');
    expect(isOff()).toBe(true);
  });

  test('wait until it is known what is set', async () => {
    const { redraw } = await show();
    await redraw({ limits: undefined as never });
    expect(field('Orders').disabled).toBe(true);
    expect(isOff()).toBe(true);
  });

  test.each(['', '0', '-3', '1.5', '3651'])('take no %j for a number of days', async (own) => {
    const { onCount } = await show();
    await choose('Page visits', 'own');
    await type(own);
    expect(text()).toContain('A whole number from 1 to 3,650.');
    expect(document.querySelector('input[type=number]')!.getAttribute('aria-invalid')).toBe('true');
    await press(save());
    expect(onCount).not.toHaveBeenCalled();
    await type('7');
    expect(text()).not.toContain('A whole number');
    await press(save());
    expect(onCount.mock.calls).toEqual([[{ visits: 7 }]]);
  });

  test('say what no limit touches', async () => {
    await show();
    expect(text()).toContain('What you saved, put into a cart, bought, marked or turned down keeps its whole way');
  });
});

describe('a limit', () => {
  test('is counted first, and set after one more question', async () => {
    const { onCount, onApply, redraw } = await show({ limits: { clicks: 365 } });
    await choose('What was on screen', '30');
    await press(save());
    const limits = { clicks: 365, exposures: 30 };
    expect(onCount.mock.calls).toEqual([[limits]]);
    expect(onApply).not.toHaveBeenCalled();
    await redraw({ counting: { state: 'running', done: 0 } });
    expect(text()).toContain('Counting what would go');
    await redraw({ counting: { state: 'done', result: { limits, counts: { exposures: 1_234 }, believed: now } } });
    expect(text()).toContain('What was on screen, before Feb 10, 2026: 1,234 entries');
    expect(text()).toContain('Links you followed, before Mar 12, 2025: 0 entries');
    expect(text()).toContain('This cannot be undone');
    expect(document.activeElement?.textContent).toBe('Leave it as it was');
    await press(one('button', 'Erase and set'));
    expect(onApply.mock.calls).toEqual([[limits]]);
  });

  test('is not set by Escape, nor by the harmless answer; a backup may come first', async () => {
    const result = { limits: { visits: 30 }, counts: { visits: 1 }, believed: now };
    const { onApply, onKeep, onBackup } = await show({ counting: { state: 'done', result } });
    await key(one('alertdialog'), 'Escape');
    await press(one('button', 'Leave it as it was'));
    await press(one('button', 'Make a backup first'));
    expect([onKeep.mock.calls.length, onBackup.mock.calls.length, onApply.mock.calls.length]).toEqual([2, 1, 0]);
  });

  test('that erases nothing yet is asked for all the same', async () => {
    const result = { limits: { visits: 30 }, counts: {}, believed: now };
    await show({ counting: { state: 'done', result } });
    expect(text()).toContain('Nothing is that old yet');
    expect(text()).not.toContain('cannot be undone');
  });

  test('that is looser is set at once', async () => {
    const { onCount, onApply } = await show({ limits: { visits: 30, notes: 30 } });
    await choose('Page visits', 'ever');
    await choose('Notes and links you only saw', '90');
    await press(save());
    expect(onApply.mock.calls).toEqual([[{ notes: 90 }]]);
    expect(onCount).not.toHaveBeenCalled();
  });
});

test.each<[Partial<RetentionView>, string]>([
  [{ applying: { state: 'running', done: 0 } }, 'Erasing what is too old'],
  [{ applying: { state: 'running', done: 250, total: 1_000 } }, 'step 250 of 1,000'],
  [{ counting: { state: 'running', done: 250, total: 1_000 } }, 'Counting what would go: 250 of 1,000 records'],
  [{ counting: { state: 'stopped' } }, 'Nothing was erased, and the limits are as they were'],
  [
    { applying: { state: 'done', result: { events: 12, exposures: 0, isStopped: true } } },
    'The limits are as they were, but by then this had gone: 12 records.',
  ],
  [{ applying: { state: 'done', result: { events: 0, exposures: 0, isStopped: true } } }, 'Nothing was erased'],
  [{ applying: { state: 'done', result: { events: 12, exposures: 1 } } }, 'Set. Erased: 12 records and 1 exposure.'],
  [{ applying: { state: 'done', result: { events: 0, exposures: 0 } } }, 'Set. Nothing was old enough'],
  [{ applying: { state: 'failed', why: 'failed' } }, 'Perhaps the limits were not set'],
  [{ counting: { state: 'failed', why: 'failed' } }, 'nothing was changed'],
  [{ last: { at: daysAgo(1), events: 0, exposures: 5 } }, 'Mar 11, 2026, 8:00 PM: erased 5 exposures.'],
  [{ last: { at: daysAgo(1), events: 0, exposures: 0 } }, 'nothing was old enough to go'],
  [{ doubtedAt: daysAgo(40) }, 'age is counted as of Jan 31, 2026'],
])('%j is said', async (change, words) => {
  await show(change);
  expect(text().replaceAll('\u202F', ' ')).toContain(words);
});

test.each(['counting', 'applying'] as const)('%s can be stopped', async (part) => {
  const { onStop } = await show({ [part]: { state: 'running', done: 0 } });
  await press(one('button', 'Stop'));
  expect(onStop).toHaveBeenCalledTimes(1);
});

test('after a count that failed another one can be asked for', async () => {
  const { onCount } = await show({ counting: { state: 'failed', why: 'failed' } });
  await choose('Orders', '365');
  await press(save());
  expect(onCount.mock.calls).toEqual([[{ purchases: 365 }]]);
  expect(all('alertdialog')).toHaveLength(0);
});
