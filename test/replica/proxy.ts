import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Replica } from './server';

export interface Proxy {
  port: number;
  /** Tunnels that were opened, as `host:port`. */
  tunnels: { target: string; at: number }[];
  /** What anybody asked for that the replica does not play: `host:port`, or the URL of a plain request. */
  refused: { target: string; at: number }[];
  close(): Promise<void>;
}

/** A CONNECT proxy that knows one way: the played hosts, port 443, to the replica. For Firefox, and for the log. */
export async function startProxy(replica: Pick<Replica, 'port' | 'hosts'>): Promise<Proxy> {
  const tunnels: Proxy['tunnels'] = [];
  const refused: Proxy['refused'] = [];
  const open = new Set<Duplex>();
  const server = createServer((request, response) => {
    refused.push({ target: request.url ?? '', at: Date.now() });
    response.writeHead(403).end();
  });
  server.on('connect', (request: IncomingMessage, client: Duplex) => {
    const target = request.url ?? '';
    const known = replica.hosts.some((host) => target === `${host}:443`);
    (known ? tunnels : refused).push({ target, at: Date.now() });
    // Browsers drop tunnels without a word; an unheard error would end the whole run.
    client.on('error', () => client.destroy());
    if (!known) client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    else tunnel(client, replica.port, open);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return { port: portOf(server.address()), tunnels, refused, close: () => closeAll(server, open) };
}

function tunnel(client: Duplex, port: number, open: Set<Duplex>): void {
  const inner = connect(port, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    inner.pipe(client).pipe(inner);
  });
  open.add(client).add(inner);
  inner.on('error', () => client.destroy());
  inner.on('close', () => open.delete(inner) && client.destroy());
  client.on('close', () => open.delete(client) && inner.destroy());
}

function closeAll(server: ReturnType<typeof createServer>, open: ReadonlySet<Duplex>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of [...open]) socket.destroy();
    server.closeAllConnections();
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the proxy did not get a port');
  return address.port;
}
