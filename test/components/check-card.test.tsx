// @vitest-environment happy-dom
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { CheckView } from '@/components/dashboard/health/check-card';
import { HealthView } from '@/components/dashboard/health/health-view';
import { ToolsProvider } from '@/components/tools';
import { speak } from './i18n-setup';
import { fine, idleCheck, sound, unsound } from './made-health';
import { now } from './made-rows';
import { all, draw, one, press } from './mount';

beforeAll(() => speak('en'));

const tools = { now, platformName: (id: string) => id, onDeed: () => undefined, onOpen: () => undefined };

describe('check and repair', () => {
  async function showCheck(change: Partial<CheckView>, facts: typeof fine = fine) {
    const on = { onCheck: vi.fn(), onStop: vi.fn(), onRepair: vi.fn(), onStopRepair: vi.fn() };
    const checking = { ...idleCheck, ...on, ...change };
    const place = await draw(
      <ToolsProvider value={tools}>
        <HealthView
          facts={facts}
          coverage={[]}
          unread={[]}
          checking={checking}
          onGo={vi.fn()}
          onPutAway={vi.fn()}
          onLater={vi.fn()}
        />
      </ToolsProvider>,
    );
    return { ...on, text: place.textContent };
  }

  test('starts when pressed, and not while the ledger is closed', async () => {
    const { onCheck } = await showCheck({});
    await press(one('button', 'Check now'));
    expect(onCheck).toHaveBeenCalledTimes(1);
    await showCheck({}, { error: 'broken' });
    expect(one('button', 'Check now').hasAttribute('disabled')).toBe(true);
  });

  test('under way, tells how far it is and can be stopped', async () => {
    const { text, onStop } = await showCheck({ check: { state: 'running', done: 1_000, total: 58_023 } });
    expect(text).toContain('1,000 of 58,023 entries checked');
    await press(one('button', 'Stop'));
    expect(onStop).toHaveBeenCalledTimes(1);
    expect(all('button', 'Check now')).toHaveLength(0);
  });

  test('a repair under way can be stopped', async () => {
    const { onStopRepair } = await showCheck({ repair: { state: 'running', done: 0 } });
    await press(one('button', 'Stop'));
    expect(onStopRepair).toHaveBeenCalledTimes(1);
  });

  test('a sound ledger is said to be, and there is nothing to repair', async () => {
    const { text } = await showCheck({ check: { state: 'done', result: sound } });
    expect(text).toContain('58,023 entries checked. The lists agree with the records.');
    expect(all('button', 'Repair')).toHaveLength(0);
  });

  test('what differs is told list by list, and repaired when told to', async () => {
    const { text, onRepair } = await showCheck({ check: { state: 'done', result: unsound } });
    for (const part of [
      'Items: 2 missing, 1 different',
      'Orders: 3 too many',
      '1 entry is unreadable',
      '2 records are in no list',
      'not what the ledger says',
    ])
      expect(text).toContain(part);
    await press(one('button', 'Repair'));
    expect(onRepair).toHaveBeenCalledTimes(1);
  });

  test.each<[Partial<CheckView>, string]>([
    [{ check: { state: 'stopped' } }, 'Nothing was changed'],
    [{ check: { state: 'failed', why: 'failed' } }, 'The check did not finish'],
    [{ repair: { state: 'running', done: 0 } }, 'Repairing…'],
    [{ repair: { state: 'running', done: 1_000, total: 58_023 } }, '1,000 of 58,023 entries gone through'],
    [{ repair: { state: 'done', result: { changed: 6, quarantined: 1 } } }, '6 put right, 1 put aside'],
    [{ repair: { state: 'done', result: { changed: 0, quarantined: 0 } } }, 'nothing to repair'],
    [{ repair: { state: 'failed', why: 'failed' } }, 'the ledger is as it was'],
    [{ repair: { state: 'stopped' } }, 'Nothing was changed'],
  ])('%o: says how it ended', async (change, words) => {
    expect((await showCheck({ check: { state: 'done', result: unsound }, ...change })).text).toContain(words);
    expect(all('button', 'Repair')).toHaveLength(0);
  });
});
