import { request } from 'node:http';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Proxy, type Replica, startProxy, startReplica } from '../replica';

let replica: Replica;
let proxy: Proxy;
beforeAll(async () => {
  replica = await startReplica();
  proxy = await startProxy(replica);
});
afterAll(async () => {
  await proxy.close();
  await replica.close();
});

/** The status of the proxy, then the first line of the page behind it. */
function through(target: string): Promise<{ status: number; line?: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port: proxy.port, host: '127.0.0.1', method: 'CONNECT', path: target });
    asked.on('error', reject).on('connect', (answer, socket) => {
      if (answer.statusCode !== 200) return resolve({ status: answer.statusCode ?? 0 });
      const host = target.split(':')[0] ?? '';
      const secure = connect({ socket, servername: host, rejectUnauthorized: false });
      secure.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      secure.once('data', (chunk: Buffer) => {
        resolve({ status: 200, line: chunk.toString().split('\r\n')[0] ?? '' });
        secure.destroy();
      });
    });
    asked.end();
  });
}

test('a played host is tunnelled to the replica', async () => {
  expect(await through('www.xiaohongshu.com:443')).toEqual({ status: 200, line: 'HTTP/1.1 200 OK' });
  expect(proxy.tunnels.at(-1)?.target).toBe('www.xiaohongshu.com:443');
});

test.each(['www.xiaohongshu.com:80', 'spy.example:443', 'firefox.settings.services.mozilla.com:443', '127.0.0.1:22'])(
  '%s is refused and logged',
  async (target) => {
    expect(await through(target)).toEqual({ status: 403 });
    expect(proxy.refused.at(-1)?.target).toBe(target);
  },
);

test('a plain request is refused and logged', async () => {
  const status = await new Promise((resolve, reject) => {
    const asked = request({ port: proxy.port, host: '127.0.0.1', path: 'http://www.xiaohongshu.com/' }, (answer) =>
      resolve(answer.statusCode),
    );
    asked.on('error', reject).end();
  });
  expect(status).toBe(403);
  expect(proxy.refused.at(-1)?.target).toBe('http://www.xiaohongshu.com/');
});
