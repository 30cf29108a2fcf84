import type { TruthLink, TruthNote } from '../../replica/truth';
import type { Reading } from './describe';
import { type EventRow, type Ledger, sightingsIn } from './ledger';
import { targetOf } from './notes';

type Detail = 'with comments' | 'without comments';

/** What an open note shows before anything is expanded, a line for each link. */
export function linesOf(note: TruthNote, detail: Detail = 'with comments'): string[] {
  const shown = [...note.links.filter((link) => !link.hidden), ...note.words];
  return shown.map((link) => lineOf(link, detail)).sort();
}

export function lineOf(link: TruthLink, detail: Detail = 'with comments'): string {
  const { surface, platform, commentId = '' } = link;
  // What a share code leads to is nobody's knowledge but the shop's.
  const target = surface === 'text-token' ? 'token' : targetOf(link);
  return [surface, platform, target, detail === 'with comments' ? commentId : ''].join(' ').trim();
}

/** What the ledger holds of a note, in the same form. */
export function storedLines(ledger: Ledger, { id }: Pick<TruthNote, 'id'>, detail: Detail = 'with comments'): string[] {
  const rows = sightingsIn(ledger).filter(({ noteId }) => noteId === id);
  return rows.map((row) => storedLine(row, detail)).sort();
}

/** What a reading of a page holds, in the same form. */
export function readLines({ links }: Pick<Reading, 'links'>): string[] {
  return links.map((row) => storedLine(row, 'with comments')).sort();
}

type Row = Pick<EventRow, 'surface' | 'link' | 'commentId'>;

function storedLine({ surface, link, commentId = '' }: Row, detail: Detail): string {
  const target = link?.kind === 'token' ? 'token' : (link?.itemKey ?? shopOf(link?.shopId) ?? link?.canonical);
  return [surface, link?.platform, target, detail === 'with comments' ? commentId : ''].join(' ').trim();
}

function shopOf(id: string | undefined): string | undefined {
  return id === undefined ? undefined : `shop:${id}`;
}
