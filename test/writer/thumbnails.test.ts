import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage, pageScript } from './made-door';

const picture = 'data:image/jpeg;base64,AAAA';
const key = made.jdItem.key;

async function madeLedger() {
  const { door, db, announced } = await madeDoor();
  const { handle } = ledgerWriter(door);
  await handle({ type: 'append', rows: [made.note(0), made.sighting(1, made.jdItem)] }, pageScript);
  return { db, announced, tell: (message: object, from = ownPage) => handle(message, from) };
}

test('a picture is kept only while the person wants pictures, and erased at their word', async () => {
  const { db, tell, announced } = await madeLedger();
  expect(await tell({ type: 'thumbnail', key, picture })).toEqual({ ok: false });
  expect(await tell({ type: 'thumbnails', on: true })).toEqual({ ok: true });
  const before = announced.length;
  expect(await tell({ type: 'thumbnail', key, picture })).toEqual({ ok: true });
  expect(announced.length).toBeGreaterThan(before);
  expect(await db.get('thumbnails', key)).toMatchObject({ key, picture });
  expect(await tell({ type: 'thumbnails', on: false })).toEqual({ ok: true });
  expect(await db.count('thumbnails')).toBe(1); // what is there stays until it is erased
  expect(await tell({ type: 'erase-thumbnails' })).toEqual({ ok: true });
  expect(await db.count('thumbnails')).toBe(0);
});

test.each([
  ['that is an address', 'https://example.test/x.jpg'],
  ['that is too large', `data:image/jpeg;base64,${'A'.repeat(16_384)}`],
  ['that is a page', 'data:text/html;base64,AAAA'],
])('a picture %s is no message of ours', async (_name, odd) => {
  const { db, tell } = await madeLedger();
  await tell({ type: 'thumbnails', on: true });
  expect(await tell({ type: 'thumbnail', key, picture: odd })).toBeUndefined();
  expect(await db.count('thumbnails')).toBe(0);
});

test('a page’s script keeps none', async () => {
  const { db, tell } = await madeLedger();
  await tell({ type: 'thumbnails', on: true });
  expect(await tell({ type: 'thumbnail', key, picture }, pageScript)).toBeUndefined();
  expect(await tell({ type: 'erase-thumbnails' }, pageScript)).toBeUndefined();
  expect(await db.count('thumbnails')).toBe(0);
});
