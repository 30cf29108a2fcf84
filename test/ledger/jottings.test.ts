import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '@/utils/core/events';
import { dropReasonOf, tagsOf } from '@/utils/core/rows';
import { appendEvents } from '@/utils/ledger/append';
import { addRestoredEvents } from '@/utils/ledger/backup/add';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { openLedger } from '@/utils/ledger/open';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from './made-events';

let names = 0;
const open = () => openLedger({ name: `jottings-${String((names += 1))}` });
const { jdItem, unionLink } = made;
const { key } = jdItem;
const seen = made.sighting(0, jdItem);
const tagged = (at: number, tag: string, on = true) => made.tag(at, key, { tag, on });

async function itemAfter(events: LedgerEvent[], late: LedgerEvent[] = []) {
  const db = await open();
  for (const event of events) await appendEvents(db, [event]);
  if (late.length > 0) await addRestoredEvents(db, { events: late, ahead: 0 });
  expect(isSound(await verifyLedger(db))).toBe(true);
  return db.get('items', key);
}

describe('tags', () => {
  test('are put on and taken off, each once', async () => {
    const item = await itemAfter([seen, tagged(1, 'b'), tagged(2, 'a'), tagged(3, 'b'), tagged(4, 'a', false)]);
    expect(item && tagsOf(item)).toEqual(['b']);
  });

  test('of an older word that comes late give way', async () => {
    const item = await itemAfter([seen, tagged(10, 'a', false)], [tagged(1, 'a'), tagged(1, 'b')]);
    expect(item && tagsOf(item)).toEqual(['b']);
  });
});

describe('a remark', () => {
  test.each([
    ['the last one stands', [made.remark(1, key, 'first'), made.remark(2, key, 'second')], [], 'second'],
    ['an empty one takes it back', [made.remark(1, key, 'first'), made.remark(2, key, '')], [], ''],
    ['an older one that comes late gives way', [made.remark(5, key, 'new')], [made.remark(1, key, 'old')], 'new'],
  ])('%s', async (_title, ...[events, late, text]) => {
    expect((await itemAfter([seen, ...events], late))?.remark?.text).toBe(text);
  });
});

describe('a group', () => {
  test.each([
    ['the last one stands', [made.group(1, key, 'a'), made.group(2, key, 'b')], [], 'b'],
    ['an empty one takes it back', [made.group(1, key, 'a'), made.group(2, key, '')], [], ''],
    ['an older one that comes late gives way', [made.group(5, key, 'new')], [made.group(1, key, 'old')], 'new'],
  ])('%s', async (_title, ...[events, late, name]) => {
    expect((await itemAfter([seen, ...events], late))?.group?.name).toBe(name);
  });
});

describe('why a wish was dropped', () => {
  const dropped = made.mark(1, key, 'dropped');
  test.each<[string, LedgerEvent[], LedgerEvent[], string | undefined]>([
    ['is told of a dropped item', [dropped, made.why(2, key, 'price')], [], 'price'],
    ['the last word stands', [dropped, made.why(2, key, 'price'), made.why(3, key, 'gone')], [], 'gone'],
    ['can be taken back', [dropped, made.why(2, key, 'price'), made.why(3, key, '')], [], undefined],
    [
      'an older one that comes late gives way',
      [dropped, made.why(5, key, 'gone')],
      [made.why(2, key, 'price')],
      'gone',
    ],
    ['goes with the drop', [dropped, made.why(2, key, 'price'), made.mark(3, key, 'none')], [], undefined],
    [
      'is not told of the next time',
      [dropped, made.why(2, key, 'price'), made.mark(3, key, 'none'), made.mark(4, key, 'dropped')],
      [],
      undefined,
    ],
    [
      'stays when it is dropped once more',
      [dropped, made.why(2, key, 'price'), made.mark(4, key, 'dropped'), made.mark(5, key, 'dropped')],
      [],
      'price',
    ],
  ])('%s', async (_title, ...[events, late, reason]) => {
    const item = await itemAfter([seen, ...events], late);
    expect(item && dropReasonOf(item)).toBe(reason);
  });
});

test('a link that turns out to be a known item brings its last words along', async () => {
  const db = await open();
  const link = unionLink.key;
  const [click, landing] = [made.click(4, unionLink, { space: 'jd' }), made.landing(5, key)];
  const onLink = [
    made.remark(3, link, 'of the link'),
    made.tag(3, link, { tag: 'a', on: true }),
    made.group(3, link, 'g'),
    made.mark(2, link, 'dropped'),
    made.why(3, link, 'doubt'),
  ];
  const onItem = [made.remark(2, key, 'of the item'), made.tag(2, key, { tag: 'a', on: false })];
  await appendEvents(db, [seen, made.sighting(1, unionLink), ...onItem, ...onLink, click, landing]);
  const item = await db.get('items', key);
  expect([item?.remark?.text, item?.group?.name, item?.why?.as, item && tagsOf(item)]).toEqual([
    ...['of the link', 'g', 'doubt'],
    ['a'],
  ]);
});

test('the reason of a drop that was taken back on the link takes no place of the item’s own', async () => {
  const db = await open();
  const link = unionLink.key;
  const onItem = [made.mark(2, key, 'dropped'), made.why(3, key, 'price')];
  const onLink = [made.mark(4, link, 'dropped'), made.why(5, link, 'gone'), made.mark(6, link, 'none')];
  const landed = [made.click(7, unionLink, { space: 'jd' }), made.landing(8, key)];
  await appendEvents(db, [seen, made.sighting(1, unionLink), ...onItem, ...onLink, ...landed]);
  const item = await db.get('items', key);
  expect(item && dropReasonOf(item)).toBe('price');
});

describe('an item saved from its own page', () => {
  const item = { platform: 'jd', url: 'https://item.jd.com/100012043978.html', title: '杯子' };

  test('is there without any note, and takes the first note that shows it', async () => {
    const saved = await itemAfter([{ ...made.want(1, key, true), item }]);
    expect(saved).toMatchObject({ ...item, state: 'saved', savedAt: made.start + 1 });
    expect(saved).not.toHaveProperty('note');
    const noted = await itemAfter([{ ...made.want(1, key, true), item }, made.sighting(5, jdItem)]);
    expect(noted).toMatchObject({ title: '杯子', state: 'saved', note: { at: made.start + 5 } });
  });

  test('that the ledger has already is not made anew', async () => {
    const saved = await itemAfter([seen, { ...made.want(1, key, true), item }]);
    expect(saved).toMatchObject({ state: 'saved', note: { at: made.start } });
  });

  test('goes with its platform', async () => {
    const db = await open();
    await appendEvents(db, [{ ...made.want(1, key, true), item }, tagged(2, 'a'), made.remark(3, key, 'mine')]);
    await eraseThing(db, { kind: 'platform', platform: 'jd' });
    expect([await db.count('events'), await db.count('items')]).toEqual([0, 0]);
  });
});
