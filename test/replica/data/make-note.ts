import { pick } from '../random';
import type { NoteSpec, Trap } from '../types';
import { note } from './note';

/** The first number of a made note; below it are the notes written by hand. */
const firstMade = 1000;

export const madeNotes = 600;

const openings = ['随手记', '碎碎念', '第一次', '救命', '谁懂啊', '复盘', '慎点'] as const;
const subjects = [
  '整理衣柜',
  '早起跑步',
  '自制酸奶',
  '拼图',
  '考驾照',
  '租房',
  '学吉他',
  '看展',
  '爬山',
  '喂流浪猫',
  '断舍离',
] as const;
const arts = ['cat', 'sea', 'mountain', 'plant', 'book', 'window', 'desk', 'bowl', 'cup', 'shoe', 'tent'] as const;

/** Words that tempt or break a reader. None of them is a link; a reader of text may see the URL-like ones. */
export const hostileWords = [
  '广告',
  '赞助 推广 购买同款',
  'item.jd.com/100081234561.html（少了协议头，不是链接）',
  'htt ps://detail.tmall.com/item.htm?id=1',
  '<a href="https://shop.example/2.html">京东</a>',
  '<img src=x onerror=alert(1)>',
  '</script></style></textarea><svg/onload=alert(1)>',
  '\u202Eتجربة\u202C RTL 测试 \u2066عربي\u2069',
  '\u200B\u200C\u200D\uFEFF零宽字符',
  '{{constructor.constructor("alert(1)")()}} ${7*7} %3Cscript%3E',
  '长'.repeat(3000),
  '👨‍👩‍👧‍👦🏳️‍🌈🇨🇳 e\u0301 \u{20BB7}',
  'tbopen 不是链接；u.jd.com 也不是',
  '口令已失效：￥￥ $$ ((',
  '"\'`><!-- -->',
  'null undefined NaN [object Object] __proto__ constructor',
] as const;

const traps: readonly [Trap[], ...Trap[][]] = [[], [], ['clobbering-form'], ['film-words'], ['look-alikes'], []];

/** A note without any link whose words are hostile. The same seed gives the same note; seeds 0 to 599 are served. */
export function makeNote(seed: number): NoteSpec {
  const bait = pick(hostileWords, seed);
  const second = pick(hostileWords, Math.floor(seed / hostileWords.length) + seed * 5 + 3);
  return note(firstMade + seed, {
    title: seed % 3 === 0 ? bait.slice(0, 40) : `${pick(openings, seed)}｜${pick(subjects, seed * 3)} No.${seed}`,
    body: [`今天想聊聊${pick(subjects, seed * 3)}。`, bait, second],
    tags: [pick(subjects, seed)],
    art: pick(arts, seed),
    media: seed % 4 === 1 ? 'video' : 'image',
    traps: pick(traps, seed),
    commentsDeclared: seed % 24,
  });
}
