import { pick } from '../random';
import type { CommentSpec, LinkSpec, NoteSpec } from '../types';
import { authorComment, comment } from './comments';
import { hostileWords } from './make-note';
import { noteWith } from './note';
import { makeTarget, type Target, targetForms } from './targets';

/** After the notes written by hand and the made ones without a link. */
const firstLinked = 2000;

/** The places where a link can stand on a note; each note has two of them. */
const places = [
  'note',
  'comment',
  'reply',
  'hidden reply',
  'text',
  'comment text',
  'token',
  'share text',
  // Goods cards and shop entries stand here alone, and few forms lead to them: once more.
  'note',
] as const;
type Place = (typeof places)[number];

/** Every form of address at every place, and tokens between them. */
export const madeLinked = Math.ceil((targetForms * places.length) / 2);

interface Placed {
  place: Place;
  link: LinkSpec;
}

/** A note with two links at two places and with hostile words around them. The same seed gives the same note. */
export function makeLinkedNote(seed: number): NoteSpec {
  const [first, second] = [placed(2 * seed), placed(2 * seed + 1)];
  const at = (...wanted: Place[]) =>
    [first, second].filter(({ place }) => wanted.includes(place)).map(({ link }) => link);
  return noteWith(firstLinked + seed, (base) => ({
    title: `好物清单 No.${seed}｜${pick(['自用', '回购', '避雷', '种草'], seed)}`,
    body: [pick(hostileWords, seed), ...at('text', 'token', 'share text').map(({ label }) => label)],
    tags: ['好物'],
    art: pick(['bag', 'cup', 'lamp', 'box'], seed),
    media: seed % 5 === 0 ? 'video' : 'image',
    traps: seed % 3 === 0 ? ['film-words'] : [],
    ...(at('note').some(({ surface }) => surface === 'ad-link') && { label: pick(labels, seed) }),
    links: [...at('note'), ...at('text', 'token', 'share text')],
    comments: thread(base, at),
    commentsDeclared: 6 + (seed % 9),
  }));
}

const labels: readonly [NonNullable<NoteSpec['label']>, ...NonNullable<NoteSpec['label']>[]] = [
  { text: '广告', kind: 'statutory' },
  { text: '赞助', kind: 'equivalent' },
  { text: '品牌合作', kind: 'declared' },
];

function thread(base: Pick<NoteSpec, 'id' | 'author'>, at: (...wanted: Place[]) => LinkSpec[]): CommentSpec[] {
  const words = at('comment text');
  const reply = { ...authorComment(base, 4, { text: '放这里了', links: at('reply') }) };
  const last = { ...authorComment(base, 5, { text: '还有这个', links: at('hidden reply') }) };
  return [
    authorComment(base, 1, { text: '姐妹们要的都在这：', pinned: true, links: at('comment') }),
    comment(base, 2, { text: `我在这里买的 ${words.map(({ label }) => label).join(' ')}`.trim(), words }),
    comment(base, 3, { text: '求链接', asksForLink: true, replies: [reply, last] }),
  ];
}

function placed(number: number): Placed {
  const place = pick(places, Math.floor(number / targetForms));
  const target = makeTarget(number);
  // Nobody writes an app's own address out; the next form is none.
  const isApp = /^(?:pinduoduo|vipshop|xhsdiscover):/.test(target.href);
  return {
    place,
    link: linkAt(place, number, isApp && place.includes('text') ? makeTarget(number + 1 + 50 * targetForms) : target),
  };
}

function linkAt(place: Place, number: number, target: Target): LinkSpec {
  const base = { target: '_blank', opens: { how: 'direct' } } as const;
  if (place === 'note') return { ...base, ...target, surface: ownSurface(target), label: '购买同款' };
  if (place === 'token') return token(number);
  if (place === 'share text') return shareText(number);
  const isText = place === 'text' || place === 'comment text';
  if (isText) return { ...base, ...inWords(target), surface: 'text-link', opens: { how: 'nowhere' } };
  return { ...base, ...target, surface: 'blue-link', label: `第 ${number} 号同款` };
}

function ownSurface({ platform, itemId }: Target): LinkSpec['surface'] {
  if (platform !== 'xiaohongshu') return 'ad-link';
  return itemId === undefined ? 'shop-entry' : 'goods-card';
}

/** What people write is whole: `https://…`, never a path. */
function inWords(target: Target): Target & { label: string } {
  const { href } = target;
  const whole = href.startsWith('//')
    ? `https:${href}`
    : href.startsWith('/')
      ? `https://www.xiaohongshu.com${href}`
      : href;
  return { ...target, href: whole, label: whole };
}

const nowhere = { target: '_self', opens: { how: 'nowhere' } } as const;

/** 口令: eleven letters and digits between two signs. */
function token(number: number): LinkSpec {
  const sign = pick(['￥', '$', '€'], number);
  const text = `${sign}Tk${String(number).padStart(4, '0')}xYzQw${sign}`;
  return { ...nowhere, surface: 'text-token', platform: 'taobao', href: text, label: `复制打开淘宝 ${text}` };
}

/** A share text is read by its address. */
function shareText(number: number): LinkSpec {
  const letters = Array.from(String(number).padStart(4, '0'), (digit) => 'aBcDeFgHiJ'[Number(digit)]).join('');
  const href = `https://m.tb.cn/h.5${letters}Zz`;
  const label = `【淘宝】${href}?tk=Tk${String(number).padStart(4, '0')}xYzQw CZ0001 「布面手账本」 点击链接直接打开`;
  return { ...nowhere, surface: 'text-link', platform: 'taobao', href, label };
}
