// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { EraseCard } from '@/components/dashboard/data/erase-card';
import type { EraseActions, EraseView } from '@/components/dashboard/data/erase-props';
import { ToolsProvider } from '@/components/tools';
import { speak } from './i18n-setup';
import { hits, noErasure } from './made-data';
import { now } from './made-rows';
import { all, draw, key, one, press } from './mount';

beforeAll(() => speak('en'));

const names: Record<string, string> = { jd: 'JD.com', tmall: 'Tmall' };
const tools = { now, platformName: (id: string) => names[id] ?? id, onDeed: vi.fn(), onOpen: vi.fn() };

async function show(change: Partial<EraseView> = {}) {
  const actions = {
    onSearch: vi.fn<EraseActions['onSearch']>(),
    onChoose: vi.fn<EraseActions['onChoose']>(),
    onErase: vi.fn<EraseActions['onErase']>(),
    onStop: vi.fn<EraseActions['onStop']>(),
    onBackup: vi.fn<EraseActions['onBackup']>(),
  };
  const redraw = (more: Partial<EraseView> = {}) =>
    draw(
      <ToolsProvider value={tools}>
        <EraseCard erase={{ ...noErasure, ...change, ...more }} {...actions} />
      </ToolsProvider>,
    );
  await redraw();
  return { ...actions, redraw };
}

const text = () => document.body.textContent.replaceAll(/[\u2068\u2069]/gu, '');

async function pick(kind: string): Promise<void> {
  const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === kind);
  await press(label!.querySelector('input')!);
}

