// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { DetailView, ItemsProps, ItemsState } from '@/components/dashboard/items/items-props';
import { ItemsView } from '@/components/dashboard/items/items-view';
import { type Tools, ToolsProvider } from '@/components/tools';
import { everyLine, lineOf } from '@/utils/core/item-lines';
import type { ItemRow } from '@/utils/core/rows';
import { speak } from './i18n-setup';
import { fine } from './made-health';
import { chair, dress, kettle, now, order } from './made-rows';
import { all, draw, one, press } from './mount';

beforeEach(() => speak('en'));

const rows = [chair, kettle, dress];

function state(change: Partial<ItemsState> = {}): ItemsState {
  const lines = rows.map(lineOf);
  return {
    ...{ reading: { state: 'done', result: 3 }, bulk: { state: 'idle' }, query: everyLine, look: 'table' },
    ...{ total: lines.length, lines, platforms: ['jd', 'tmall'], chosen: new Set<string>(), top: 0 },
    ...change,
  };
}

function actions() {
  return {
    ...{ onQuery: vi.fn<ItemsProps['onQuery']>(), onLook: vi.fn<ItemsProps['onLook']>() },
    ...{ onChoose: vi.fn<ItemsProps['onChoose']>(), onChooseAll: vi.fn<ItemsProps['onChooseAll']>() },
    ...{ onBulk: vi.fn<ItemsProps['onBulk']>(), onStopBulk: vi.fn<() => void>(), onStopReading: vi.fn<() => void>() },
    ...{ onRead: vi.fn<() => void>(), onTop: vi.fn<(top: number) => void>(), onGo: vi.fn<ItemsProps['onGo']>() },
    ...{ onOpenItem: vi.fn<(key: string) => void>(), onCloseItem: vi.fn<() => void>() },
    ...{ onJoin: vi.fn<ItemsProps['onJoin']>(), onPart: vi.fn<ItemsProps['onPart']>() },
    findToJoin: vi.fn<ItemsProps['findToJoin']>(() => []),
  };
}

const tools = {
  now,
  platformName: (id: string) => id.toUpperCase(),
  onDeed: vi.fn<() => void>(),
  onOpen: vi.fn<() => void>(),
  onWord: vi.fn<NonNullable<Tools['onWord']>>(),
};

async function show(view: ItemsState, facts: ItemsProps['facts'] = fine) {
  const on = actions();
  const place = await draw(
    <ToolsProvider value={tools}>
      <ItemsView facts={facts} view={view} {...on} />
    </ToolsProvider>,
  );
  return { place, on };
}

describe('the list', () => {
  test.each(['table', 'cards'] as const)('as %s shows each item, opens and chooses it', async (look) => {
    const { place, on } = await show(state({ look }));
    for (const { title } of rows) expect(place.textContent).toContain(title);
    await press(one('button', 'Kettle'));
    expect(on.onOpenItem).toHaveBeenCalledWith('jd:200');
    await press(all('checkbox', 'Choose Kettle')[0]!);
    expect(on.onChoose).toHaveBeenCalledWith('jd:200', true);
  });

  test('of a hundred thousand draws what is on screen', async () => {
    const many = Array.from({ length: 100_000 }, (_line, at) => ({ ...lineOf(chair), key: `jd:${String(at)}` }));
    const { place } = await show(state({ lines: many, total: many.length }));
    expect(all('row', undefined, place).length + place.querySelectorAll('[role=row]').length).toBeLessThan(60);
    expect(one('table').getAttribute('aria-rowcount')).toBe('100001');
  });

  test('says how many there are, and how many of them are shown', async () => {
    const { place } = await show(state({ lines: [lineOf(chair)] }));
    expect(place.textContent).toContain('1 of 3 items');
  });

  test('without a hit says so, and keeps the search', async () => {
    const { place } = await show(state({ lines: [], query: { ...everyLine, text: 'sofa' } }));
    expect(place.textContent).toContain('Nothing matches');
    expect(place.querySelector<HTMLInputElement>('[type=search]')?.value).toBe('sofa');
  });

  test('asks for what is typed and chosen', async () => {
    const { place, on } = await show(state());
    const search = place.querySelector<HTMLInputElement>('[type=search]')!;
    search.value = 'chair';
    await act(() => void search.dispatchEvent(new Event('input', { bubbles: true })));
    expect(on.onQuery).toHaveBeenCalledWith({ text: 'chair' });
    const platform = place.querySelector<HTMLSelectElement>('[aria-label="Shop"]')!;
    platform.value = 'tmall';
    await act(() => void platform.dispatchEvent(new Event('change', { bubbles: true })));
    expect(on.onQuery).toHaveBeenCalledWith({ platform: 'tmall' });
    await press(one('button', 'Cards'));
    expect(on.onLook).toHaveBeenCalledWith('cards');
  });
});

describe('many at once', () => {
  test('offers deeds only when some are chosen', async () => {
    await show(state());
    expect(all('group', '2 chosen')).toEqual([]);
    const { on } = await show(state({ chosen: new Set(['jd:100', 'jd:200']) }));
    one('group', '2 chosen');
    await press(one('button', 'Drop it'));
    expect(on.onBulk).toHaveBeenCalledWith('drop');
  });

  test('says how far it is, can be stopped, and says what it did', async () => {
    const { place, on } = await show(state({ bulk: { state: 'running', done: 12, total: 3_000 } }));
    expect(place.textContent).toContain('12 of 3,000');
    await press(one('button', 'Stop'));
    expect(on.onStopBulk).toHaveBeenCalled();
    await show(state({ bulk: { state: 'done', result: { deed: 'drop', done: 2, failed: 1 } } }));
    expect(place.textContent).toContain('2 items done.');
    expect(place.textContent).toContain('1 item was not saved');
  });
});

