import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readBill } from '@/utils/bills';
import { lookAtBills } from '@/utils/bills/look';
import { bytesOf, made, readBytes } from './files';

const rest = vi.fn(() => Promise.resolve());
beforeEach(() => void rest.mockClear());
const fileOf = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name);

async function look(bytes: Uint8Array, name = 'bill.csv', change: Partial<Parameters<typeof lookAtBills>[1]> = {}) {
  const { signal } = new AbortController();
  const looking = { signal, rest, onProgress: () => undefined, ...change };
  const { files, purchases } = await lookAtBills([fileOf(bytes, name)], looking);
  return { ...files[0]!, purchases };
}

const jdLine = (n: number, amount = '20.61') =>
  `2026-01-05 10:01:00\t,京东平台商户,示例商品 U盘,${amount},微信支付,交易成功,支出,电脑办公,3000000${String(n).padStart(6, '0')}\t,1\t, ,`;

describe('a look into a bill', () => {
  test('tells its purchases, the rest of it, and how far it is', async () => {
    const onProgress = vi.fn();
    const bytes = readBytes('alipay-bill.gbk.csv');
    const looked = await look(bytes, 'alipay.csv', { onProgress });
    expect(looked).toMatchObject({ name: 'alipay.csv', size: bytes.length, skipped: 0, unread: { count: 0 } });
    expect(looked.purchases.map(({ orderId }) => orderId)).toContain('4000000000000000103');
    expect(onProgress).toHaveBeenLastCalledWith(bytes.length);
    expect(looked.why).toBeUndefined();
  });

  test.each([
    ['支付宝账户：someone@example.com', 's***@example.com'],
    ['支付宝账户：138******78', '138******78'],
    ['微信昵称：[示例用户]', '示***户'],
    ['京东账号名：jd_0001', 'j***1'],
    ['"美团用户名：[Wu]",,,,', 'W***'],
    ['"用户名：[示例]",,,,', '示***'],
    ['微信支付账单明细,,,,', undefined],
    ['姓名：示例', undefined],
  ])('says whose it is, and not by the whole name: %s', async (head, account) => {
    const bytes = bytesOf(`${head}\n${new TextDecoder().decode(made('jd', jdLine(1)))}`);
    const looked = await look(bytes);
    expect([looked.account, looked.purchases.length]).toEqual([account, 1]);
    expect(await look(zipSync({ 'a.csv': bytes }))).toMatchObject(account === undefined ? {} : { account });
    expect(readBill(bytes, 'jd.csv').found).toHaveLength(1);
  });

  test('counts what it cannot read by reason, with the line', async () => {
    const looked = await look(
      made('jd', jdLine(1), jdLine(2, 'US$3.00'), jdLine(3, '=1+1'), '2026-01-05 10:01:00,京东'),
    );
    expect(looked.purchases).toHaveLength(3);
    expect(looked.unread).toEqual({
      count: 3,
      reasons: { shape: 1, 'foreign-currency': 1, 'bad-amount': 1 },
      first: [
        { where: 'line 6', reason: 'shape' },
        { where: 'line 4', reason: 'foreign-currency' },
        { where: 'line 5', reason: 'bad-amount' },
      ],
    });
  });

  test('names as many lines as a person reads, and counts the others', async () => {
    const looked = await look(made('jd', ...Array.from({ length: 5_000 }, () => 'cut,short')));
    expect(looked.unread.count).toBe(5_000);
    expect(looked.unread.first).toHaveLength(200);
  });

  test.each([
    ['nothing at all', new Uint8Array(), 'empty'],
    ['another table', bytesOf('name,price\nmilk,3\n'), 'unknown-form'],
    ['two-byte text', new Uint8Array([0xff, 0xfe, 0x41, 0, 0x2c, 0, 0x0a, 0]), 'unknown-form'],
    ['an archive that is cut', zipSync({ 'a.csv': made('jd', jdLine(1)) }).subarray(0, 60), 'shape'],
  ])('%s is said to be none', async (_title, bytes, why) => {
    expect(await look(bytes)).toMatchObject({ purchases: [], why });
  });

  test('a locked archive is told as that', async () => {
    const archive = zipSync({ 'alipay.csv': made('alipay') });
    archive[6] = (archive[6] ?? 0) | 1;
    expect(await look(archive, 'alipay.zip')).toMatchObject({ why: 'encrypted' });
  });

  /** An archive whose own list says that its last file unpacks to so many bytes. */
  function claiming(size: number, files: Record<string, Uint8Array>) {
    const archive = zipSync(files);
    const view = new DataView(archive.buffer);
    const last = archive.findLastIndex(
      (_byte, at) => at + 4 <= archive.length && view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32(last + 24, size, true);
    return archive;
  }

  const many = Array.from({ length: 65 }, (_, n) => [`${String(n)}.csv`, bytesOf('a')]);
  const sheet = { 'xl/workbook.xml': bytesOf('<workbook/>'), 'xl/worksheets/sheet1.xml': bytesOf('<worksheet/>') };
  test.each<[string, () => Uint8Array]>([
    ['that unpacks to more than any bill', () => claiming(129 * 1_048_576, { 'a.csv': made('jd') })],
    ['of more files than anybody has', () => zipSync(Object.fromEntries(many))],
    ['that is a workbook of that size', () => claiming(129 * 1_048_576, sheet)],
  ])('an archive %s is told to be too large', async (_title, archive) => {
    expect(await look(archive(), 'bill.zip')).toMatchObject({ purchases: [], unread: { count: 0 }, why: 'too-large' });
  });

  test('names that are parts of every object are names like others', async () => {
    const looked = await look(
      made('jd', jdLine(1).replace('示例商品 U盘', '__proto__'), jdLine(2).replace('微信支付', 'constructor')),
    );
    expect(looked.purchases.map(({ title }) => title)).toEqual(['__proto__', '示例商品 U盘']);
    expect(({} as Record<string, unknown>)['title']).toBeUndefined();
  });

  test('stops when told to, and gives the screen its turn', async () => {
    const stop = new AbortController();
    rest.mockImplementationOnce(() => Promise.resolve(stop.abort()));
    const lines = Array.from({ length: 1_200 }, (_line, n) => jdLine(n));
    await expect(look(made('jd', ...lines), 'jd.csv', { signal: stop.signal })).rejects.toThrow();
    expect(rest).toHaveBeenCalledTimes(1);
  });
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Without what nobody holds any more: how much of that lies about is the engine's business, and other tests'. */
function heapInUse(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

describe('a large file', () => {
  const megabyte = (line: string) => bytesOf(line.repeat(Math.ceil(1_048_576 / line.length)));

  /** Made piece by piece as it is read: never there as a whole. */
  function large(head: Uint8Array, piece: Uint8Array) {
    let left = 40;
    const stream = () =>
      new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(head),
        pull(controller) {
          if (left-- > 0) controller.enqueue(piece);
          else controller.close();
        },
      });
    return { name: 'jd.csv', size: head.length + left * piece.length, stream };
  }

  async function lookAtLarge(file: ReturnType<typeof large>) {
    let [most, rests] = [0, 0];
    const watch = () => {
      if (rests++ % 50 === 0) most = Math.max(most, heapInUse());
      return Promise.resolve();
    };
    const { signal } = new AbortController();
    const before = heapInUse();
    const { files, purchases } = await lookAtBills([file], { signal, rest: watch, onProgress: () => undefined });
    return { looked: { ...files[0]!, purchases }, grown: most - before };
  }

  test('of lines that are no purchase is counted, in bounded memory', { timeout: 60_000 }, async () => {
    const line = `2026-01-05 10:01:00,someone,${'转账'.repeat(40)},1.00,wallet,ok,out,other,1,1, ,\n`;
    const { looked, grown } = await lookAtLarge(large(made('jd'), megabyte(line)));
    expect(looked).toMatchObject({ purchases: [], unread: { count: 0 } });
    expect(looked.skipped).toBeGreaterThan(100_000);
    expect(grown).toBeLessThan(20 * 1_048_576);
  });

  test('that is an archive is told to be too large', async () => {
    const archive = new Uint8Array(65 * 1_048_576);
    archive.set(zipSync({ 'a.csv': made('jd') }));
    const file = { ...large(archive, new Uint8Array()), name: 'bill.zip' };
    expect((await lookAtLarge(file)).looked).toMatchObject({ purchases: [], why: 'too-large' });
  });

  test('that is one line without an end is no bill', { timeout: 60_000 }, async () => {
    const { looked, grown } = await lookAtLarge(large(bytesOf('a'), megabyte('a')));
    expect(looked).toMatchObject({ purchases: [], why: 'unknown-form' });
    expect(grown).toBeLessThan(20 * 1_048_576);
  });
});

test('more purchases than anybody makes are refused whole', { timeout: 120_000 }, async () => {
  const lines = Array.from({ length: 250_100 }, (_line, n) => jdLine(n)).join('\n');
  expect(await look(made('jd', lines))).toMatchObject({ purchases: [], why: 'too-many' });
});