async function type(field: HTMLInputElement, value: string): Promise<void> {
  await act(() => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const dialog = () => all('alertdialog');

describe('one thing', () => {
  test.each([
    ['One item', 'item'],
    ['One note', 'note'],
  ] as const)('%s is found by its name', async (kind, what) => {
    const { onSearch } = await show();
    await pick(kind);
    await type(document.querySelector<HTMLInputElement>('input[type=search]')!, 'chair');
    expect(onSearch.mock.calls).toEqual([[what, 'chair']]);
  });

  test('is erased after one more question, and the harmless answer has the focus', async () => {
    const { onChoose, onErase } = await show({ hits });
    expect(text()).toContain('There are more');
    await press(one('button', 'Erase “Folding chair”'));
    expect(onChoose.mock.calls).toEqual([[hits.rows[0]]]);
    expect(text()).toContain('Erase “Folding chair”?');
    expect(text()).toContain('This cannot be undone');
    expect(document.activeElement?.textContent).toBe('Keep it');
    await press(one('button', 'Erase'));
    expect(onErase.mock.calls).toEqual([[hits.rows[0]]]);
    expect(dialog()).toHaveLength(0);
  });

  test('is kept by Escape, by the harmless answer and by turning to something else', async () => {
    const { onErase, onChoose } = await show({ hits });
    const ask = () => press(one('button', 'Erase “Folding chair”'));
    await ask();
    await key(one('alertdialog'), 'Escape');
    await ask();
    await press(one('button', 'Keep it'));
    await ask();
    await pick('Everything');
    expect(dialog()).toHaveLength(0);
    expect(onErase).not.toHaveBeenCalled();
    expect(onChoose.mock.lastCall).toEqual([undefined]);
  });

  test('leads to a backup first', async () => {
    const { onBackup } = await show({ hits });
    await press(one('button', 'Erase “Folding chair”'));
    await press(one('button', 'Make a backup first'));
    expect(onBackup).toHaveBeenCalledTimes(1);
  });

  test.each<[EraseView['hits'], string]>([
    [{ state: 'ready', rows: [], more: false }, 'Nothing found'],
    [{ state: 'searching', rows: [], more: false }, 'Searching…'],
    [{ state: 'failed', rows: [], more: false }, 'could not be read'],
  ])('%o is said', async (found, words) => {
    await show({ hits: found });
    expect(text()).toContain(words);
  });
});

describe('a shop', () => {
  test('is chosen by name, the first one at the start', async () => {
    const { onErase, redraw } = await show();
    await pick('A shop');
    await press(one('button', 'Erase…'));
    expect(text()).toContain('Erase everything of JD.com?');
    await redraw({ size: { seen: 1_234, clicked: 1, saved: 3, purchased: 0 } });
    expect(text()).toContain('seen 1,234 times · clicked 1 time · 3 saved · 0 purchased');
    const select = document.querySelector('select')!;
    await act(() => {
      select.value = 'tmall';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await press(one('button', 'Erase…'));
    await press(one('button', 'Erase'));
    expect(onErase.mock.calls).toEqual([[{ what: { kind: 'platform', platform: 'tmall' }, name: 'Tmall' }]]);
  });

  test('is not offered where the ledger knows none', async () => {
    await show({ platforms: [] });
    await pick('A shop');
    expect(text()).toContain('nothing of any shop');
    expect(all('button')).toHaveLength(0);
  });
});

describe('a stretch of time', () => {
  test.each([
    ['', ''],
    ['2026-03-02', ''],
    ['2026-03-02', '2026-03-01'],
  ])('from %s to %s is none', async (from, to) => {
    await show();
    await pick('A stretch of time');
    const [first, last] = document.querySelectorAll<HTMLInputElement>('input[type=date]');
    await type(first!, from);
    await type(last!, to);
    expect(one('button', 'Erase…').hasAttribute('disabled')).toBe(true);
  });

  test('runs from the first moment of a day to the last of a day', async () => {
    const { onErase } = await show();
    await pick('A stretch of time');
    const [first, last] = document.querySelectorAll<HTMLInputElement>('input[type=date]');
    await type(first!, '2026-03-01');
    await type(last!, '2026-03-02');
    await press(one('button', 'Erase…'));
    expect(text()).toContain('Erase what was recorded on Mar 1, 2026 to Mar 2, 2026?');
    await press(one('button', 'Erase'));
    const [from, to] = [new Date(2026, 2, 1).getTime(), new Date(2026, 2, 3).getTime()];
    expect(onErase.mock.calls[0]?.[0].what).toEqual({ kind: 'range', from, to });
  });
});

test('everything is said in numbers before it goes', async () => {
  const { onErase, redraw } = await show();
  await pick('Everything');
  await press(one('button', 'Erase…'));
  await redraw({ size: { rows: 58_023 } });
  expect(text()).toContain('58,023 entries in all');
  await press(one('button', 'Erase'));
  expect(onErase.mock.calls).toEqual([[{ what: { kind: 'all' }, name: '' }]]);
});

test('everything goes at one stroke, which is said with its size and has no way to stop it', async () => {
  const { redraw } = await show({ isAll: true, erasing: { state: 'running', done: 0 } });
  one('button', 'Stop'); // it waits for its turn
  await redraw({ erasing: { state: 'running', done: 0, total: 58_023 } });
  expect(text()).toContain('Erasing all 58,023 entries');
  expect(all('button', 'Stop')).toHaveLength(0);
});

test.each<[EraseView['erasing'], string]>([
  [{ state: 'running', done: 0 }, 'Erasing…'],
  [{ state: 'running', done: 1_000, total: 58_023 }, 'step 1,000 of 58,023'],
  [{ state: 'stopped' }, 'Nothing was erased'],
  [{ state: 'done', result: { events: 12, exposures: 1 } }, 'Erased: 12 records and 1 exposure.'],
  [{ state: 'done', result: { events: 0, exposures: 0 } }, 'nothing to erase'],
  [{ state: 'done', result: 'unknown' }, 'The ledger is empty now'],
  [{ state: 'failed', why: 'failed' }, 'Perhaps not all of it was erased'],
])('%o: says how it ended', async (erasing, words) => {
  await show({ erasing });
  expect(text()).toContain(words);
});

test('can be stopped while it waits for its turn, and while it walks', async () => {
  const { onStop, redraw } = await show({ erasing: { state: 'running', done: 0 } });
  await press(one('button', 'Stop'));
  await redraw({ erasing: { state: 'running', done: 250, total: 1_000 } });
  await press(one('button', 'Stop'));
  expect(onStop).toHaveBeenCalledTimes(2);
});
