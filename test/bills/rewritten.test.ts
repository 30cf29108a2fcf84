import { parse, unparse } from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readBill } from '@/utils/bills';
import { encodeGbk } from '../replica/gbk';
import { bills, bytesOf, readBytes } from './files';

/** Every bill there is, written again in other ways that say the same: what is read of it must stay the same. */
interface Bill {
  preamble: string[];
  header: string[];
  rows: string[][];
}

const names = [...bills.map(([name]) => name).filter((name) => name.endsWith('.csv')), 'made-meituan-bill.csv'];

function openBill(name: string): Bill {
  const bytes = readBytes(name);
  const text = new TextDecoder(name.includes('gbk') ? 'gb18030' : 'utf-8').decode(bytes);
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const at = lines.findIndex((line) => line.startsWith('交易') && line.includes('收/支'));
  const [header = [], ...rows] = parse<string[]>(lines.slice(at).join('\n')).data;
  // One cell for each column: what stands behind the last is an empty comma.
  const width = header.findLastIndex((name) => name !== '') + 1;
  const fit = (cells: string[]) => Array.from({ length: width }, (_, place) => cells[place] ?? '');
  return { preamble: lines.slice(0, at), header: fit(header), rows: rows.map(fit) };
}

const write = ({ preamble, header, rows }: Bill, line: (cells: string[]) => string = (cells) => unparse([cells])) =>
  [...preamble, ...[header, ...rows].map(line), ''].join('\n');

const cellsWhere = (bill: Bill, isMeant: (column: string) => boolean, change: (cell: string) => string): Bill => ({
  ...bill,
  rows: bill.rows.map((cells) => cells.map((cell, at) => (isMeant(bill.header[at] ?? '') ? change(cell) : cell))),
});

const order = (bill: Bill, places: number[]): Bill => ({
  ...bill,
  header: places.map((at) => bill.header[at] ?? ''),
  rows: bill.rows.map((cells) => places.map((at) => cells[at] ?? '')),
});

