// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { giveKeys } from '@/components/dashboard/items/row-keys';
import { VirtualRows } from '@/components/dashboard/items/virtual-rows';
import { draw } from './mount';

const ROW_PX = 60;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(10 * ROW_PX);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const thousand = Array.from({ length: 1_000 }, (_name, at) => `item ${String(at)}`);

/** A list of ticks, one for each name; those in `chosen` are set. */
async function show(names: readonly string[] = thousand, chosen: readonly string[] = []) {
  const row = vi.fn<(at: number, key: number) => preact.JSX.Element>((at, key) => (
    <label key={key}>
      <input type="checkbox" aria-label={names[at]} checked={chosen.includes(names[at] ?? '')} />
      {names[at]}
    </label>
  ));
  const common = { rowPx: ROW_PX, top: 0, label: 'Rows', role: 'list', onTop: () => undefined } as const;
  await draw(<VirtualRows {...common} count={names.length} nameOf={(at) => names[at] ?? ''} row={row} />);
  return row;
}

const list = () => document.querySelector<HTMLElement>('.virtual')!;
const shown = () => [...list().querySelectorAll('label')].map(({ textContent }) => textContent);
const tick = (name: string) => list().querySelector<HTMLInputElement>(`[aria-label="${name}"]`);

async function scrollTo(row: number) {
  await act(() => {
    list().scrollTop = row * ROW_PX;
    list().dispatchEvent(new Event('scroll'));
  });
}

const rest = () => act(() => void vi.advanceTimersByTime(1_000));

describe('which element shows which row', () => {
  test.each([
    { what: 'the first rows', before: [], names: ['a', 'b'], keys: [0, 1] },
    { what: 'rows that stay keep theirs', before: ['a', 'b', 'c'], names: ['b', 'c', 'd'], keys: [1, 2, 3] },
    { what: 'rows that come before the others', before: ['a', 'b'], names: ['x', 'a', 'b'], keys: [2, 0, 1] },
    { what: 'one that stays is enough', before: ['a', 'b', 'c'], names: ['c', 'd', 'e'], keys: [2, 3, 4] },
    { what: 'where none stays the same are filled', before: ['a', 'b', 'c'], names: ['x', 'y', 'z'], keys: [0, 1, 2] },
    { what: 'with more of them', before: ['a', 'b'], names: ['x', 'y', 'z'], keys: [0, 1, 2] },
    { what: 'with fewer', before: ['a', 'b'], names: ['x'], keys: [0] },
    { what: 'in another order', before: ['a', 'b', 'c'], names: ['c', 'a', 'b'], keys: [2, 0, 1] },
    { what: 'none', before: ['a'], names: [], keys: [] },
  ])('$what', ({ before, names, keys }) => {
    expect([...giveKeys(giveKeys(new Map(), before), names).values()]).toEqual(keys);
  });
});

describe('a list that is scrolled', () => {
  test('by a row draws the one that comes, and no other again', async () => {
    const row = await show();
    expect(shown()[0]).toBe('item 0');
    await scrollTo(10);
    row.mockClear();
    await scrollTo(11);
    expect(row.mock.calls.map(([at]) => at)).toEqual([27]);
    expect([shown()[0], shown().at(-1)]).toEqual(['item 5', 'item 27']);
  });

  test('past all that was drawn fills the same elements, and draws what is beyond the edges once it rests', async () => {
    await show();
    const elements = new Set(list().querySelectorAll('label'));
    await scrollTo(500);
    expect(shown()).toEqual(thousand.slice(500, 511));
    expect([...list().querySelectorAll('label')].every((element) => elements.has(element))).toBe(true);
    await rest();
    expect(shown()).toEqual(thousand.slice(494, 517));
  });

  test('in jumps one upon the other rests once', async () => {
    const row = await show();
    for (const at of [100, 200, 300]) await scrollTo(at);
    row.mockClear();
    await rest();
    expect(row.mock.calls.map(([at]) => at)).toEqual([294, 295, 296, 297, 298, 299, 311, 312, 313, 314, 315, 316]);
  });

  test('gives no row the tick of another', async () => {
    await show(thousand, ['item 1']);
    tick('item 2')!.checked = true; // as by a press that nobody took up
    await scrollTo(500);
    expect(list().querySelectorAll(':checked')).toHaveLength(0);
    await scrollTo(0);
    expect([...list().querySelectorAll(':checked')]).toEqual([tick('item 1')]);
  });
});

describe('the focus', () => {
  test('stays with its row while that is drawn', async () => {
    await show();
    tick('item 9')!.focus();
    await scrollTo(5);
    await scrollTo(12);
    expect(document.activeElement).toBe(tick('item 9'));
  });

  test('stays with its row when others come in before it', async () => {
    await show();
    const focused = tick('item 9')!;
    focused.focus();
    await show(['new', ...thousand]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('item 9');
    expect(focused).toBe(tick('item 9'));
  });

  test.each([
    ['by a jump', [500]],
    ['step by step', [5, 12, 19, 26]],
  ])('of a row that goes %s is taken by the list, not by another row', async (_how, steps) => {
    await show();
    tick('item 9')!.focus();
    for (const at of steps) await scrollTo(at);
    expect(tick('item 9')).toBeNull();
    expect(document.activeElement).toBe(list());
  });

  test('of other rows than the list’s is left where it is', async () => {
    await show();
    const other = document.body.appendChild(document.createElement('input'));
    other.focus();
    await scrollTo(500);
    expect(document.activeElement).toBe(other);
    other.remove();
  });
});
