import { expect, test } from 'vitest';
import { resolveLink } from '../../utils/links';

const ITEM = 'https://item.taobao.com/item.htm?id=7';
const kept = (url: string) => resolveLink(url)?.attribution;

test.each([
  [`${ITEM}&pid=mm_1_2_3`, { pid: 'mm_1_2_3' }],
  [`${ITEM}&e=a%2Bb%3D+c`, { e: 'a+b= c' }],
  // GBK bytes are no UTF-8
  [`${ITEM}&ali_refid=%B5%C6`, { ali_refid: '\ufffd\ufffd' }],
  // the first duplicate wins, an empty one too
  [`${ITEM}&pid=first&pid=second`, { pid: 'first' }],
  [`${ITEM}&pid=&pid=second`, {}],
  // names are case-sensitive
  [`${ITEM}&PID=mm_1_2_3`, {}],
  [`${ITEM}&xpid=mm_1_2_3`, {}],
  // macros that nobody filled in
  [`${ITEM}&pid=__PID__&unid=%7Bunid%7D&e=$%7Be%7D`, {}],
  [
    `https://mobile.yangkeduo.com/goods.html?goods_id=7&customParameters=${encodeURIComponent('{"uid":"1"}')}`,
    { customParameters: '{"uid":"1"}' },
  ],
  // outer wins
  [
    `https://s.click.taobao.com/t_9?p=mm_outer&l=${encodeURIComponent(`${ITEM}&p=mm_inner&pid=mm_1`)}`,
    { p: 'mm_outer', pid: 'mm_1' },
  ],
  // out of JSON and base64
  [
    `https://click.union.vip.com/redirect.php?url=${btoa('{"ucode":"u%1&2","adcode":"","chan":"c"}')}`,
    { ucode: 'u%1&2', chan: 'c' },
  ],
  [
    'openapp.jdmobile://virtual?params={"des":"m","m_param":{"jdv":"1|kong|t_2_3"},"union_open":"union_cps"}',
    { jdv: '1|kong|t_2_3', union_open: 'union_cps' },
  ],
  // pid is the goods here
  ['vipshop://showGoodsDetail?pid=7', {}],
])('%s keeps its evidence', (url, expected) => {
  expect(kept(url)).toEqual(expected);
});

const PERSONS = [
  'share_uin',
  'refer_share_uid',
  'ncid',
  'nuid',
  'suid',
  'ut_sk',
  'appuid',
  'xsec_token',
  'shareRedId',
  'TTID',
  '_u',
];
const PAGES = [
  ITEM,
  'https://item.jd.com/7.html?x=1',
  'https://mobile.yangkeduo.com/goods.html?goods_id=7',
  'https://t.vip.com/MhW6RosYXqA?x=1',
  'https://www.xiaohongshu.com/goods-detail/69b68cb01b6b3f0001385bc6?x=1',
];

test.each(PERSONS)('%s is never kept', (name) => {
  const values = PAGES.map((page) => JSON.stringify(resolveLink(`${page}&${name}=made-up-person`)));
  expect(values.join()).not.toContain('made-up-person');
});

test('a person is cut out of what is kept', () => {
  const url = 'https://t.vip.com/MhW6RosYXqA?ncid=made-up-person&nchl_param=share:made-up-person:';
  expect(kept(url)).toEqual({ nchl_param: 'share:…:' });
});

test.each([
  ['https%3A%2F%2Fa.example%2F%3FTTID%3Dmade-up-person%26x%3D1', 'https://a.example/?TTID=…&x=1'],
  ['https%3A%2F%2Fa.example%2F%3Fu%3D%253Fut_sk%253Dmade-up-person%2526x', 'https://a.example/?u=%3Fut_sk%3D…%26x'],
])('a person is cut out of the address %s', (address, expected) => {
  expect(kept(`taobao://item.taobao.com/item.htm?id=7&backURL=${address}`)).toEqual({ backURL: expected });
});
