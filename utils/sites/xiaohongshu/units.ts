import type { CommentReading, LinkReading, NoteReading } from '../../core/types';
import type { Unit } from '../../core/units';
import { all, attribute, closest, contains, found, hrefAt, isA, matching, parentOf } from '../dom';
import type { Listed, UnitFinder } from '../reader';
import {
  isKnown,
  isOwnCard,
  listCards,
  mostCards,
  noteIdOf,
  ownerOn,
  positionsOf,
  readCard,
  statedPosition,
  wholeOf,
} from './cards';
import { recallComment } from './comments';
import type { Marks } from './labels';
import { readLinks } from './links';
import { readNote, type ReadNote } from './note';
import { commentIdOf } from './places';
import { goodsUnits, isGoods, isRoom, listGoods } from './room-goods';
import { isOtherNote, noteRoot } from './root';
import * as rules from './rules';
import { listOdd, named } from './shaped-cards';
import { readState, type StateEntry } from './state';
import { readStateSignals } from './state-signals';
import { statedComments, withStated } from './stated-comments';
import { readTextLinks, readWords } from './texts';
import { carriedBy } from './unit-links';
import { readPlace } from './urls';

type Sign = Marks['signs'][number];

/** What the unit itself shows, and what the page's state says of its note. */
function signalsOf(element: Element, signs: Marks['signs'], noteId = ''): Pick<Unit, 'signals' | 'verifiedSignals'> {
  const stated = Array.from(noteId && (readStateSignals(element.ownerDocument).get(noteId) ?? []), (key): Sign => [
    'L2',
    key,
  ]);
  const all = [...stated, ...signs];
  const nameAll = (some: Sign[]) => some.map((sign) => sign.join(' '));
  const verified = all.filter(([, rule]) => rules.verifiedRules.includes(rule));
  return all.length > 0 ? { signals: nameAll(all), verifiedSignals: nameAll(verified) } : {};
}

/**
 * What a card is about, `/goods-detail/ID`, `/livestream/ID` or, in the app, `live_audience?room_id=ID`: an element used
 * again for another note is another unit.
 */
