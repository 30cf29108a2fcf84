import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from './cert';
import { answer, hosts } from './router';
import type { PageRequest, Reply, Skin, World } from './types';

interface SeenRequest {
  host: string;
  path: string;
  method: string;
  at: number;
}

export interface Replica {
  port: number;
  hosts: readonly string[];
  /** For Chromium's --ignore-certificate-errors-spki-list. */
  spki: string;
  /** Every request for a host that is played, in the order they came. */
  requests: SeenRequest[];
  /** Requests for any other host: there should be none. */
  refused: SeenRequest[];
  /** Serves every page from now on with these names. */
  wear(skin: Skin): void;
  /** Buys everything "just now" again: the next look at an order page sets new times. */
  placeOrders(): void;
  /** From now on order pages say that what was bought just now was given back. */
  refundOrders(): void;
  close(): Promise<void>;
}

interface ReplicaOptions {
  skin?: Skin;
  /** What the server's clock shows at the start; it runs on from there. */
  now?: number;
  /** Pages marked `private` may be kept by the browser for the way back; by default nothing may be kept. */
  cache?: 'no-store' | 'private';
}

/** Plays the note site, the shops and the order pages on one free port of this machine; the Host header decides. */
export async function startReplica({ skin = 'known', now, cache = 'no-store' }: ReplicaOptions = {}): Promise<Replica> {
  const { key, cert, spki } = await makeCertificate(hosts);
  const ahead = now === undefined ? 0 : now - Date.now();
  const world: World = {
    skin,
    now: () => Date.now() + ahead,
    collected: new Set(),
    orderedAt: undefined,
  };
  const requests: SeenRequest[] = [];
  const refused: SeenRequest[] = [];
  const server = createServer({ key, cert }, (message, response) => {
    void serve(message, response, { world, requests, refused, cache });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server.address()),
    hosts,
    spki,
    requests,
    refused,
    wear: (skin) => {
      world.skin = skin;
    },
    placeOrders: () => {
      world.orderedAt = undefined;
    },
    refundOrders: () => {
      world.refunded = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Books {
  world: World;
  requests: SeenRequest[];
  refused: SeenRequest[];
  cache: string;
}

/** A page that cannot be built is the replica's own bug: the test sees its words instead of a dead socket. */
async function serve(message: IncomingMessage, response: ServerResponse, books: Books): Promise<void> {
  try {
    const request = await readRequest(message);
    const reply = answer(request, books.world);
    const seen = { host: request.host, path: message.url ?? '', method: request.method, at: Date.now() };
    (reply === undefined ? books.refused : books.requests).push(seen);
    const found = reply ?? { status: 421, type: 'text/plain; charset=utf-8', body: 'no such host here' };
    write(response, { ...found, headers: { 'cache-control': books.cache, ...found.headers } });
  } catch (error) {
    write(response, { status: 500, type: 'text/plain; charset=utf-8', body: `replica: ${String(error)}` });
  }
}

async function readRequest(message: IncomingMessage): Promise<PageRequest> {
  const chunks: string[] = [];
  message.setEncoding('utf8');
  for await (const chunk of message) chunks.push(String(chunk));
  const host = (message.headers.host ?? '').replace(/:\d+$/, '');
  const url = new URL(message.url ?? '/', 'https://replica.invalid');
  return { host, method: message.method ?? 'GET', path: url.pathname, query: url.searchParams, body: chunks.join('') };
}

function write(response: ServerResponse, { status, type, body, bytes, headers }: Reply): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  response.end(bytes ?? body);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the replica did not get a port');
  return address.port;
}
