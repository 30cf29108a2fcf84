import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Replica, startReplica } from '../replica';
import { skinCss, skinHtml, skinScript } from '../replica/skin';
import { notes } from '../replica/truth';
import { parse } from './dom';
import { get } from './get';

let known: Replica;
let unknown: Replica;
beforeAll(async () => {
  [known, unknown] = await Promise.all([startReplica(), startReplica({ skin: 'unknown' })]);
});
afterAll(() => Promise.all([known.close(), unknown.close()]));

function overlay(id: string): string {
  return `https://www.xiaohongshu.com/replica-api/overlay/${id}`;
}

const self = '5f20000000000000010f4240';

const urls = [
  'https://www.xiaohongshu.com/explore',
  'https://www.xiaohongshu.com/search_result?keyword=灯',
  `https://www.xiaohongshu.com/user/profile/${notes[0]!.authorId}`,
  'https://www.xiaohongshu.com/livelist',
  'https://www.xiaohongshu.com/notification',
  `https://www.xiaohongshu.com/user/profile/${self}?tab=fav&subTab=board`,
  ...notes.slice(0, 2).map(({ url }) => url),
  ...notes.slice(0, 13).map(({ id }) => overlay(id)),
];

describe('in the unknown skin', () => {
  test.each(urls)('%s has the same hrefs and no name in common', async (url) => {
    const [plain, masked] = await Promise.all([get(known, url), get(unknown, url)]);
    expect(hrefs(masked.text)).toEqual(hrefs(plain.text));
    const before = names(plain.text);
    expect(before.size).toBeGreaterThan(20);
    expect([...names(masked.text)].filter((name) => before.has(name))).toEqual([]);
  });

  test('texts stay as they are', async () => {
    const odd = notes.find(({ title }) => title.startsWith('<img'))!;
    const texts = await Promise.all(
      [known, unknown].map(async (replica) => parse((await get(replica, overlay(odd.id))).text).body.textContent),
    );
    expect(texts[1]).toBe(texts[0]);
  });
});

// By pattern, not by parser: every template writes its attributes in this one form.
function hrefs(markup: string): string[] {
  return [...markup.matchAll(/<a\b[^>]* href="([^"]*)"/g)].map(([, href]) => href ?? '');
}

function names(markup: string): Set<string> {
  const found = [...markup.matchAll(/ (?:class|id)="([^"]*)"/g)].flatMap(([, list]) => (list ?? '').split(/\s+/));
  return new Set([...found, ...(markup.includes(' note-id=') ? ['note-id'] : [])].filter(Boolean));
}

test('a running replica changes its clothes', async () => {
  const url = overlay(notes[0]!.id);
  const before = (await get(known, url)).text;
  known.wear('unknown');
  const masked = (await get(known, url)).text;
  known.wear('known');
  expect([masked.includes('noteContainer'), (await get(known, url)).text === before]).toEqual([false, true]);
});

test('every name in a page script is written so that a skin can change it', () => {
  const folder = join(import.meta.dirname, '../replica/pages');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.js') && !name.endsWith('orders.js'))) {
    const script = readFileSync(join(folder, file), 'utf8');
    expect(
      script.replace(/NAME\('[^']+'\)/g, '').match(/note-item|comments?-|collect-wrapper|ad-wrap|mask/g),
      file,
    ).toBeNull();
  }
});

test.each([
  [
    'html',
    skinHtml('unknown', '<a class="x y" id="z" href="/x">class="x"</a>'),
    /^<a class="zq\w+ zq\w+" id="zq\w+" href="\/x">class="x"<\/a>$/,
  ],
  [
    'css',
    skinCss('unknown', '.a .b-c { color: #ff2442; margin: 0.5em }'),
    /^\.zq\w+ \.zq\w+ \{ color: #ff2442; margin: 0\.5em \}$/,
  ],
  ['script', skinScript('unknown', "f('.' + NAME('a'))"), /^f\('\.' \+ 'zq\w+'\)$/],
  ['known html', skinHtml('known', '<a class="x">'), /^<a class="x">$/],
])('%s', (_what, made, wanted) => {
  expect(made).toMatch(wanted);
});