function subjectOf(element: Element): string | undefined {
  const href = attribute(wholeOf(element), 'href') || hrefAt(element, 'a');
  const [, last, room] = /^[^?#]*\/([^/?#]*\d[^/?#]*)|[?&]room_id=(\w+)/.exec(href) ?? [];
  return noteIdOf(element) ?? last ?? room;
}

function cardKey(element: Element, indexOf: (element: Element) => number): string {
  const stated = statedPosition(element) ?? '';
  const subject = subjectOf(element) ?? (stated === '' ? indexOf(element) : '');
  return ['card', stated, subject].join(':').slice(0, 100);
}

interface Cards {
  owner: () => string | undefined;
  indexOf: (element: Element) => number;
  positionOf: (element: Element) => number | undefined;
}

function cardUnit(element: Element, { owner, indexOf, positionOf }: Cards): Unit {
  // Asked for only where it is not stated: finding it out goes through the whole list.
  const { card, signs } = readCard(element, owner(), statedPosition(element) ?? positionOf(element));
  const { kind, position, noteId, authorId, authorRole, media, label } = card;
  // Of a card that no rule names nobody knows whether it shows a label: a note it is not, lest it count as one without.
  const isOdd = !isKnown(element);
  return found<Unit>({
    key: cardKey(element, indexOf),
    kind: isOdd ? 'other' : kind,
    position,
    media: isOdd ? undefined : media,
    noteId,
    authorId,
    authorRole: authorRole ?? (authorId === undefined ? 'unknown' : 'author'),
    label,
    ...carriedBy(readLinks(wholeOf(element), [])),
    ...signalsOf(element, signs, noteId),
  });
}

function noteUnit(root: Element, { note, signs }: ReadNote, state: unknown): Unit {
  const { id, authorId, authorRole, media, label } = note;
  const links = [...readLinks(root, []), ...readTextLinks(root, state, [])];
  return found<Unit>({
    key: noteKey(id),
    kind: 'open-note',
    noteId: id,
    authorId,
    authorRole: authorRole ?? (authorId === undefined ? 'unknown' : 'author'),
    media,
    label,
    ...carriedBy(links.filter(({ surface }) => surface !== 'blue-link')),
    ...signalsOf(root, signs, id),
  });
}

function noteKey(id: string): string {
  return `open-note:${id}`;
}

// A thread is listed again with every change, and resolving words is the dearest part of it.
const knownWords = new WeakMap<CommentReading, LinkReading[]>();

function linksOf(element: Element, reading: CommentReading): LinkReading[] {
  const words = knownWords.get(reading) ?? readWords(reading.text, reading.id);
  knownWords.set(reading, words);
  return [...readLinks(element, []), ...words];
}

function commentKey(element: Element, position: number): string {
  return `comment:${commentIdOf(element) ?? String(position)}`;
}

interface OpenNote {
  note: NoteReading;
  state: StateEntry | undefined | null;
}

/** Of persons who comment nothing is taken but their role. */
function commentUnit(element: Element, position: number, { note, state }: OpenNote): Unit {
  const { id: noteId, authorId } = note;
  const reading = recallComment(element, authorId);
  const { id: commentId, authorRole } = withStated(reading, statedComments(state, authorId));
  return found<Unit>({
    key: commentKey(element, position),
    kind: 'comment',
    position,
    noteId,
    commentId,
    authorId: authorRole === 'author' ? authorId : undefined,
    authorRole,
    ...carriedBy(linksOf(element, reading)),
  });
}

/** What is told of each element of a list, by its place; the list is made again for one that came later. */
function toldOf<T>(list: () => Element[], tell: (elements: Element[]) => T[], beyond: (listed: number) => T) {
  let told = new Map<Element, T>();
  return (element: Element): T => {
    if (!told.has(element)) {
      const elements = list();
      const values = tell(elements);
      told = new Map(elements.map((each, index) => [each, values[index] as T]));
      // Beyond what is listed: not to be looked for again.
      if (!told.has(element)) told.set(element, beyond(elements.length));
    }
    return told.get(element) as T;
  };
}

/** Where an element stands in a list. */
function placesIn(list: () => Element[]): (element: Element) => number {
  return toldOf<number>(
    list,
    (elements) => elements.map((_element, index) => index),
    (listed) => listed,
  );
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The open note and its comments. */
function openUnits(root: Element, id: string): UnitFinder {
  const state = once(() => readState(root.ownerDocument, id));
  const note = once(() => readNote(id, root, state()));
  const placeOf = placesIn(() => all(root, rules.comment));
  return {
    root,
    find: (part) => {
      if (contains(part, root)) return [root, ...all(root, rules.comment)];
      return contains(root, part) ? matching(part, rules.comment) : [];
    },
    keyOf: (element) => (element === root ? noteKey(id) : commentKey(element, placeOf(element))),
    listed: () => undefined,
    read: (element) =>
      element === root
        ? noteUnit(root, note(), state())
        : commentUnit(element, placeOf(element), { note: note().note, state: state() }),
  };
}

function listOf(card: Element): Listed | undefined {
  const list = closest(card, rules.list) ?? parentOf(closest(card, 'a') ?? card);
  return list && { list, place: statedPosition(card) };
}

/** Cards, save those inside an open note. */
function cardUnits(url: string, document: Document, root: Element | undefined): UnitFinder {
  const list = () => listCards(document, root);
  const cards = {
    // Asked each time: the tab that is marked may come after the cards.
    owner: () => ownerOn(url, document),
    indexOf: placesIn(list),
    positionOf: toldOf(list, positionsOf, () => undefined),
  };
  return {
    root,
    *find(part) {
      const known = matching(part, named);
      for (const each of known) {
        if (isOwnCard(each) && !(root && contains(root, each))) yield each;
      }
      if (known.length <= mostCards) yield* listOdd(part, root).filter(isOwnCard);
    },
    keyOf: (element) => cardKey(element, cards.indexOf),
    listed: listOf,
    read: (element) => cardUnit(element, cards),
  };
}

/** @param isFirst whether a unit of theirs is one of the first's */
function both(one: UnitFinder, other: UnitFinder, isFirst: (element: Element) => boolean): UnitFinder {
  const finderOf = (element: Element) => (isFirst(element) ? one : other);
  return {
    root: one.root,
    *find(part) {
      yield* one.find(part);
      yield* other.find(part);
    },
    keyOf: (element) => finderOf(element).keyOf(element),
    listed: (element) => finderOf(element).listed(element),
    read: (element) => finderOf(element).read(element),
  };
}

const nothing: UnitFinder = {
  root: undefined,
  find: () => [],
  keyOf: () => '',
  listed: () => undefined,
  read: () => undefined,
};

function finderOn(url: string, document: Document): UnitFinder {
  const place = readPlace(url);
  const { noteId } = place;
  if (isRoom(place))
    return both(goodsUnits(placesIn(() => listGoods(document))), cardUnits(url, document, undefined), isGoods);
  if (place.kind === 'other') return nothing; // a reading of it takes no cards either
  if (place.kind !== 'note') return cardUnits(url, document, undefined);
  const root = noteRoot(document, noteId);
  // Until the note is there nobody knows what it will cover.
  if (!root || noteId === undefined || isOtherNote(root, noteId)) return nothing;
  const note = openUnits(root, noteId);
  const isOfNote = (element: Element) => element === root || isA(element, rules.comment);
  return closest(root, rules.mask) ? note : both(note, cardUnits(url, document, root), isOfNote);
}

/** What one page shows that can be counted. Cards behind an overlay are covered by it and are none. */
export function unitsOn(url: string, document: Document): UnitFinder {
  const finder = finderOn(url, document);
  const read = (element: Element) => {
    try {
      return finder.read(element);
    } catch {
      return undefined; // one broken card costs no other; the reading of the page counts it
    }
  };
  return { ...finder, read };
}
