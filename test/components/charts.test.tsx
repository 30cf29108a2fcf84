// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Bars } from '@/components/charts/bars';
import { toCsv } from '@/components/charts/chart-table';
import { ChartToolsProvider } from '@/components/charts/chart-tools';
import { Funnel } from '@/components/charts/funnel';
import { Matrix } from '@/components/charts/matrix';
import { svgFile } from '@/components/charts/picture-file';
import { policyWithin } from '@/components/charts/policy-list';
import { linearScale, niceTicks } from '@/components/charts/scale';
import { Steps } from '@/components/charts/steps';
import { TimeSeries } from '@/components/charts/time-series';
import { Whiskers } from '@/components/charts/whiskers';
import { policyDates } from '@/utils/core/policy-dates';
import { speak } from './i18n-setup';
import { linesWithin } from '@/components/charts/text-width';
import { all, draw, one, press } from './mount';

const chart = { id: 'saved', title: 'Saved', hint: 'What hangs on notes', unit: 'items', n: 1_234, of: 'saved items' };
const table = {
  columns: [{ name: 'Shop' }, { name: 'Saved' }],
  rows: [
    ['JD', 12],
    ['Tmall', undefined],
  ],
} as const;
const rows = [
  { key: 'jd', name: 'JD', bars: [{ text: 'saved 12', value: 12, tone: 'grass' }] },
  { key: 'tmall', name: 'Tmall', bars: [{ text: 'not known', value: undefined, tone: 'grass' }] },
] as const;

beforeEach(() => speak('en'));

describe('the frame of a chart', () => {
  test('says unit and n, and what they are', async () => {
    const place = await draw(<Bars {...chart} table={table} rows={rows} />);
    expect(place.textContent).toContain('Unit: items · n = 1,234 (saved items)');
    one('img', 'Saved');
  });

  test('shows the numbers as a table at a press, the unknown as unknown', async () => {
    await draw(<Bars {...chart} table={table} rows={rows} />);
    await press(one('button', 'Show the table'));
    expect(all('row').map(({ textContent }) => textContent)).toEqual(['ShopSaved', 'JD12', 'Tmallnot known']);
    expect(one('button', 'Show the table').getAttribute('aria-pressed')).toBe('true');
    await press(one('button', 'Show the table'));
    expect(all('row')).toEqual([]);
  });

  test('without rows says so, and offers nothing', async () => {
    const place = await draw(<Bars {...chart} n={0} table={{ ...table, rows: [] }} rows={[]} />);
    expect(place.textContent).toContain('There is nothing to draw yet.');
    expect(all('button')).toEqual([]);
  });

  test('a table of thousands stays a table of hundreds on screen', async () => {
    const many = Array.from({ length: 1_000 }, (_row, at) => [String(at), at]);
    const place = await draw(<Bars {...chart} table={{ ...table, rows: many }} rows={rows} />);
    await press(one('button', 'Show the table'));
    expect(all('row')).toHaveLength(201);
    expect(place.textContent).toContain('800 more rows');
  });

  test('gives its numbers and its drawing as files', async () => {
    const onSave = vi.fn<(file: Blob, name: string) => void>();
    await draw(
      <ChartToolsProvider value={{ onSave }}>
        <Bars {...chart} basis="rules of today" table={table} rows={rows} />
      </ChartToolsProvider>,
    );
    await press(one('button', 'Save “Saved” as CSV'));
    await press(one('button', 'Save “Saved” as SVG'));
    await expect.poll(() => onSave.mock.calls.map(([, name]) => name)).toEqual(['bacao-saved.csv', 'bacao-saved.svg']);
    const [[csv], [svg]] = onSave.mock.calls as [[Blob, string], [Blob, string]];
    // Whoever has the file alone sees what it counts, and a reader by columns finds them where they were.
    const basis = '"Unit: items · n = 1,234 (saved items) · rules of today"';
    expect(await csv.text()).toContain(`Shop,Saved,Rests on\r\nJD,12,${basis}\r\nTmall,,${basis}\r\n`);
    expect(await svg.text()).toContain('n = 1,234');
  });
});

describe('CSV', () => {
  test.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quotation mark', 'a"b', '"a""b"'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['a formula', '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['a formula behind spaces', '  +1', "'  +1"],
    ['half a character', 'a\ud83d', 'a\ufffd'],
    ['NUL', 'a\0b', 'a b'],
    ['a negative number, which is no formula', -5, '-5'],
    ['the unknown', undefined, ''],
  ])('%s', (_, cell, expected) => {
    expect(toCsv({ columns: [{ name: 'x' }], rows: [[cell]] })).toBe(`\ufeffx\r\n${expected}\r\n`);
  });
});

describe('a funnel', () => {
  const stages = [
    { key: 'a', name: 'Seen', counts: { observed: 200 }, group: 'Items' },
    { key: 'b', name: 'Bought', counts: { observed: 10, imported: 30, user: 10 }, group: 'Items' },
    { key: 'c', name: 'Carted', counts: undefined, group: 'Items' },
  ];

  test('tells the share of the first stage, and leaves no gap filled', async () => {
    const place = await draw(<Funnel {...chart} table={table} stages={stages} />);
    expect(place.textContent).toContain('50 · 25%');
    expect(place.textContent).toContain('cannot be seen');
    expect(all('listitem').map(({ textContent }) => textContent)).toEqual([
      'seen on the page',
      'from an imported bill',
      'your own word',
    ]);
  });

  test('tells no share across kinds of things', async () => {
    const place = await draw(
      <Funnel {...chart} table={table} stages={stages.map((stage, at) => ({ ...stage, group: String(at) }))} />,
    );
    expect(place.textContent).not.toContain('%');
  });
});

