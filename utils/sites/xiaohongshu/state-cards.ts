import type { CardReading } from '../../core/types';
import { found } from '../dom';
import type { PagePlace } from '../reader';
import { decodeMedia } from './note';
import { cardModels, noteForm, statePaths } from './rules';
import { at, listAt, readWholeStates, stringAt } from './state';
import { pathId } from './urls';

function decodeCard(value: unknown, position: number): CardReading {
  const card = at(value, 'noteCard') ?? value;
  const model = stringAt(value, 'modelType') ?? 'note';
  const ids = [stringAt(value, 'noteId'), stringAt(card, 'noteId'), stringAt(value, 'id')];
  const noteId = ids.find((id) => id && noteForm.test(id));
  const known = (Object.hasOwn(cardModels, model) && cardModels[model]) || 'other';
  const kind = known === 'note' && !noteId ? 'other' : known;
  return found<CardReading>({
    position,
    kind,
    noteId: kind === 'note' ? noteId : undefined,
    authorId: stringAt(card, 'user.userId'),
    title: stringAt(card, 'displayTitle'),
    media: kind === 'note' ? decodeMedia(stringAt(card, 'type')) : undefined,
  });
}

/** The tabs of a profile, in the order of its lists. */
const tabs = [/^(?:note|$)/, /^fav(?:\/note)?$/, /^liked/];

/** A profile's state holds three lists, that of its own notes first; the state may be that of a profile seen before. */
function listOn(tab: string, userId: string, state: unknown): unknown[] {
  const lists = listAt(state, statePaths.ofUser);
  const [own] = lists;
  const posted = (Array.isArray(own) ? own : lists).filter(
    (value: unknown) => (stringAt(value, 'noteCard.user.userId') ?? stringAt(value, 'user.userId')) === userId,
  );
  const place = tabs.findIndex((form) => form.test(tab));
  if (place === 0) return posted;
  return place > 0 && posted.length > 0 ? listAt(lists, String(place)) : [];
}

function listIn(state: unknown, { kind, part }: PagePlace, url: string): unknown[] {
  if (kind === 'feed') return listAt(state, statePaths.feed);
  if (kind === 'search') return listAt(state, statePaths.search);
  if (kind === 'board') return listAt(state, `${statePaths.boards}.${pathId(url)}.notes`);
  return kind === 'profile' ? listOn(part ?? '', pathId(url), state) : [];
}

/** The cards of a page that shows none yet, or whose form is not known: those its inline state holds (code). */
export function readStateCards(document: Document, place: PagePlace, url: string): CardReading[] {
  const lists = readWholeStates(document).map((state) => listIn(state, place, url));
  return (lists.find(({ length }) => length > 0) ?? []).map(decodeCard);
}
