import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { ItemRow } from '@/utils/core/rows';
import { yuanText } from '@/utils/export/list/rows';
import { listName, listStream, type ListFormat } from '@/utils/export/list/write';

const at = Date.UTC(2026, 10, 21, 20);
const sweater: ItemRow = {
  ...{ key: 'jd:100012043978', platform: 'jd', kind: 'item', url: 'https://item.jd.com/100012043978.html' },
  ...{ title: '=毛衣, "秋"\n第二行', shop: '某某旗舰店', priceFen: 19_905, surfaces: ['ad-link', 'blue-link'] },
  note: { site: 'xiaohongshu', id: '65f000000000000012345678', title: '秋天', at },
  journey: [
    { step: 'seen', at, evidence: 'observed' },
    { step: 'clicked', at: at + 1_000, evidence: 'observed' },
  ],
  ...{ savedBy: ['item'], state: 'saved', savedAt: at + 2_000 },
};
const bare: ItemRow = {
  ...{ key: 'https://u.jd.com/aB3dE9', platform: 'jd', kind: 'short', surfaces: [], journey: [], savedBy: [] },
  state: 'seen',
};

async function* pages(...rows: ItemRow[][]) {
  yield* rows;
}

const textOf = async (format: ListFormat, ...rows: ItemRow[][]) => {
  const bytes = await new Response(listStream(pages(...rows), { format, now: at })).arrayBuffer();
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
};

describe('CSV', () => {
  test('opens in a spreadsheet: a byte order mark, one line an item, and no formula', async () => {
    const text = await textOf('csv', [sweater], [bare]);
    expect(text.startsWith('\uFEFFitem,platform,title,')).toBe(true);
    const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data).toMatchObject([
      {
        ...{ item: 'jd:100012043978', title: `'${String(sweater.title)}`, price_yuan: '199.05', state: 'saved' },
        ...{
          where_seen: 'ad-link blue-link',
          seen_at: '2026-11-21T20:00:00.000Z',
          saved_at: '2026-11-21T20:00:02.000Z',
        },
        ...{ note_id: '65f000000000000012345678', bought_at: '' },
      },
      { item: 'https://u.jd.com/aB3dE9', title: '', price_yuan: '', note_id: '' },
    ]);
  });
});

describe('a dropped wish', () => {
  const dropped: ItemRow = { ...sweater, state: 'dropped', mark: { as: 'dropped', at: at + 3_000 } };
  test.each<[string, ItemRow, string | null]>([
    ['in the person’s word', { ...dropped, why: { as: 'price', at: at + 4_000 } }, 'price'],
    ['where they gave none', dropped, null],
    ['where they took it back', { ...dropped, why: { as: '', at: at + 4_000 } }, null],
  ])('says why: %s', async (_title, row, reason) => {
    const { items } = JSON.parse(await textOf('json', [row])) as { items: object[] };
    expect(items).toMatchObject([{ state: 'dropped', drop_reason: reason }]);
  });
});

describe('JSON', () => {
  test('holds the same, and tells unknown from empty', async () => {
    const list = JSON.parse(await textOf('json', [sweater], [], [bare])) as { items: object[] };
    expect(list).toMatchObject({ format: 'bacao-list', version: 1, exported_at: '2026-11-21T20:00:00.000Z' });
    expect(list.items).toMatchObject([
      { item: 'jd:100012043978', title: sweater.title, clicked_at: '2026-11-21T20:00:01.000Z' },
      { item: 'https://u.jd.com/aB3dE9', title: null, price_yuan: null, seen_at: null },
    ]);
  });

  test.each([[[]], [[[]]]])('of nothing is an empty list', async (rows) => {
    expect(JSON.parse(await textOf('json', ...rows))).toMatchObject({ items: [] });
  });
});

test('what the person said is one product has one name; what was taken out of it has none', async () => {
  const joined = { ...sweater, group: { name: 'sweater', at } };
  const parted = { ...bare, group: { name: '', at } };
  const list = JSON.parse(await textOf('json', [joined, parted, { ...bare, group: joined.group }])) as object;
  expect(list).toMatchObject({ items: [{ group: 'sweater' }, { group: null }, { group: 'sweater' }] });
});

test('tells how far it is, and stops when told to', async () => {
  const told: number[] = [];
  const stop = new AbortController();
  const onRows = (rows: number) => {
    told.push(rows);
    if (rows === 1) stop.abort();
  };
  const stream = listStream(pages([sweater], [bare]), { format: 'csv', now: at, signal: stop.signal, onRows });
  await expect(new Response(stream).text()).rejects.toThrow();
  expect(told).toEqual([0, 1]);
});

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [19_900, '199.00'],
  [-150, '-1.50'],
])('%d fen are %s', (fen, yuan) => expect(yuanText(fen)).toBe(yuan));

test('the name has the person’s own day', () => expect(listName('csv', at, 480)).toBe('bacao-list-2026-11-22.csv'));
