import { everyLine, lineOf, selectLines } from '@/utils/core/item-lines';
import type { ItemRow } from '@/utils/core/rows';
import { everything, fold, searchList, searchLine, searchLines } from '@/utils/core/search';

const count = 100_000;
const things = ['粗陶杯', 'Wool sweater', '防晒霜 50ml', '折叠椅', 'Ceramic lamp', '猫抓板', '保温壶', 'ＵＳＢ hub'];

/** Items as people save them: a title, a shop, the note's title; a tag on some. */
function madeItem(place: number): ItemRow {
  const thing = things[place % things.length] ?? '';
  return {
    ...{ key: `jd:${String(10_000_000 + place)}`, platform: 'jd', kind: 'item', savedAt: place },
    ...{ title: `${thing} 第${String(place)}款 秋冬新款 家用 送礼`, shop: `某某${String(place % 700)}旗舰店` },
    note: {
      site: 'xiaohongshu',
      id: String(place),
      at: place,
      title: `每天早上的${thing}，用了${String(place % 90)}天`,
    },
    ...{ surfaces: [], savedBy: ['item'], state: 'saved' as const },
    // In no order of time: the full page sorts by it.
    journey: [{ step: 'saved', at: (place * 7_919) % count, evidence: 'user' }],
    ...(place % 50 === 0 && { tags: [{ name: '礼物', on: true, at: place }] }),
  };
}

const rows = Array.from({ length: count }, (_none, place) => madeItem(place));
const list = searchList(rows.map((row, place) => searchLine(row, 'savedAt', `author-${String(place % 3_000)}`)));
const { texts } = list;
const lines = rows.map(lineOf);
const lineTexts = lines.map(({ text }) => text);

/** A few of many, as when a word is typed: the whole list is gone through each time. */
const queries = ['第4', '第123', 'lamp', '礼物', 'nothing', 'author-29'];

let kept: unknown;

function plain(among: readonly string[], needle: string): number[] {
  const found: number[] = [];
  for (let place = 0; place < among.length; place += 1) if (among[place]?.includes(needle)) found.push(place);
  return found;
}

/** Milliseconds for all queries. */
function time(work: (query: string) => unknown): number {
  const begin = performance.now();
  for (const query of queries) kept = work(query);
  return performance.now() - begin;
}

function countAll(work: (query: string) => { length: number }): number {
  return queries.reduce((sum, text) => sum + work(text).length, 0);
}

const ofLines = (text: string) => selectLines(lines, { ...everyLine, text });

Object.assign(globalThis, {
  countFound: () => countAll((text) => searchLines(list, { ...everything, text })),
  timeSearch: () => time((text) => searchLines(list, { ...everything, text })),
  timePlain: () => time((text) => plain(texts, fold(text))),
  countLines: () => countAll(ofLines),
  countPlainLines: () => countAll((text) => plain(lineTexts, fold(text))),
  timeLines: () => time(ofLines),
  timePlainLines: () => time((text) => plain(lineTexts, fold(text))),
  kept: () => kept,
});
