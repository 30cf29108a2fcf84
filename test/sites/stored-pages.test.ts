import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import { pageShape } from '../../utils/sites/shape';
import { findPersonal } from './hygiene';
import { parse } from './pages';
import { listPages } from './stored-pages';

const readme = readFileSync(join(import.meta.dirname, '../fixtures/pages/README.md'), 'utf8');

describe.each(listPages())('$name', ({ name, url, html, shape }) => {
  test('shows what it is said to show', () =>
    expect(JSON.parse(JSON.stringify(pageShape(readPage(url, parse(html)))))).toEqual(shape));

  test('holds nothing of anybody', () => expect([...findPersonal(html), ...findPersonal(url)]).toEqual([]));

  test('says where it is from', () => expect(readme).toContain(`| ${name} `));
});

test.each([
  ['a phone', '<p>打我电话 13812345678</p>'],
  ['mail', 'someone@example.com'],
  ['a token', '/explore/65f000000000000000000002?xsec_token=ABq7Rk2mZtXw&x=1'],
  ['an id', '<a href="/explore/690f21b30000000003020fd6">'],
  ['a long number', 'data-at="1784895209000"'],
  ['a picture', '<img src="data:image/png;base64,iVBOR">'],
])('%s is found', (_what, text) => expect(findPersonal(text)).not.toEqual([]));

test.each([
  [
    'a stand-in of an id',
    '<a href="/explore/65f00000000000000000004b?xsec_token=AAaaaaaaaaaaaacy="> 6a0000000000520001000000',
  ],
  ['a stand-in of a number', '10000000000148 000000000013'],
  ['a class', '<section class="note-item" data-v-173cc1c4="">'],
])('%s is nobody’s', (_what, text) => expect(findPersonal(text)).toEqual([]));
