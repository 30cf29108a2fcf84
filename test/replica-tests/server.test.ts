import { createHash, X509Certificate } from 'node:crypto';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumArgs, type Replica, startReplica } from '../replica';
import { items } from '../replica/truth';
import { get } from './get';

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
});
afterAll(() => replica.close());

function certificate(host: string): Promise<X509Certificate> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      { port: replica.port, host: '127.0.0.1', servername: host, rejectUnauthorized: false },
      () => {
        resolve(new X509Certificate(socket.getPeerCertificate().raw));
        socket.destroy();
      },
    );
    socket.on('error', reject);
  });
}

describe('the certificate', () => {
  test('names every host that is played', async () => {
    const { subjectAltName } = await certificate('www.xiaohongshu.com');
    for (const host of replica.hosts) expect(subjectAltName).toContain(`DNS:${host}`);
  });

  test('has the fingerprint that the browser is told', async () => {
    const { publicKey } = await certificate('item.jd.com');
    const der = publicKey.export({ type: 'spki', format: 'der' });
    expect(replica.spki).toBe(createHash('sha256').update(der).digest('base64'));
    expect(chromiumArgs(replica).join(' ')).toContain(replica.spki);
  });
});

describe('hosts', () => {
  test.each([
    ['https://www.xiaohongshu.com/explore', 200],
    ['https://www.rednote.com/explore', 200],
    [items.lamp.url, 200],
    [items.serum.url, 200],
    [items.bag.url, 200],
    [`https://item.taobao.com/item.htm?id=${items.serum.id}`, 200],
    [items.tissue.url, 200],
    [items.coat.url, 200],
    [items.hotpot.url, 200],
    [items.hotpot.url.replace('www.', 'i.'), 200],
    [items.candle.url, 200],
    ['https://item.jd.com/1.html', 404],
    ['https://www.xiaohongshu.com/explore/000000000000000000000000', 404],
    ['https://order.jd.com/', 404],
    ['https://www.xiaohongshu.com/replica-static/../server.ts', 404],
    ['https://evil.example/explore', 421],
    ['https://www.xiaohongshu.com.evil.example/explore', 421],
  ])('%s → %d', async (url, status) => {
    expect((await get(replica, url)).status).toBe(status);
  });

  test('unknown ones are logged apart from the known', async () => {
    await get(replica, 'https://spy.example/track?x=1');
    expect(replica.refused.at(-1)).toMatchObject({ host: 'spy.example', path: '/track?x=1', method: 'GET' });
    expect(replica.requests.some(({ host }) => host === 'spy.example')).toBe(false);
  });

  test('pages carry a content security policy', async () => {
    const { headers } = await get(replica, 'https://www.xiaohongshu.com/explore');
    expect(headers['content-security-policy']).toContain("script-src 'self' 'unsafe-inline'");
  });
});

test('titles and prices stand on every item page', async () => {
  for (const item of Object.values(items)) {
    const { text } = await get(replica, item.url);
    expect(text, item.url).toContain(item.title);
    expect(text, item.url).toContain((item.priceFen / 100).toFixed(2));
    expect(text, item.url).toContain(item.shop);
  }
});

test('a closed replica no longer answers', async () => {
  const other = await startReplica();
  await get(other, 'https://www.xiaohongshu.com/explore');
  await other.close();
  await expect(get(other, 'https://www.xiaohongshu.com/explore')).rejects.toThrow();
});