describe('what is not a list', () => {
  test('an empty ledger says how it begins', async () => {
    await show(state({ total: 0, lines: [] }));
    one('heading', 'No items yet');
  });

  test('a ledger that does not open leads to the backups', async () => {
    const { on } = await show(state(), { error: 'blocked' });
    await press(one('button', 'Restore from a backup'));
    expect(on.onGo).toHaveBeenCalledWith('data', 'restore');
  });

  test('reading says how far it is, and that it failed', async () => {
    const { place } = await show(
      state({ total: 0, lines: [], reading: { state: 'running', done: 500, total: 100_000 } }),
    );
    expect(place.textContent).toContain('500 of 100,000');
    const { on } = await show(state({ reading: { state: 'failed', why: 'failed' } }));
    await press(one('button', 'Try again'));
    expect(on.onRead).toHaveBeenCalled();
  });
});

describe('one item', () => {
  const priced: ItemRow = { ...kettle, prices: [{ at: now, priceFen: 9_900, priceKind: 'coupon', stock: 'in' }] };
  const detail: DetailView = {
    key: 'jd:200',
    state: 'ready',
    item: priced,
    orders: [order],
    joined: [],
    elsewhere: [lineOf(dress)],
  };

  test('tells its whole way, its prices, its orders and where else it is', async () => {
    const { place, on } = await show(state({ detail }));
    expect(document.activeElement?.textContent).toBe('Kettle');
    expect(place.querySelectorAll('.timeline__step')).toHaveLength(priced.journey.length);
    expect(place.textContent).toContain('Price history');
    expect(place.textContent).toContain('¥89.90 for the order');
    await press(one('button', 'Dress'));
    expect(on.onOpenItem).toHaveBeenCalledWith('ali:300');
    await press(one('button', 'Back to the list'));
    expect(on.onCloseItem).toHaveBeenCalled();
  });

  test('is joined with what has its name, with what a search finds, and parted again', async () => {
    const { place, on } = await show(state({ detail: { ...detail, joined: [lineOf({ ...dress, key: 'pdd:9' })] } }));
    await press(one('button', '“Dress” is the same product'));
    await press(one('button', 'Take “Dress” out'));
    expect([on.onJoin.mock.calls, on.onPart.mock.calls]).toEqual([[['jd:200', 'ali:300']], [['pdd:9']]]);
    on.findToJoin.mockImplementation((_key, text) => (text === 'chair' ? [lineOf(chair)] : []));
    const field = place.querySelector<HTMLInputElement>('#same [type=search]')!;
    const type = (text: string) =>
      act(() => {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    await type('sofa');
    expect(place.querySelector('#same')!.textContent).toContain('Nothing matches');
    await type('chair');
    await press(one('button', '“Folding chair” is the same product'));
    expect(on.onJoin).toHaveBeenLastCalledWith('jd:200', chair.key);
    expect(field.value).toBe('');
  });

  test('shows what was written down, and takes more', async () => {
    const item = { ...priced, tags: [{ name: 'gift', on: true, at: now }], remark: { text: 'blue one', at: now } };
    const { place } = await show(state({ detail: { ...detail, item } }));
    expect(place.querySelector('#written')!.textContent).toContain('blue one');
    await press(one('button', '7 days'));
    await press(one('button', 'Remove the tag \u2068gift\u2069'));
    expect(tools.onWord.mock.calls).toEqual([
      [{ word: 'cool', until: now + 7 * 86_400_000 }, item],
      [{ word: 'tag', tag: 'gift', on: false }, item],
    ]);
  });

  test('shows its small picture, and nothing that is none', async () => {
    const picture = 'data:image/jpeg;base64,AAAA';
    const { place } = await show(state({ detail: { ...detail, thumbnail: picture } }));
    expect(place.querySelector('img')?.getAttribute('src')).toBe(picture);
    await show(state({ detail: { ...detail, thumbnail: 'https://example.test/x.jpg' } }));
    expect(place.querySelector('img')).toBeNull();
  });

  test('that is gone says so', async () => {
    await show(state({ detail: { key: 'x', state: 'gone', orders: [], joined: [], elsewhere: [] } }));
    one('heading', 'This item is not in the ledger any more');
  });

  test.each([
    ['markup', '<img src=x onerror=alert(1)>'],
    ['right to left', 'مقعد قابل للطي'],
    ['NUL', 'a\0b'],
    ['half a character', 'a\ud83d'],
    ['a megabyte', 'x'.repeat(1_000_000)],
  ])('of a foreign title: %s', async (_, title) => {
    const item = { ...chair, title, url: 'javascript:alert(1)' };
    const { place } = await show(state({ lines: [lineOf(item)], detail: { ...detail, item } }));
    expect(place.querySelector('img, script')).toBeNull();
    expect(place.querySelector('h1')!.textContent.length).toBeLessThan(200);
    expect(place.textContent.isWellFormed()).toBe(true);
    expect(all('button').some((button) => /^Open /u.test(button.getAttribute('aria-label') ?? ''))).toBe(false);
  });
});
