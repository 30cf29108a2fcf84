import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryLedger } from '@/utils/ledger/memory';
import { openLedger } from '@/utils/ledger/open';
import { ledgerStores, type LedgerTx, type OrderRow } from '@/utils/ledger/schema';
import * as made from './made-events';

let names = 0;

function order(key: string, itemKey: string | undefined): OrderRow {
  const { orderId: _secret, space: _stamped, itemKey: _other, ...line } = made.purchase(1);
  const times = { firstSeenAt: 1, lastSeenAt: 1, statusAt: 1 };
  return { ...line, ...times, key, orderKey: `order-${key.slice(0, 1)}`, ...(itemKey !== undefined && { itemKey }) };
}

const key = fc.constantFrom('b2', 'a1', 'b1', 'a2');
const change = fc.oneof(
  fc.record({ key, itemKey: fc.constantFrom('jd:1', 'jd:2', undefined) }),
  fc.record({ gone: key }),
);

/** All that projections ask of the orders. */
async function answersOf(tx: LedgerTx) {
  const orders = tx.objectStore('orders');
  return [
    await orders.get('a1'),
    await orders.getKey('a2'),
    await orders.getKey('none'),
    await orders.index('itemKey').getAll('jd:1'),
    await orders.index('itemKey').getAll('jd:2'),
    await orders.index('orderKey').getAll('order-a'),
    await orders.index('orderKey').getAll('order-none'),
  ];
}

test(
  'lists in memory answer as a database does, rows of an index in the order of their keys',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const db = await openLedger({ name: `memory-${String((names += 1))}` });
        const memory = memoryLedger();
        const tx = db.transaction(ledgerStores, 'readwrite');
        for (const each of changes) {
          for (const side of [tx, memory.tx]) {
            const orders = side.objectStore('orders');
            if ('gone' in each) await orders.delete(each.gone);
            else await orders.put(order(each.key, each.itemKey));
          }
        }
        expect(await answersOf(memory.tx)).toEqual(await answersOf(tx));
      }),
    );
  },
);

test('what was not kept can be taken back, its places in the indexes too', async () => {
  const memory = memoryLedger();
  const orders = memory.tx.objectStore('orders');
  await orders.put(order('a1', 'jd:1'));
  memory.keep();
  await orders.put(order('a1', 'jd:2'));
  await orders.put(order('a2', 'jd:2'));
  await orders.delete('a1');
  memory.undo();
  expect([...memory.rowsOf('orders').keys()]).toEqual(['a1']);
  expect(await orders.index('itemKey').getAll('jd:1')).toHaveLength(1);
  expect(await orders.index('itemKey').getAll('jd:2')).toEqual([]);
});

test('a row without a key is refused, as a database refuses it', async () => {
  const items = memoryLedger().tx.objectStore('items');
  await expect((async () => items.put({} as never))()).rejects.toThrow(TypeError);
  await expect((async () => items.get(undefined as never))()).rejects.toThrow(TypeError);
});
