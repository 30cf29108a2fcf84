// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readOrders } from '../../utils/platforms';
import { answerJson } from '../../utils/platforms/embedded-json';
import { orderFixtures, readFixture } from './fixtures';

/** Every page and answer there is, written again in other ways that say the same: what is read must stay the same. */
const answers = orderFixtures.filter(([name]) => /\.jsonp?$/.test(name));
const pages = orderFixtures.filter(([name]) => name.endsWith('.html'));

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const json = (name: string) => answerJson(readFixture(name)) as Json;

function change(value: Json, each: (entries: [string, Json][]) => [string, Json][]): Json {
  if (Array.isArray(value)) return value.map((one) => change(one, each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(each(Object.entries(value).map(([key, one]) => [key, change(one, each)])));
}

const noise: [string, Json][] = [
  ['trackInfo', { spm: 'a1z09.2.0.0', args: ['1', 2, null] }],
  ['ext_map', '{"mainOrders":[{"id":"4999999999999999999"}]}'],
  ['isNew', false],
];

const callbacks = [
  'mtopjsonp3(%)',
  ' mtopjsonp12 ( % ) ;\n',
  '/**/jsonp_1712_3 && jsonp_1712_3(%);',
  '/**/typeof jsonpCBKA === "function" && jsonpCBKA(%)',
  'try{callback1(%);}catch(e){}',
  'window.callback1(%)',
  'window["cb"](%)',
  "window['callbacks']['1'](%)",
  ';(function(){cb(%)})()',
  'for(;;);%',
  'while(1);%',
  ")]}',\n%",
  '\ufeff%',
];

const ways: [string, (value: Json) => string][] = [
  ['with spaces and lines', (value) => JSON.stringify(value, null, '\t')],
  [
    'in escapes',
    (value) =>
      JSON.stringify(value).replace(
        /[^\x20-\x7e]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
  ],
  ['with slashes escaped', (value) => JSON.stringify(value).replaceAll('/', '\\/')],
  ['with other fields everywhere', (value) => JSON.stringify(change(value, (entries) => [...noise, ...entries]))],
  [
    'with empty fields everywhere',
    (value) => JSON.stringify(change(value, (entries) => [...entries, ['extra2', null], ['remark', '']])),
  ],
  ['followed by other script', (value) => `${JSON.stringify(value)};window.x = {"mainOrders":[]};`],
  ...callbacks.map((around): [string, (value: Json) => string] => [
    around,
    (value) => around.replace('%', () => JSON.stringify(value)),
  ]),
];

describe.each(answers)('%s', (name, { page = '', request = page }) => {
  const found = readOrders(page, readFixture(name));
  test.each(ways)('%s', (_way, write) => {
    expect(readOrders(page, write(json(name)))).toEqual(found);
    expect(readOrders(request, write(json(name)))).toEqual(found);
  });
});

const markups: [string, (html: string) => string][] = [
  ['over http', (html) => html],
  ['with line ends of Windows', (html) => html.replaceAll('\n', '\r\n')],
  ['with a remark before everything', (html) => `<!-- saved from url=(0042) -->\n${html}`],
  ['with remarks between tags', (html) => html.replace(/(<\/(?:td|tr|tbody|li|div)>)/g, '$1<!-- x -->')],
  ['with spaces between tags', (html) => html.replace(/(<\/(?:td|tr|tbody|li|div)>)/g, '$1\n      ')],
  ['with a mark before it', (html) => `\ufeff${html}`],
  [
    'with other scripts around',
    (html) => `<script>var data = {"a":1}; window.rawData={"b":2};</script>${html}<script>data = [];</script>`,
  ],
  [
    'saved by a browser, with the scripts typed',
    (html) => html.replaceAll('<script>', '<script type="text/javascript" charset="utf-8">'),
  ],
  ['with names of classes of other things beside', (html) => html.replace(/class="([^"]+)"/g, 'class="hover $1 J_x"')],
];

describe.each(pages)('%s', (name, { page = '' }) => {
  const found = readOrders(page, readFixture(name));
  test.each(markups)('%s', (way, write) => {
    const address = way === 'over http' ? page.replace('https:', 'http:') : page;
    expect(readOrders(address, write(readFixture(name)))).toEqual(found);
  });
});

test('Pinduoduo has two hosts for the same pages', () => {
  const pdd = orderFixtures.filter(([, { page = '' }]) => page.includes('mobile.yangkeduo.com'));
  expect(pdd.length).toBeGreaterThan(2);
  for (const [name, { page = '' }] of pdd)
    expect(readOrders(page.replace('yangkeduo', 'pinduoduo'), readFixture(name))).toEqual(
      readOrders(page, readFixture(name)),
    );
});
