import { request } from 'node:https';
import type { Replica } from '../replica';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Asks the replica for a URL the way a browser would be sent there: by port, with the real host's name. */
export function get(replica: Pick<Replica, 'port'>, url: string, body?: string): Promise<Answer> {
  const { hostname, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: replica.port,
      servername: hostname,
      path: pathname + search,
      method: body === undefined ? 'GET' : 'POST',
      headers: { host: hostname },
      rejectUnauthorized: false,
    };
    const sent = request(options, (message) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('end', () => {
        resolve({
          status: message.statusCode ?? 0,
          headers: message.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    sent.on('error', reject).end(body);
  });
}
