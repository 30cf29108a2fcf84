import { fewest, type CategoryReport, type LocalReport } from '../core/density-report';
import type { NoteEvent, SightingEvent } from '../core/events';
import { most, quantile } from '../core/numbers';
import { readAskDelay } from '../core/shown-times';
import type { ExposureEvent } from '../core/units';
import type { Happening } from '../export/terms';
import { categoryOf, healthNames, knowledgeWords } from './categories';

interface Sold {
  surface: string;
  platform: string;
  title: string;
  noteId: string;
  at: number;
}

/** Links of the same note and thing are one, however often it was opened: a few thousand. */
interface Held {
  notes: Map<string, { title: string; isLabelled: boolean }>;
  sold: Sold[];
  distances: number[];
  delays: { leastMs: number; mostMs: number }[];
}

/**
 * What only the person's own records say: titles, the times of comments, and how far labels stand from links.
 * @param titleOf what the ledger calls an item
 */
export function localTally(titleOf: (itemKey: string) => string | undefined) {
  const held: Held = { notes: new Map(), sold: [], distances: [], delays: [] };
  return {
    add(event: Happening): void {
      if (event.type === 'exposure') addExposure(held, event);
      if (event.type === 'note') addNote(held, event);
      if (event.type === 'sighting') addSighting(held, event, titleOf);
    },
    report: (): LocalReport => ({
      distance: {
        n: held.distances.length,
        median: medianOf(held.distances),
        most: held.distances.length < fewest.clusters ? null : most(held.distances),
      },
      delay: {
        n: held.delays.length,
        least: medianOf(held.delays.map(({ leastMs }) => leastMs)),
        most: medianOf(held.delays.map(({ mostMs }) => mostMs)),
      },
      categories: categoryReports(held.sold.filter(({ surface }) => surface === 'ad-link')),
      health: healthReport(held),
      shops: shopReport(held),
    }),
  };
}

/** Of a handful nothing is told. */
function medianOf(values: readonly number[]): number | null {
  return values.length < fewest.clusters ? null : quantile(values, 0.5);
}

function addExposure({ distances }: Held, { unit, entry }: ExposureEvent): void {
  const px = unit.label?.measured?.linkPx;
  if (px !== undefined && entry <= 1) distances.push(px);
}

function addNote({ notes }: Held, { note }: NoteEvent): void {
  const kind = note.label?.kind ?? 'none';
  notes.set(note.id, { title: note.title ?? '', isLabelled: kind !== 'none' && kind !== 'other' });
}

function addSighting({ sold, delays }: Held, event: SightingEvent, titleOf: (key: string) => string | undefined): void {
  const { surface, link, noteId, at, zoneMinutes } = event;
  if (noteId === undefined) return; // no note's ad: a list, a shop's page
  const title = event.title ?? titleOf(link.itemKey ?? link.key) ?? '';
  sold.push({ surface, platform: link.platform, title, noteId, at });
  const delay = surface === 'blue-link' ? readAskDelay(event, at, zoneMinutes) : undefined;
  if (delay) delays.push(delay);
}

function categoryReports(sold: readonly Sold[]): CategoryReport[] {
  const found = new Map<string, CategoryReport>();
  for (const { title, at } of sold) {
    const category = categoryOf(title);
    const { name, allowedBy, keptIn } = category ?? { name: 'unknown', allowedBy: [], keptIn: [] };
    const known = found.get(name) ?? { name, links: 0, firstAt: at, allowedBy: [...allowedBy], keptIn: [...keptIn] };
    found.set(name, { ...known, links: known.links + 1, firstAt: Math.min(known.firstAt, at) });
  }
  return [...found.values()].sort((a, b) => b.links - a.links);
}

/** Links to what is sold as good for one's health, and of these the ones on notes that say that they teach. */
function healthReport({ sold, notes }: Held): LocalReport['health'] {
  const links = sold.filter(({ title }) => healthNames.has(categoryOf(title)?.name ?? ''));
  const said = links.map(({ noteId }) => notes.get(noteId)?.title.match(knowledgeWords) ?? []);
  return {
    links: links.length,
    onKnowledge: said.filter(({ length }) => length > 0).length,
    words: [...new Set(said.flat())],
  };
}

/** Ad links that lead out of the site: only notes that were bought as ads may carry one, and at first to Tmall alone. */
function shopReport({ sold, notes }: Held): LocalReport['shops'] {
  const out = sold.filter(({ surface, platform }) => surface === 'ad-link' && platform !== 'xiaohongshu');
  return {
    adLinks: out.length,
    taobao: out.filter(({ platform }) => platform === 'taobao').length,
    unlabelled: out.filter(({ noteId }) => notes.get(noteId)?.isLabelled === false).length,
  };
}
