import { pick, random, seedOf } from '../random';
import type { CommentSpec, LinkSpec, NoteSpec } from '../types';
import { commentId } from './ids';
import { person } from './people';

type Start = Pick<NoteSpec, 'id' | 'author'>;

type Words = Partial<Omit<CommentSpec, 'id' | 'text' | 'replies'>> & { replies?: CommentSpec[] };

/** A comment written for its note. `number` makes its id and must be unique in the note. */
export function comment(note: Start, number: number, words: Words & { text: string }): CommentSpec {
  const seed = seedOf(note.id) + number * 13;
  return {
    id: commentId(note.id, number),
    byAuthor: false,
    byMerchant: false,
    pinned: false,
    asksForLink: false,
    likes: seed % 90,
    links: [],
    words: [],
    replies: [],
    ...words,
    person: words.byAuthor === true ? note.author : (words.person ?? person(seed % 240)),
  };
}

export function authorComment(
  note: Start,
  number: number,
  words: { text: string; pinned?: boolean; links?: LinkSpec[] },
): CommentSpec {
  return comment(note, number, { ...words, byAuthor: true, likes: 128 });
}

const remarks = [
  '终于有人把这个说清楚了',
  '收藏了，周末照着试试',
  '博主拍照好好看，用的什么滤镜呀',
  '同款用了半年，真的耐用',
  '本懒人表示很心动',
  '已经安利给室友了',
  '看了一圈还是你这篇最实在',
  '有没有姐妹一起拼单',
  '这个颜色也太温柔了吧',
  '谢谢分享，避雷成功',
  '我妈看了都说好',
  '蹲一个后续反馈',
  '求更新，想看更多细节',
  '小户型也能放得下吗',
  '第一次这么早来',
  '哈哈哈哈标题笑死我了',
  '认真看完了，笔记都记下来了',
  '质量怎么样，会不会掉色',
  '上个月刚入，后悔没早点看到',
  '预算有限，先种草了',
] as const;

const answers = ['同问', '我也觉得', '真的吗，心动了', '亲测有效', '记得回来反馈呀', '已经下单了哈哈'] as const;

/** All comments of a note: its own, then made ones until parents and replies add up to the declared number. */
export function listComments(note: NoteSpec): CommentSpec[] {
  const next = random(seedOf(note.id));
  const parents = note.comments.slice();
  let left = note.commentsDeclared - countComments(parents);
  let number = 200;
  while (left > 0) {
    const replies = Math.min(next() < 0.25 ? 1 + Math.floor(next() * 4) : 0, left - 1);
    parents.push(remark(note, number, replies));
    number += 10;
    left -= 1 + replies;
  }
  return parents;
}

export function countComments(parents: readonly CommentSpec[]): number {
  return parents.reduce((sum, parent) => sum + 1 + parent.replies.length, 0);
}

function remark(note: NoteSpec, number: number, replies: number): CommentSpec {
  const made = Array.from({ length: replies }, (_, index) => {
    const at = number + 1 + index;
    return comment(note, at, { text: pick(answers, at) });
  });
  return comment(note, number, { text: pick(remarks, seedOf(note.id) + (number / 10) * 7), replies: made });
}
