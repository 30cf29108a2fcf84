// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ChartToolsProvider } from '@/components/charts/chart-tools';
import { Funnel } from '@/components/charts/funnel';
import { svgFile } from '@/components/charts/picture-file';
import { layKey, readDates, readKey } from '@/components/charts/picture-key';
import { TimeSeries } from '@/components/charts/time-series';
import { speak } from './i18n-setup';
import { draw, one, press } from './mount';

const chart = { id: 'paid', title: 'Paid', unit: 'yuan', n: 2, of: 'orders' };
const table = { columns: [{ name: 'Month' }, { name: 'Paid' }], rows: [['April', 1]] } as const;
const times = [Date.UTC(2025, 3, 10), Date.UTC(2025, 5, 1)];
const lines = [
  { name: 'Paid', values: [1, null], tone: 'root', draw: 'bars' },
  { name: 'Given back', values: [0, 1], tone: 'soft', draw: 'line' },
] as const;

beforeEach(() => speak('en'));

const heightOf = (svg: string) => Number(/height="(\d+)"/u.exec(svg)?.[1]);

describe('a saved picture', () => {
  test('carries the key of its hatchings', async () => {
    const onSave = vi.fn<(file: Blob, name: string) => void>();
    const stages = [{ key: 'a', name: 'Bought', counts: { observed: 10, imported: 30 }, group: 'Items' }];
    await draw(
      <ChartToolsProvider value={{ onSave }}>
        <Funnel {...chart} table={table} stages={stages} />
      </ChartToolsProvider>,
    );
    await press(one('button', 'Save “Paid” as SVG'));
    await expect.poll(() => onSave.mock.calls.length).toBe(1);
    const svg = await onSave.mock.calls[0]![0].text();
    for (const word of ['seen on the page', 'from an imported bill']) expect(svg).toContain(`>${word}</text>`);
    expect(svg).not.toContain('your own word');
    const pattern = /<pattern[^>]* id="([^"]*imported)"/u.exec(svg)?.[1] ?? 'none';
    // Once in its bar and once in the key.
    expect(svg.split(`(#${pattern})`).length - 1).toBeGreaterThanOrEqual(2);
  });

  test('carries what its lines are, and the dates that are marked on screen, until they are put away', async () => {
    const place = await draw(
      <TimeSeries
        {...chart}
        table={table}
        {...{ times, lines }}
        format={String}
        formatTime={String}
        policy="offered"
      />,
    );
    expect(readKey(place).map(({ name }) => name)).toEqual(['Paid', 'Given back']);
    const dates = readDates(place);
    expect(dates).toHaveLength(3);
    expect(dates[0]).toMatch(/^1\. .*Red Cat plan.* \(named by 5 trade articles of May 2025\)$/u);
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    drawing.setAttribute('width', '600');
    drawing.setAttribute('height', '100');
    const caption = { title: 'T', facts: 'F' };
    const [plain, keyed, dated] = [{}, { key: readKey(place) }, { key: readKey(place), dates }].map((more) =>
      svgFile(drawing, { ...caption, ...more }),
    ) as [string, string, string];
    expect(keyed).toContain('>Given back</text>');
    expect(dated).toContain('Red Cat plan');
    // Each has ground of its own below the picture.
    expect(heightOf(keyed)).toBeGreaterThan(heightOf(plain));
    expect(heightOf(dated)).toBeGreaterThanOrEqual(heightOf(keyed) + 3 * 15);
    await press(one('checkbox'));
    expect(readDates(place)).toEqual([]);
  });
});

test('a key goes on in another row where there is no room', () => {
  const mark = document.createElement('span');
  const entries = ['seen on the page', 'from an imported bill', 'your own word'].map((name) => ({ name, mark }));
  expect(layKey(entries, 1_000).map(({ row }) => row)).toEqual([0, 0, 0]);
  const narrow = layKey(entries, 340);
  expect(narrow.map(({ x, row }) => [x === 0, row])).toEqual([
    [true, 0],
    [false, 0],
    [true, 1],
  ]);
  expect(layKey(entries, 10).map(({ row }) => row)).toEqual([0, 1, 2]);
  expect(layKey([], 100)).toEqual([]);
});
