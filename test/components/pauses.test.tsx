// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import type { PopupProps } from '@/components/popup/props';
import { speak } from './i18n-setup';
import { chair, now } from './made-rows';
import { list, mount, one, press } from './mount';

beforeAll(() => speak('en'));

describe('before anybody has agreed', () => {
  test.each([
    ['no', 'Bacao records nothing yet.'],
    ['again', 'What is recorded has changed.'],
  ] as const)('%s: the switch is off, and leads to what would be recorded', async (consent, said) => {
    const { place, actions } = await mount({ consent });
    expect(place.textContent).toContain(said);
    expect(one('switch', 'Recording').getAttribute('aria-checked')).toBe('false');
    await press(one('switch', 'Recording'));
    await press(one('button', 'See what it would record'));
    expect([actions.setRecording.mock.calls.length, actions.openWelcome.mock.calls.length]).toEqual([0, 2]);
  });
});

describe('a pause', () => {
  test.each([
    ['In this tab', 'pauseTab', true],
    ['For an hour', 'pauseUntil', now + 3_600_000],
    ['For the rest of today', 'pauseUntil', new Date(now).setHours(24, 0, 0, 0)],
  ] as const)('%s is asked for', async (name, action, argument) => {
    const { actions } = await mount();
    await press(one('button', 'Pause recording…'));
    await press(one('button', name));
    expect(actions[action].mock.calls).toEqual([[argument]]);
  });

  test.each<{ on: Partial<PopupProps>; said: string; back: 'setRecording' | 'pauseTab' | 'pauseUntil'; to: unknown }>([
    { on: { recording: false }, said: 'Recording is paused.', back: 'setRecording', to: true },
    { on: { pause: { tab: true } }, said: 'Paused in this tab.', back: 'pauseTab', to: false },
    {
      on: { pause: { tab: true, until: now + 60_000 } },
      said: 'Paused until 20:01.',
      back: 'pauseUntil',
      to: 0,
    },
    {
      on: { pause: { tab: false, until: new Date(now).setHours(24, 0, 0, 0) } },
      said: 'rest of today',
      back: 'pauseUntil',
      to: 0,
    },
    {
      on: { pause: { tab: false, until: new Date(now).setHours(24 * 31, 0, 0, 0) } },
      said: `Paused until ${new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(now).setHours(24 * 31, 0, 0, 0))}`,
      back: 'pauseUntil',
      to: 0,
    },
  ])('$said, and ends', async ({ on, said, back, to }) => {
    const { place, actions } = await mount(on);
    expect(place.textContent).toContain(said);
    await press(one('button', 'Resume'));
    expect(actions[back].mock.calls).toEqual([[to]]);
  });
});

test('what is typed beside an item is written down by a press alone, and can be taken back', async () => {
  const { actions } = await mount({ saved: list([chair]) });
  await press(one('button', 'More about this item'));
  await press(one('button', '7 days'));
  expect(actions.cool.mock.calls).toEqual([[chair.key, now + 7 * 86_400_000]]);
  await press(one('button', 'Undo'));
  expect(actions.cool.mock.calls.at(-1)).toEqual([chair.key, 0]);
  expect([actions.tag.mock.calls, actions.remark.mock.calls]).toEqual([[], []]);
});
