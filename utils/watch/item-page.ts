import type { ItemPage } from '../core/events';
import type { ShopReading } from '../core/types';
import type { ShopSignal } from '../platforms/shop-signals';
import type { PageDoor } from './door';
import { PageWatcher } from './page-watcher';
import { landingRow, shopRow, signalRow } from './rows';

/** What is known of shop pages; the watcher knows no address itself. */
interface ShopReader {
  readItem: (url: string, document: Document) => ItemPage | undefined;
  readShop: (url: string, document: Document) => ShopReading | undefined;
  readSignals: (address: string, by: 'page' | 'request') => ShopSignal[];
}

/** A page of a shop: the item that a link led to, or that the person found by themselves, and what they do there. */
export class ItemWatcher extends PageWatcher {
  readonly #window: Window;
  readonly #reader: ShopReader;

  constructor(door: PageDoor, reader: ShopReader) {
    super(door);
    this.#window = door.window;
    this.#reader = reader;
  }

  override async start(): Promise<void> {
    // The isolated world's own observer: nothing of the page's is wrapped, and the page cannot take it away.
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) this.#onRequest(entry);
    });
    observer.observe({ type: 'resource', buffered: true });
    this.onEnd(() => observer.disconnect());
    await super.start();
  }

  protected override read(): void {
    const { href } = this.#window.location;
    this.send(landingRow(this.visit, this.base(), this.#readItem()));
    this.send(shopRow(this.visit, this.base(), this.#reader.readShop(href, this.#window.document)));
    for (const signal of this.#reader.readSignals(href, 'page')) this.#tell(signal, 'observed');
  }

  /** Told at once: the page may be on its way out. An answer whose status is hidden may be a refusal. */
  #onRequest(entry: PerformanceEntry): void {
    const status: unknown = Reflect.get(entry, 'responseStatus');
    if (typeof status !== 'number' || status < 200 || status > 299) return;
    for (const signal of this.#reader.readSignals(entry.name, 'request')) this.#tell(signal, 'inferred');
  }

  #tell(signal: ShopSignal, evidence: 'observed' | 'inferred'): void {
    const itemKey = signal.itemKey ?? this.#readItem()?.itemKey;
    this.send(signalRow(this.visit, this.base(), { ...signal, evidence, ...(itemKey !== undefined && { itemKey }) }));
  }

  #readItem(): ItemPage | undefined {
    const { location, document } = this.#window;
    return this.#reader.readItem(location.href, document);
  }
}
