import { columns } from './columns';
import type { Tracked } from './tracked';

/** Where units stand: in the document, and in which column of their list. */
export class Places {
  readonly #columns = columns();
  #scrolled: [left: number, top: number] = [0, 0];

  /** Asked for with each scroll, which lays the page out anyway: asked for elsewhere, it would make the page do that. */
  onScroll({ scrollX, scrollY }: Window): void {
    this.#scrolled = [scrollX, scrollY];
  }

  onResize(): void {
    this.#columns.forget();
  }

  /** A box in the viewport, as one of the document. */
  of({ x, y, width, height }: DOMRectReadOnly): [number, number, number, number] {
    const [left, top] = this.#scrolled;
    return [Math.round(x + left), Math.round(y + top), Math.round(width), Math.round(height)];
  }

  note({ feed, rect, view }: Tracked): void {
    if (rect && view.ratio > 0) this.#columns.note(feed, rect[0]);
  }

  columnOf({ feed, rect }: Pick<Tracked, 'feed' | 'rect'>): number | undefined {
    return rect && this.#columns.of(feed, rect[0]);
  }
}
