import { attendedUntil } from '../core/attended';
import { fewest, type CategoryReport, type Group, type LocalReport, type Middle } from '../core/density-report';
import type { NoteEvent, SightingEvent } from '../core/events';
import { readAskDelay } from '../core/shown-times';
import { sightingId } from '../core/sightings';
import { sessionGapMs } from '../core/session-gap';
import type { ExposureEvent } from '../core/units';
import { isKnown } from '../density/classes';
import { LandedLinks } from '../density/landed-links';
import { middleOf } from '../density/middle';
import { isCandidate, shopSurfaces } from '../density/shop-links';
import { classOf } from '../density/unit-class';
import { viewOfStays } from '../export/rows/screen';
import type { Happening } from '../export/terms';
import { categories, categoryOf, healthNames, knowledgeWords } from './categories';
import { Carriers, type Carrier } from './carriers';
import { Cells } from './cells';
import { Parts } from './parts';
import { sessionNames } from './session-of';

interface Sold {
  surface: string;
  platform: string;
  title: string;
  noteId: string;
  isInComment: boolean;
  at: number;
  session: string;
}

interface Opened extends Carrier {
  noteId: string;
  hasLinks: boolean;
  /** Links that sell nothing before a landing shows goods. */
  candidates: ReadonlySet<string>;
  lastAt: number;
}

/** A link at one place of a note is one, however often that was opened: a few thousand. */
interface Held {
  notes: Map<string, { title: string; isLabelled: boolean }>;
  sold: Sold[];
  /** Notes that were opened, each once in a visit: a few thousand. */
  opened: Map<string, Opened>;
  /** By session. */
  distances: Map<string, number[]>;
  /** `of`: the links in comments whose delay is known. */
  delays: { least: Map<string, number[]>; most: Map<string, number[]>; of: Set<string> };
  /** Sightings of what is no shop link before a landing shows goods, with their sessions. */
  candidates: (readonly [SightingEvent, string])[];
}

/**
 * What only the person's own records say: titles, the times of comments, and how far labels stand from links. Told by
 * time: half an hour without anything ends a session.
 * @param titleOf what the ledger calls an item
 */
export function localTally(titleOf: (itemKey: string) => string | undefined) {
  const delays = { least: new Map<string, number[]>(), most: new Map<string, number[]>(), of: new Set<string>() };
  const held: Held = { notes: new Map(), sold: [], opened: new Map(), distances: new Map(), delays, candidates: [] };
  const sessionAt = sessionNames();
  const landed = new LandedLinks();
  const addLink = (event: SightingEvent, session: string) => addSighting(held, event, { titleOf, session });
  return {
    add(told: Happening): void {
      const followed = landed.pass(told);
      if (followed) {
        for (const [seen, session] of takeSeen(held, followed.link.key)) addLink(landed.told(seen), session);
        markFollowed(held, followed.link.key, told.at);
      }
      const event = landed.told(told);
      if (event.type === 'exposure') addExposure(held, event, sessionAt(event.at, event.at + event.durationMs));
      if (event.type === 'note') addNote(held, event);
      if (event.type === 'sighting') addLink(event, sessionAt(event.at, event.at));
    },
    report: (): LocalReport => ({
      byCategory: categoryLoad(held),
      distance: middleIn(held.distances),
      delay: { least: middleIn(held.delays.least), most: middleIn(held.delays.most) },
      categories: categoryReports(held.sold.filter(({ surface }) => surface === 'ad-link')),
      health: healthReport(held),
      shops: shopReport(held),
    }),
  };
}

function middleIn(values: ReadonlyMap<string, readonly number[]>): Middle {
  return middleOf([...values.values()], fewest.clusters);
}

function keep(values: Map<string, number[]>, session: string, value: number): void {
  const own = values.get(session) ?? [];
  values.set(session, own);
  own.push(value);
}

function addExposure({ distances, opened }: Held, stay: ExposureEvent, session: string): void {
  const { unit, visit, entry } = stay;
  const px = unit.label?.measured?.linkPx;
  if (px !== undefined && entry <= 1) keep(distances, session, px);
  if (unit.kind !== 'open-note' || unit.noteId === undefined || !isKnown({ class: classOf(unit) })) return;
  const key = `${visit} ${unit.key}`;
  const before = opened.get(key);
  const candidates = (unit.links ?? []).filter((of) => isCandidate(of)).map(({ link }) => link.key);
  opened.set(key, {
    ...{ session: before?.session ?? session, noteId: unit.noteId },
    hasLinks: (before?.hasLinks ?? false) || shopSurfaces(unit).length > 0,
    isViewable: (before?.isViewable ?? false) || viewOfStays([stay]).viewable,
    candidates: new Set([...(before?.candidates ?? []), ...candidates]),
    lastAt: Math.max(before?.lastAt ?? 0, attendedUntil(stay)),
  });
}

