import { expect, test } from 'vitest';
import { itemsStore } from '@/entrypoints/dashboard/items-store';
import { type ItemLine, lineOf } from '@/utils/core/item-lines';
import { chair } from '../components/made-rows';

const line = (key: string, change: Partial<ItemLine>): ItemLine => ({ ...lineOf(chair), key, ...change });

test('an item that is open before the lines are read learns from them what is the same product', () => {
  const store = itemsStore(() => undefined);
  store.note({ detail: { key: 'jd:1', state: 'ready', orders: [], joined: [], elsewhere: [] } });
  store.showLines([
    line('jd:1', { group: 'g', product: 7 }),
    line('ali:1', { group: 'g', platform: 'taobao' }),
    line('pdd:1', { product: 7, platform: 'pinduoduo' }),
  ]);
  expect(store.state().detail).toMatchObject({ joined: [{ key: 'ali:1' }], elsewhere: [{ key: 'pdd:1' }] });
  store.replace(new Map([['ali:1', line('ali:1', { platform: 'taobao' })]]));
  expect(store.state().detail).toMatchObject({ joined: [], elsewhere: [{ key: 'pdd:1' }] });
});

test('without an open item the lines are all there is', () => {
  const store = itemsStore(() => undefined);
  store.showLines([line('jd:1', {})]);
  expect(store.state().detail).toBeUndefined();
});
