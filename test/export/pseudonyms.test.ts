import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pseudonym } from '@/utils/density/pseudonym';
import { bytesOfHex } from '@/utils/core/hex';
import { itemPseudonym, pseudonyms } from '@/utils/export/rows/pseudonyms';
import { rowsFrom } from './collect';
import * as made from './made-rows';
import { madeTerms } from './made-terms';

interface Vector {
  input: { k1_hex: string; k2_hex: string; ids: { note: string; author: string } };
  expected: Record<string, string>;
}

const file = join(import.meta.dirname, '../density/vectors/v32-pseudonym-hmac.json');
const { input, expected } = JSON.parse(readFileSync(file, 'utf8')) as Vector;

test.each([
  [input.k1_hex, expected['note_k1'], expected['author_k1_same_id']],
  [input.k2_hex, expected['note_k2'], undefined],
])('under the key %s a row has the published pseudonyms', async (key, note_h, author_h) => {
  const terms = madeTerms({ study: { key: bytesOfHex(key) } });
  const unit = { noteId: input.ids.note, ...(author_h !== undefined && { authorId: input.ids.author }) };
  const { exposures } = await rowsFrom([made.card(0, 'v1', { unit })], [], terms);
  expect(exposures).toMatchObject([{ note_h, author_h: author_h ?? null }]);
});

test('Taobao and Tmall share their items, other shops do not', () => {
  const { study, device } = madeTerms();
  const hashed = pseudonyms({ study: study.key, device: device.key, studyId: study.id });
  const of = (key: string | undefined) => itemPseudonym(hashed, key);
  expect(of('ali:1')).toMatch(/^[\da-f]{32}$/);
  expect(of('ali:1')).toBe(hashed.ofStudy('item:ali', '1'));
  expect(of('ali:1')).not.toBe(of('jd:1'));
  expect(of('xhs:a:b')).toBe(hashed.ofStudy('item:xhs', 'a:b'));
  expect(of(undefined)).toBeNull();
});

test('they are those of WebCrypto, remembered or forgotten', async () => {
  const { study, device } = madeTerms();
  const hashed = pseudonyms({ study: study.key, device: device.key, studyId: study.id }, 2);
  for (const id of ['a', 'b', 'c', 'a', '商品-123', ''])
    expect(hashed.ofStudy('note', id)).toBe(await pseudonym(study.key, 'note', id));
  expect(hashed.ofDevice('order', 'x')).toBe(await pseudonym(device.key, 'order:demo-study', 'x'));
});

test('of many ids, old and new ones mixed, none takes the pseudonym of another', async () => {
  const { study, device } = madeTerms();
  const hashed = pseudonyms({ study: study.key, device: device.key, studyId: study.id }, 10);
  for (let no = 0; no < 60; no += 1)
    for (const [domain, id] of [
      ['note', String(no)],
      ['author', String(no % 3)],
      ['note', String(Math.max(0, no - 7))],
    ] as const)
      expect(hashed.ofStudy(domain, id)).toBe(await pseudonym(study.key, domain, id));
});
