import type { BoardSpec, Person } from '../types';
import { boardId } from './ids';
import { plainNotes } from './notes-plain';
import { linkedNotes } from './notes-linked';
import { person } from './people';

/** The person whose browser this is: the side bar leads to this profile. */
export const self: Person = { ...person(0), id: '5f20000000000000010f4240', name: '我的小本本' };

/** Somebody whose saved list everybody may see; it is not ours. */
export const collector: Person = { ...person(230), name: '爱收藏的阿喵' };

export const boards: readonly BoardSpec[] = [
  { id: boardId(1), name: '想买的都在这', owner: self, notes: linkedNotes.slice(0, 6) },
  { id: boardId(2), name: '周末去哪儿', owner: self, notes: plainNotes.slice(0, 8) },
  {
    id: boardId(3),
    name: '家里的灯',
    owner: collector,
    notes: [...linkedNotes.slice(12, 14), ...plainNotes.slice(5, 9)],
  },
];

export const collectorsNotes = plainNotes.slice(10, 16);

export function findBoard(id: string): BoardSpec | undefined {
  return boards.find((board) => board.id === id);
}
