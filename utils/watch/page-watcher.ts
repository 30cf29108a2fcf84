import type { PageSideEvent } from '../core/events';
import { plainUrl, type PageDoor, type TabPlace } from './door';
import { newId } from './new-id';
import { restLeft } from './rest';
import { leaving, shutdownRegistry, type Shutdown } from './shutdown';
import { rowBase } from './visit';

/** Follows one page that is its own document: reads it when it is whole, after each burst of changes, and when it is left. */
export abstract class PageWatcher {
  readonly #door: PageDoor;
  readonly #shutdown: Shutdown;
  readonly visit: { id: string; url: string; startedAt: number; readAt?: number; sent: Set<string> };
  #place: TabPlace | undefined;
  #timer: number | undefined;

  constructor(door: PageDoor) {
    this.#door = door;
    this.#shutdown = shutdownRegistry(door.isConnected);
    const { location } = door.window;
    this.visit = { id: newId(), url: plainUrl(location), startedAt: door.now(), sent: new Set() };
  }

  async start(): Promise<void> {
    const { window } = this.#door;
    const observer = new MutationObserver((records) => {
      this.#shutdown.relisten(records);
      this.readSoon();
    });
    observer.observe(window.document, { childList: true, subtree: true });
    this.#shutdown.onEnd(() => observer.disconnect());
    this.#shutdown.onEnd(() => window.clearTimeout(this.#timer));
    this.#shutdown.listen(window, ['DOMContentLoaded', 'load'], () => this.readSoon());
    this.#shutdown.listen(window, leaving, () => this.#leave());
    const place = await this.#door.hello();
    this.#place = place;
    this.readSoon();
  }

  /** Reads the page as it stands and tells what is new. */
  protected abstract read(): void;

  /** What is told once more when the page goes away. */
  protected atEnd(): PageSideEvent | undefined {
    return undefined;
  }

  /** Called once the extension is gone. */
  protected onEnd(end: () => void): void {
    this.#shutdown.onEnd(end);
  }

  protected base() {
    return rowBase(this.#door, this.visit, this.#place ?? {});
  }

  protected send(row: PageSideEvent | undefined): void {
    if (row && this.#isRecording()) this.#door.send([row]);
  }

  #isRecording(): boolean {
    return this.#door.isRecording(this.#place?.tab);
  }

  /** Called as often as the page likes: what is read is throttled by the rest, and one reading follows the last change. */
  protected readSoon(): void {
    if (!this.#door.isConnected()) return this.#shutdown.end();
    // A landing is joined to its click by tab: nothing is told before the tab is known.
    if (!this.#place) return;
    const wait = restLeft(this.visit, this.#door.now());
    if (wait <= 0) return this.#readNow();
    this.#timer ??= this.#door.window.setTimeout(() => this.#readNow(), wait);
  }

  #readNow(): void {
    const { window } = this.#door;
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    // Half a page says half a thing; nothing is read before the markup is whole.
    if (window.document.readyState === 'loading' || !this.#isRecording()) return;
    this.visit.readAt = this.#door.now();
    this.read();
  }

  #leave(): void {
    this.#readNow();
    this.send(this.atEnd());
  }
}