const all = (bill: Bill) => [...bill.header.keys()];
const isAmount = (column: string) => column.includes('金额');
const isId = (column: string) => /单号|订单号/.test(column);
const isText = (column: string) => isId(column) || column.includes('时间');
const wide = (text: string) => text.replace(/[\d.,:-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
/** The first number, so that what stands in brackets behind it stays. */
const amount = (change: (number: string) => string) => (cell: string) =>
  cell.replace(/[￥¥]?(\d{1,7}\.\d\d)/, (_, number: string) => change(number));
const utf16 = (text: string, isLittle: boolean) =>
  new Uint8Array(
    [...Array(text.length).keys()].flatMap((at) => {
      const pair = [text.charCodeAt(at) & 255, text.charCodeAt(at) >> 8];
      return isLittle ? pair : pair.reverse();
    }),
  );

const ways: [string, (bill: Bill) => string | Uint8Array][] = [
  ['as it is', (bill) => write(bill)],
  ['every cell quoted', (bill) => write(bill, (cells) => unparse([cells], { quotes: true }))],
  ['no cell quoted', (bill) => write(bill, (cells) => cells.join(','))],
  [
    'quoted, with spaces around the quotes',
    (bill) => write(bill, (cells) => cells.map((cell) => ` "${cell.replaceAll('"', '""')}"\t`).join(',')),
  ],
  ['a tab behind every cell', (bill) => write(bill, (cells) => cells.map((cell) => `${cell}\t`).join(','))],
  ['padded with spaces', (bill) => write(bill, (cells) => cells.map((cell) => cell.padEnd(24)).join(','))],
  ['commas behind every line', (bill) => write(bill, (cells) => `${unparse([cells])},,,`)],
  [
    'parted by tabs',
    (bill) =>
      write(
        cellsWhere(bill, isId, (cell) => cell.trim()),
        (cells) => cells.map((cell) => cell.trim()).join('\t'),
      ),
  ],
  [
    'parted by semicolons',
    (bill) =>
      write(
        cellsWhere(bill, isId, (cell) => cell.trim()),
        (cells) => unparse([cells.map((cell) => cell.trim())], { delimiter: ';' }),
      ),
  ],
  ['columns from the other end', (bill) => write(order(bill, all(bill).reverse()))],
  [
    'columns by name',
    (bill) =>
      write(
        order(
          bill,
          all(bill).sort((a, b) => ((bill.header[a] ?? '') < (bill.header[b] ?? '') ? -1 : 1)),
        ),
      ),
  ],
  [
    'a column more at either end',
    (bill) =>
      write({
        ...bill,
        header: ['序号', ...bill.header, '标签'],
        rows: bill.rows.map((cells, at) => [String(at + 1), ...cells, '日常']),
      }),
  ],
  ['no preamble', (bill) => write({ ...bill, preamble: [] })],
  [
    'a preamble ten times as long',
    (bill) => write({ ...bill, preamble: Array(10).fill(bill.preamble).flat() as string[] }),
  ],
  ['empty lines between', (bill) => write(bill).replaceAll('\n', '\n\n')],
  ['sums behind', (bill) => `${write(bill)}----------\n共9笔记录\n已收入:0笔,0.00元\n导出时间:[2026-02-01 09:00:00]\n`],
  [
    'times of a table program',
    (bill) =>
      write(
        cellsWhere(
          bill,
          (column) => column.includes('时间'),
          (cell) => cell.replace(/^(\d{4})-0?(\d+)-0?(\d+) /, '$1/$2/$3 '),
        ),
      ),
  ],
  [
    'times with their zone',
    (bill) =>
      write(
        cellsWhere(
          bill,
          (column) => column.includes('时间'),
          (cell) => cell.replace(/^(\S+) (\S+)/, '$1T$2+08:00'),
        ),
      ),
  ],
  ['ids and times kept as text', (bill) => write(cellsWhere(bill, isText, (cell) => cell.trim() && `'${cell.trim()}`))],
  ['ids as formulas', (bill) => write(cellsWhere(bill, isId, (cell) => `="${cell.trim()}"`))],
  [
    'amounts with ￥',
    (bill) =>
      write(
        cellsWhere(
          bill,
          isAmount,
          amount((number) => `￥${number}`),
        ),
      ),
  ],
  [
    'amounts with 元',
    (bill) =>
      write(
        cellsWhere(
          bill,
          isAmount,
          amount((number) => `${number}元`),
        ),
      ),
  ],
  [
    'amounts with a space',
    (bill) =>
      write(
        cellsWhere(
          bill,
          isAmount,
          amount((number) => `¥ ${number}`),
        ),
      ),
  ],
  [
    'amounts as a table program shortens them, commas behind every line',
    (bill) =>
      write(
        cellsWhere(
          bill,
          isAmount,
          amount((number) => String(Number(number))),
        ),
        (cells) => `${cells.map((cell) => cell.replace(/[\t"]/g, '')).join(',')},,`,
      ),
  ],
  [
    'the sign of money in the names of columns',
    (bill) => {
      const bare = cellsWhere(
        bill,
        isAmount,
        amount((number) => number),
      );
      return write({ ...bare, header: bare.header.map((name) => name.replace(/金额(?:\(元\))?$/, '金额（¥）')) });
    },
  ],
  [
    'amounts with a third place',
    (bill) =>
      write(
        cellsWhere(
          bill,
          isAmount,
          amount((number) => `${number}0`),
        ),
      ),
  ],
  [
    'full-width amounts and times',
    (bill) => write(cellsWhere(bill, (column) => isAmount(column) || column.includes('时间'), wide)),
  ],
  [
    'full-width names of columns',
    (bill) =>
      write({
        ...bill,
        header: bill.header.map((name) => name.replaceAll('(', '（').replaceAll(')', '）').replaceAll('/', '／')),
      }),
  ],
  ['a mark before UTF-8', (bill) => `\ufeff${write(bill)}`],
  [
    'GBK',
    (bill) =>
      encodeGbk(
        write(bill)
          .replaceAll('¥', '￥')
          .replace(/^\ufeff/, ''),
      ),
  ],
  ['UTF-16, little end first', (bill) => utf16(`\ufeff${write(bill)}`, true)],
  ['UTF-16, big end first', (bill) => utf16(`\ufeff${write(bill)}`, false)],
  ['UTF-16 without a mark', (bill) => utf16(write(bill), true)],
  ['UTF-16 without a mark, big end first', (bill) => utf16(write(bill), false)],
  ['line ends of Windows', (bill) => write(bill).replaceAll('\n', '\r\n')],
  ['line ends of an old Mac', (bill) => write(bill).replaceAll('\n', '\r')],
  [
    'a broken character in the preamble',
    (bill) => new Uint8Array([...bytesOf('姓名：'), 0xe7, 0xa4, 0x0a, ...bytesOf(write(bill))]),
  ],
];

describe.each(names)('%s', (name) => {
  const found = readBill(readBytes(name), name);
  test.each(ways)('%s', (_way, rewrite) => {
    const text = rewrite(openBill(name));
    const read = readBill(typeof text === 'string' ? bytesOf(text) : text, 'bill.csv');
    expect(read).toEqual(found);
  });
});
