import { isElement, own, type Root } from '../../sites/dom';
import type { UnitFinder } from '../../sites/reader';
import type { PageDoor } from '../door';
import { pageTime } from '../page-time';
import { heldMs } from '../rows';
import type { Visit, WatchedSite } from '../visit';
import { allowance } from './slices';

export interface FindingDoor extends Pick<PageDoor, 'window' | 'now'> {
  reader: WatchedSite;
}

interface Finds {
  /** An element that may be counted; also one that was found before. */
  found: (element: Element) => void;
  /** A node inside which something changed, by `at` on the page's clock. */
  changed: (node: Node, at: number) => void;
  /** What is found beyond is counted and not followed. */
  isFull: () => boolean;
  /** Time to look once more, though nothing has changed. */
  due: () => void;
}

/** What has changed, and when it was told; it may be looked at much later. */
interface Change {
  records: readonly MutationRecord[];
  at: number;
}

export function isThere(node: Node): boolean {
  return own(node, 'isConnected');
}

/** Of so many new parts of one part each costs more than looking through the whole. */
const manyAtOnce = 20;

function isParent(node: Node): node is Root {
  return isElement(node) || own(node, 'nodeType') === 9;
}

/** What was added to which part. A page may change a thousand times before anybody looks, mostly in one place. */
function byTarget(records: readonly MutationRecord[]): Map<Node, NodeList[]> {
  const found = new Map<Node, NodeList[]>();
  for (const { target, addedNodes } of records) {
    const added = found.get(target) ?? [];
    if (addedNodes.length > 0) added.push(addedNodes);
    found.set(target, added);
  }
  return found;
}

/** Elements that were added and are there yet; looks for no more than one past `most`. */
function* listArrived(lists: readonly NodeList[], most: number): Generator<void, Element[]> {
  const arrived: Element[] = [];
  for (const nodes of lists) {
    for (const node of nodes) {
      if (isElement(node) && isThere(node)) arrived.push(node);
      if (arrived.length > most) return arrived;
      yield;
    }
  }
  return arrived;
}

/** Finds what can be counted on a page: all of it once for each visit, and then in what is added. */
export class Finding {
  readonly #door: FindingDoor;
  readonly #finds: Finds;
  #visit: Visit;
  #finder: UnitFinder | undefined;
  /** The open note of the visit before. */
  #rootBefore: Element | undefined;
  readonly #allowance = allowance();
  #timer: number | undefined;
  #isNew = false;
  #backlog: Change[] = [];
  #searched = new WeakSet<Node>();

  constructor(door: FindingDoor, visit: Visit, finds: Finds) {
    this.#door = door;
    this.#visit = visit;
    this.#finds = finds;
  }

  /** Absent while nobody knows what can be counted. */
  get finder(): UnitFinder | undefined {
    return this.#finder;
  }

  begin(visit: Visit): void {
    this.#visit = visit;
    this.#rootBefore = this.#finder?.root;
    this.#finder = undefined;
    this.#backlog = [];
    this.#open();
  }

  end(): void {
    this.#door.window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Takes down what has changed; the steps look at it. */
  look(records: readonly MutationRecord[]): void {
    this.#open();
    this.#searched = new WeakSet();
    this.#backlog.push({ records, at: pageTime() });
  }

  /** All that there is to look through, interrupted wherever it yields. */
  *steps(): Generator<void> {
    if (this.#isNew) yield* this.#searchAll();
    for (let change = this.#backlog.shift(); change; change = this.#backlog.shift()) yield* this.#follow(change);
  }

  /**
   * What can be counted is known at once, save under a note's address: its overlay comes late, and until then nobody knows
   * what it covers. The note before may stand there for a moment yet.
   */
  #open(): void {
    const { noteId, reading } = this.#visit;
    const root = this.#finder?.root;
    if (this.#finder && (noteId === undefined || (root && isThere(root)))) return;
    const wait = this.#allowance.wait();
    if (wait > 0) return this.#openIn(wait);
    const start = pageTime();
    const { location, document } = this.#door.window;
    const finder = this.#door.reader.unitsOn(location.href, document);
    this.#allowance.spend(start);
    const isBefore = finder.root === this.#rootBefore && heldMs(this.#visit, this.#door.now(), reading?.note) > 0;
    if (noteId !== undefined && (!finder.root || isBefore)) return;
    this.#finder = finder;
    this.#isNew = true;
  }

  /** The change that brings the note may be the last one. Should the page clear our timer, the next change opens it. */
  #openIn(ms: number): void {
    const due = () => {
      this.#timer = undefined;
      this.#finds.due();
    };
    this.#timer ??= this.#door.window.setTimeout(due, ms);
  }

  *#searchAll(): Generator<void> {
    const { document } = this.#door.window;
    this.#isNew = false;
    this.#searched.add(document);
    yield* this.#search(document);
  }

  *#follow({ records, at }: Change): Generator<void> {
    // What comes while this is being searched has a set of its own: it may stand under a part that was searched before.
    const searched = this.#searched;
    // A list of more than can be followed was counted: what was not added to it is not looked at again.
    const most = this.#finds.isFull() ? Infinity : manyAtOnce;
    for (const [target, added] of byTarget(records)) {
      // What was added to a part that is gone is gone, or was added elsewhere since.
      if (!isThere(target)) continue;
      yield this.#finds.changed(target, at);
      const arrived = yield* listArrived(added, most);
      const whole = isParent(target) && arrived.length > most ? [target] : arrived;
      for (const part of whole) yield* this.#searchOnce(part, searched);
    }
  }

  /** Under a part that was searched since the last change nothing is new. */
  *#searchOnce(part: Root, searched: WeakSet<Node>): Generator<void> {
    const parent = own(part, 'parentNode');
    const isNew = !searched.has(part) && !(parent && searched.has(parent));
    searched.add(part);
    if (isNew) yield* this.#search(part);
    yield;
  }

  *#search(part: Root): Generator<void> {
    const finder = this.#finder;
    for (const element of finder?.find(part) ?? []) {
      yield this.#finds.found(element);
      if (finder !== this.#finder) return;
    }
  }
}