/** A candidate has led to goods: notes that are still open have a link now, as in an export (decision 33). */
function markFollowed({ opened }: Held, key: string, at: number): void {
  for (const note of opened.values())
    if (note.candidates.has(key) && at - note.lastAt <= sessionGapMs) note.hasLinks = true;
}

/** Links whose titles nobody knows, or that were told before, are of no known category. */
function categoryLoad({ opened, sold }: Held): Group[] {
  const ofNote = new Map<string, Set<string>>();
  for (const { noteId, title, isInComment } of sold)
    if (!isInComment) ofNote.set(noteId, (ofNote.get(noteId) ?? new Set()).add(categoryOf(title)?.name ?? 'unknown'));
  const carriers = new Carriers();
  const carrying = new Map<string, Carrier[]>();
  for (const note of opened.values()) {
    carriers.add(note);
    for (const name of note.hasLinks ? (ofNote.get(note.noteId) ?? ['unknown']) : [])
      carrying.set(name, [...(carrying.get(name) ?? []), note]);
  }
  return [...carrying].sort(([, a], [, b]) => b.length - a.length).map(([name, own]) => carriers.group(name, own));
}

function addNote({ notes }: Held, { note }: NoteEvent): void {
  const kind = note.label?.kind ?? 'none';
  notes.set(note.id, { title: note.title ?? '', isLabelled: kind !== 'none' && kind !== 'other' });
}

interface Known {
  titleOf: (key: string) => string | undefined;
  session: string;
}

function addSighting({ sold, delays, candidates }: Held, event: SightingEvent, { titleOf, session }: Known): void {
  const { surface, link, noteId, at, zoneMinutes } = event;
  if (noteId === undefined) return; // no note's ad: a list, a shop's page
  if (isCandidate(event)) return void candidates.push([event, session]);
  const title = event.title ?? titleOf(link.itemKey ?? link.key) ?? '';
  const isInComment = event.commentId !== undefined;
  if (!event.again) sold.push({ surface, platform: link.platform, title, noteId, isInComment, at, session });
  const id = sightingId(event);
  const delay = surface === 'blue-link' && !delays.of.has(id) ? readAskDelay(event, at, zoneMinutes) : undefined;
  if (!delay) return;
  if (event.commentId !== undefined) delays.of.add(id);
  keep(delays.least, session, delay.leastMs);
  keep(delays.most, session, delay.mostMs);
}

/** Sightings of a candidate that has led to goods, which wait no longer. */
function takeSeen(held: Held, key: string): Held['candidates'] {
  const taken = held.candidates.filter(([{ link }]) => link.key === key);
  held.candidates = held.candidates.filter(([{ link }]) => link.key !== key);
  return taken;
}

function categoryReports(sold: readonly Sold[]): CategoryReport[] {
  const parts = new Parts();
  const first = new Map<string, number>();
  for (const { title, at, session } of sold) {
    const name = categoryOf(title)?.name ?? 'unknown';
    parts.add(session, name);
    first.set(name, Math.min(first.get(name) ?? at, at));
  }
  return parts.shares().map(({ name, share }) => {
    const { allowedBy = [], keptIn = [] } = categories.find((each) => each.name === name) ?? {};
    return { name, share, firstAt: first.get(name) ?? 0, allowedBy: [...allowedBy], keptIn: [...keptIn] };
  });
}

/** Links to what is sold as good for one's health, and of these the ones on notes that say that they teach. */
function healthReport({ sold, notes }: Held): LocalReport['health'] {
  const cells = new Cells();
  const words = new Set<string>();
  for (const { title, noteId, session } of sold) {
    const isPart = healthNames.has(categoryOf(title)?.name ?? '');
    cells.add('links', session, { isPart });
    if (!isPart) continue;
    const said = notes.get(noteId)?.title.match(knowledgeWords) ?? [];
    for (const word of said) words.add(word);
    cells.add('onKnowledge', session, { isPart: said.length > 0 });
  }
  return { links: cells.estimate('links'), onKnowledge: cells.estimate('onKnowledge'), words: [...words] };
}

/** Ad links that lead out of the site: only notes that were bought as ads may carry one, and at first to Tmall alone. */
function shopReport({ sold, notes }: Held): LocalReport['shops'] {
  const cells = new Cells();
  for (const { surface, platform, noteId, session } of sold) {
    if (surface !== 'ad-link') continue;
    const isPart = platform !== 'xiaohongshu';
    cells.add('outside', session, { isPart });
    if (!isPart) continue;
    cells.add('taobao', session, { isPart: platform === 'taobao' });
    // Of a note that nobody has a reading of nothing is said.
    const note = notes.get(noteId);
    if (note) cells.add('unlabelled', session, { isPart: !note.isLabelled });
  }
  return {
    outside: cells.estimate('outside'),
    unlabelled: cells.estimate('unlabelled'),
    taobao: cells.estimate('taobao'),
  };
}
