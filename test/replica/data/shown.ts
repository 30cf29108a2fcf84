import type { CardSpec, World } from '../types';
import { findBoard } from './boards';
import { boardCards, feedCards, liveCards, profileCards, searchCards } from './lists';

/** The cards that the page at an address of the note site shows, all of them, however few are in it at a time. */
export function cardsAt({ pathname, searchParams }: URL, world: World): CardSpec[] {
  const [, first = '', second = '', third = ''] = pathname.split('/');
  switch (first) {
    case '':
    case 'explore':
      return second === '' ? feedCards(searchParams.get('channel_id') ?? '') : [];
    case 'search_result':
      return second === '' ? searchCards(searchParams.get('keyword') ?? '') : [];
    case 'user':
      return searchParams.get('subTab') === 'board'
        ? []
        : profileCards(third, searchParams.get('tab') ?? 'note', world);
    case 'board':
      return boardCards(findBoard(second));
    case 'livelist':
      return liveCards();
    default:
      return [];
  }
}
