import type { ItemPage } from '../core/events';
import type { PageDoor } from './door';
import { PageWatcher } from './page-watcher';
import { landingRow } from './rows';

type ItemReader = (url: string, document: Document) => ItemPage | undefined;

/** The item page that a link led to, or that the person found by themselves. */
export class ItemWatcher extends PageWatcher {
  readonly #window: Window;
  readonly #readItem: ItemReader;

  constructor(door: PageDoor, readItem: ItemReader) {
    super(door);
    this.#window = door.window;
    this.#readItem = readItem;
  }

  protected override read(): void {
    const { location, document } = this.#window;
    this.send(landingRow(this.visit, this.base(), this.#readItem(location.href, document)));
  }
}