test('a matrix tells none from unknown', async () => {
  const place = await draw(
    <Matrix
      {...chart}
      table={table}
      columns={['JD', 'Tmall']}
      rows={[{ key: 'a', name: 'Ad link', values: [0, undefined] }]}
    />,
  );
  expect([...place.querySelectorAll('.drawing__cell')].map(({ textContent }) => textContent)).toEqual(['0', '–']);
});

test('steps hold until the next one', async () => {
  const place = await draw(<Steps {...chart} table={table} steps={[{ at: 5, share: 0.5 }]} until={10} />);
  const [line = ''] = [...place.querySelectorAll('.line')].map((path) => path.getAttribute('d') ?? '');
  expect(line.match(/[HV]/gu)).toEqual(['H', 'V', 'H']);
});

test('whiskers have no interval where there is none', async () => {
  const whisker = { key: 'a', name: 'Feed', value: 0.4, text: '40 % (n = 5)' };
  const place = await draw(<Whiskers {...chart} table={table} rows={[whisker]} format={String} most={1} />);
  expect(place.querySelectorAll('.whisker')).toHaveLength(0);
  await draw(
    <Whiskers {...chart} table={table} rows={[{ ...whisker, low: 0.2, high: 0.7 }]} format={String} most={1} />,
  );
  expect(place.querySelectorAll('.whisker')).toHaveLength(1);
});

describe('a time series', () => {
  const times = [Date.UTC(2025, 3, 10), Date.UTC(2025, 5, 1)];
  const lines = [{ name: 'Paid', values: [1, null], tone: 'root', draw: 'bars' }] as const;
  const series = (
    <TimeSeries {...chart} table={table} {...{ times, lines }} format={String} formatTime={String} policy="offered" />
  );

  test('names the policy dates of its time, and puts them away', async () => {
    const place = await draw(series);
    expect(place.textContent).toContain('Red Cat plan');
    expect(place.textContent).toContain('(named by 5 trade articles of May 2025)');
    await press(one('checkbox'));
    expect(place.textContent).not.toContain('Red Cat plan');
  });

  test('says so where the browser paints nothing, and the table stays', async () => {
    const place = await draw(series); // this document has no canvas
    await expect.poll(() => place.textContent).toContain('This browser cannot paint the chart');
    one('button', 'Show the table');
  });
});

describe('policy dates', () => {
  test('rise, have sources, and are of the time that the articles cover', () => {
    const at = policyDates.map((entry) => entry.at);
    expect([...at].sort((a, b) => a - b)).toEqual(at);
    expect(policyDates.every(({ sources }) => sources.length > 0)).toBe(true);
    expect(new Set(policyDates.map(({ id }) => id)).size).toBe(policyDates.length);
  });

  test('are numbered within their time', () => {
    const found = policyWithin(Date.parse('2025-05-01T00:00Z'), Date.parse('2025-05-31T00:00Z'));
    expect(found.map(({ id, number }) => [id, number])).toEqual([
      ['red-cat', 1],
      ['jd-jump', 2],
      ['incentives', 3],
    ]);
  });
});

test.each([
  [0, [0, 1]],
  [1, [0, 0.5, 1]],
  [7, [0, 2, 4, 6, 8]],
  [100, [0, 50, 100]],
  [0.3, [0, 0.1, 0.2, 0.3]],
])('ticks up to %d', (most, expected) => expect(niceTicks(most)).toEqual(expected));

test('a scale of one value stands at the start', () => expect(linearScale([3, 3], [10, 20])(3)).toBe(10));

test('a saved drawing leaves the classes behind', () => {
  const place = document.createElement('div');
  place.innerHTML = '<svg width="10" height="10"><rect class="tone-grass" width="3" height="3"/></svg>';
  document.body.append(place);
  const file = svgFile(place.querySelector('svg') as SVGSVGElement, { title: 'T', facts: 'F' });
  expect(file).not.toContain('tone-grass');
  expect(file).toContain('>T</text>');
  // What its numbers rest on goes along, in as many lines as it takes, on ground of its own.
  const footed = svgFile(place.querySelector('svg') as SVGSVGElement, {
    title: 'T',
    facts: 'F',
    foot: 'rules of today',
  });
  expect(footed).toContain('>rules</text>');
  expect(footed).toContain('>today</text>');
  expect(Number(/height="(\d+)"/.exec(footed)?.[1])).toBe(Number(/height="(\d+)"/.exec(file)?.[1]) + 45);
  place.remove();
});

test.each([
  ['22% (17% to 28%; 300 units)', 400, ['22% (17% to 28%; 300 units)']],
  ['22% (17% to 28%; 300 units)', 110, ['22% (17% to', '28%; 300 units)']],
  ['一个没有空格的很长的词', 20, ['一个没有空格的很长的词']],
  ['', 20, ['']],
])('"%s" in %i px', (text, width, lines) => expect(linesWithin(text, width)).toEqual(lines));
