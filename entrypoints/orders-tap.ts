import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/**
 * The copier: runs in the page's own world, on order pages of connected shops alone, and can be turned off. It hands on
 * what the page itself loads, and only answers that hold orders. It asks for nothing, changes nothing and keeps the page
 * waiting for nothing; whatever goes wrong here the page does not notice. It imports nothing: all of it is on this page.
 */

const { apply } = Reflect;
const answers = Object.values(
  import.meta.glob<RegExp>('../utils/platforms/*/index.ts', { eager: true, import: 'orderAnswers' }),
);
const bytesAtMost = 2_000_000;

// Held from before any script of the page has run: what the page puts in their place is not asked.
const { clone, arrayBuffer } = Response.prototype;
const { addEventListener } = EventTarget.prototype;

/** The whole address of what holds orders; undefined for everything else. */
function orderAddress(input: unknown): string | undefined {
  const said = input instanceof Request ? input.url : typeof input === 'string' || input instanceof URL ? input : '';
  if (!URL.canParse(said, document.baseURI)) return undefined;
  const { href } = new URL(said, document.baseURI);
  return href.length < 5_000 && answers.some((pattern) => pattern.test(href)) ? href : undefined;
}

/** Offers the other end of a port to our script of the isolated world, once now and once before the page's first script. */
function openPort(): (address: string, text: string) => void {
  const { port1, port2 } = new MessageChannel();
  const post = port1.postMessage.bind(port1);
  const isTaken = () => !window.dispatchEvent(new MessageEvent('orders-tap', { ports: [port2], cancelable: true }));
  if (!isTaken()) {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      isTaken();
    });
    observer.observe(document, { childList: true, subtree: true });
  }
  return (address, text) => {
    if (text.length <= bytesAtMost) post(`${address}\n${text}`);
  };
}

/** Runs something of ours beside the page's own: its failure is nobody's. */
function quietly(copy: () => unknown): void {
  try {
    void Promise.resolve(copy()).catch(() => undefined);
  } catch {
    // An answer less: the page is as it was.
  }
}

function decode(bytes: ArrayBuffer, type: string | null): string {
  // 2025: the old list answers in GBK, which `text()` would not read.
  return new TextDecoder(/charset="?([\w-]+)/i.exec(type ?? '')?.[1] ?? 'utf-8').decode(bytes);
}

type Send = ReturnType<typeof openPort>;

function tapFetch(send: Send): void {
  const copy = async (address: string, answered: Promise<Response>) => {
    const response = await answered;
    if (Number(response.headers.get('content-length')) > bytesAtMost) return;
    const bytes = await apply(arrayBuffer, apply(clone, response, []), []);
    if (bytes.byteLength <= bytesAtMost) send(address, decode(bytes, response.headers.get('content-type')));
  };
  window.fetch = new Proxy(window.fetch, {
    apply(real, self, args: Parameters<typeof fetch>) {
      const answered = apply(real, self, args);
      quietly(() => {
        const address = orderAddress(args[0]);
        return address === undefined ? undefined : copy(address, answered);
      });
      return answered;
    },
  });
}

function tapRequests(send: Send): void {
  const addresses = new WeakMap<XMLHttpRequest, string>();
  const copy = (request: XMLHttpRequest) => {
    const address = addresses.get(request);
    const { responseType } = request;
    if (!address || !['', 'text', 'json'].includes(responseType)) return;
    send(address, responseType === 'json' ? JSON.stringify(request.response) : request.responseText);
  };
  const { prototype } = XMLHttpRequest;
  prototype.open = new Proxy(prototype.open, {
    apply(real, self: XMLHttpRequest, args: Parameters<XMLHttpRequest['open']>) {
      quietly(() => addresses.set(self, orderAddress(args[1]) ?? ''));
      return apply(real, self, args);
    },
  });
  prototype.send = new Proxy(prototype.send, {
    apply(real, self: XMLHttpRequest, args: Parameters<XMLHttpRequest['send']>) {
      const onLoad = () => quietly(() => copy(self));
      quietly(() => addresses.get(self) && apply(addEventListener, self, ['load', onLoad, { once: true }]));
      return apply(real, self, args);
    },
  });
}

/** Answers of `<script>` elements come through a function of the page's that the address names (2026-08: mtopjsonp3). */
function tapCallbacks(send: Send): void {
  const wrap = (address: string) => {
    const name = new URL(address).searchParams.get('callback') ?? '';
    const real: unknown = Reflect.get(window, name);
    if (typeof real !== 'function') return;
    const handler: ProxyHandler<(...args: unknown[]) => unknown> = {
      apply(target, self, args) {
        quietly(() => send(address, JSON.stringify(args[0])));
        return apply(target, self, args);
      },
    };
    Reflect.set(window, name, new Proxy(real, handler));
  };
  const onScript = (node: Node) => {
    const address = node instanceof HTMLScriptElement ? orderAddress(node.src) : undefined;
    if (address !== undefined) wrap(address);
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) quietly(() => onScript(node));
  }).observe(document, { childList: true, subtree: true });
}

export default defineUnlistedScript(() => {
  if (window.top !== window) return;
  quietly(() => {
    const send = openPort();
    tapFetch(send);
    tapRequests(send);
    tapCallbacks(send);
  });
});
