import type { BoardSpec, CardSpec, Ghost, LabelSpec, LinkSpec, NoteSpec, World } from '../types';
import { boards, collector, collectorsNotes, self } from './boards';
import { items } from './items';
import { liveGoods } from './links';
import { makeTarget, type Target, targetForms } from './targets';
import { feedNotes, hostileNotes, listNotes, notesBy } from './notes';
import { plainNotes } from './notes-plain';

/** The channels of the feed, the first of which is where it opens. */
export const channels = [
  ['homefeed_recommend', '推荐'],
  ['homefeed.fashion_v3', '穿搭'],
  ['homefeed.food_v3', '美食'],
  ['homefeed.cosmetics_v3', '彩妆'],
  ['homefeed.household_product_v3', '家居'],
  ['homefeed.travel_v3', '旅行'],
  ['homefeed.hostile', '试炼'],
  ['homefeed.live', '直播'],
  ['homefeed.labels', '标识'],
] as const;

export const liveLinks: readonly LinkSpec[] = [liveGoods(items.scarf), liveGoods(items.mug)];

/** Room numbers are digits alone. */
function liveRoom(number: number, goods: readonly LinkSpec[]): CardSpec {
  return { kind: 'live', room: `5699${String(number).padStart(14, '0')}`, goods };
}

const live = liveRoom(1, liveLinks);
const query: CardSpec = { kind: 'query' };
const ai: CardSpec = { kind: 'ai' };

function ofNotes(notes: readonly NoteSpec[]): CardSpec[] {
  return notes.map((note) => ({ kind: 'note', note }));
}

const ghosts: readonly Ghost[] = [
  'no-size',
  'no-display',
  'hidden',
  'transparent',
  'outside',
  'no-letters',
  'empty-parent',
];

const labels: readonly LabelSpec[] = [
  { text: '广告', kind: 'statutory' },
  { text: '赞助', kind: 'equivalent' },
  { text: '品牌合作', kind: 'declared' },
];

/** Labels, labels that nobody can see, and people and titles whose names are labels; by turns. */
function labelChannel(): CardSpec[] {
  const words = labels.map(({ text }) => text);
  return plainNotes.map((note, index) => {
    const word = words[index % words.length] ?? '';
    const label = labels[index % labels.length];
    const ghost = ghosts[index % ghosts.length];
    if (index % 4 === 0) return { kind: 'note', note: { ...note, ...(label && { label }) } };
    if (index % 4 === 1) return { kind: 'note', note, ...(ghost && { ghost }) };
    if (index % 4 === 2) return { kind: 'note', note: { ...note, author: { ...note.author, name: word } } };
    return { kind: 'note', note: { ...note, title: word } };
  });
}

const goodsInRoom = 3;

/** Rooms that together sell what every form of address leads to. */
function liveChannel(): CardSpec[] {
  const goods = Array.from({ length: targetForms }, (_, number) => liveTarget(makeTarget(number)));
  const rooms = Array.from({ length: Math.ceil(targetForms / goodsInRoom) }, (_, room) => room);
  return rooms.map((room) => liveRoom(10 + room, goods.slice(room * goodsInRoom, (room + 1) * goodsInRoom)));
}

function liveTarget(target: Target): LinkSpec {
  return { ...target, surface: 'live-goods', label: '讲解中', target: '_blank', opens: { how: 'direct' } };
}

/** What is no note stands among the notes; each channel begins at another note. */
export function feedCards(channel: string): CardSpec[] {
  if (channel === 'homefeed.hostile') return ofNotes(hostileNotes);
  if (channel === 'homefeed.live') return liveChannel();
  if (channel === 'homefeed.labels') return labelChannel();
  const start =
    7 *
    Math.max(
      0,
      channels.findIndex(([id]) => id === channel),
    );
  const cards = ofNotes([...feedNotes.slice(start), ...feedNotes.slice(0, start)]);
  cards.splice(4, 0, query);
  cards.splice(9, 0, live);
  cards.splice(17, 0, ai);
  return cards;
}

/** Notes that name the word come first, the others after them, as on a site that never says "nothing found". */
export function searchCards(keyword: string): CardSpec[] {
  const names = (note: NoteSpec) => keyword !== '' && [note.title, ...note.tags].join(' ').includes(keyword);
  const notes = listNotes();
  const cards = ofNotes([...notes.filter(names), ...notes.filter((note) => !names(note))].slice(0, 40));
  cards.splice(1, 0, ai);
  cards.splice(4, 0, query);
  cards.splice(11, 0, live);
  return cards;
}

/** Nobody sees what others have liked; what we have collected is newest first, as the site has it. */
export function profileCards(author: string, tab: string, world: World): CardSpec[] {
  if (tab === 'note') return ofNotes(notesBy(author));
  if (tab !== 'fav') return [];
  if (author === collector.id) return ofNotes(collectorsNotes);
  return author === self.id ? ofNotes(savedNotes(world)) : [];
}

function savedNotes(world: World): NoteSpec[] {
  return [...world.collected].reverse().flatMap((id) => listNotes().find((note) => note.id === id) ?? []);
}

export function boardCards(board: BoardSpec | undefined): CardSpec[] {
  return ofNotes(board?.notes ?? []);
}

export function boardsOf(owner: string): BoardSpec[] {
  return boards.filter((board) => board.owner.id === owner);
}

/** What the page of a room sells: some sell nothing. */
export function goodsIn(room: string): readonly LinkSpec[] {
  const card = liveCards().find((each) => each.kind === 'live' && each.room === room);
  return card?.kind === 'live' ? card.goods : liveLinks;
}

/** 直播: rooms, no note. */
export function liveCards(): CardSpec[] {
  return [live, liveRoom(2, []), liveRoom(3, [])];
}
