import type { ResolvedLink } from '../../core/types';
import type { PlatformIdentity } from '../identity';
import { cleanText } from './address';
import { findMarks, platformNear, type Mark } from './tokens';

type Resolve = (input: string) => ResolvedLink | undefined;

interface Found {
  start: number;
  end: number;
  link: ResolvedLink;
}

// An address in a text ends at anything that is not plain ASCII: Chinese words and punctuation follow without a space.
const URL_IN_TEXT = /https?:\/\/[^\s<>"'\x80-\uffff]+/gi;
// Punctuation of the sentence, not of the address.
const TRAILING = '.,;:!?)]}';
// How far a mark may stand from the address it belongs to; a title of 60 characters fits in between.
const REACH = 120;

/** Every link in a text: addresses, share texts (an address with its 口令 or shop's name is one link) and bare tokens. */
export function readText(input: string, resolve: Resolve, identities: readonly PlatformIdentity[]): ResolvedLink[] {
  const text = cleanText(input);
  const whole = readWhole(text, resolve);
  if (whole) return whole;
  const found: Found[] = [];
  const words = text.replace(URL_IN_TEXT, (part: string, start: number) => {
    const url = trimEnd(part);
    const link = resolve(url);
    if (link) found.push({ start, end: start + url.length, link });
    return ' '.repeat(part.length);
  });
  const tokens: ResolvedLink[] = [];
  for (const mark of findMarks(words)) {
    const owner = nearest(found, mark);
    if (owner) owner.link = { ...owner.link, kind: 'sharetext' };
    else if (mark.token) tokens.push(tokenLink(mark.token, platformNear(words, mark, identities)));
  }
  return uniqueByKey([...found.map(({ link }) => link), ...tokens]);
}

/** A text that is one deep link or one foreign address (`data:`, `javascript:`) is not searched for others inside. */
function readWhole(text: string, resolve: Resolve): ResolvedLink[] | undefined {
  if (!/^(?:[a-z][a-z\d+.-]{0,29}:|\/\/)/i.test(text) || /^https?:/i.test(text)) return undefined;
  const link = resolve(text);
  if (link) return [link];
  return /\s/.test(text) || /^[\w+.-]+:https?:/i.test(text) ? undefined : [];
}

function trimEnd(url: string): string {
  let end = url.length;
  while (end > 0 && TRAILING.includes(url.charAt(end - 1))) end--;
  return url.slice(0, end);
}

function nearest(found: readonly Found[], mark: Mark): Found | undefined {
  let best: Found | undefined;
  let distance = REACH;
  for (const candidate of found) {
    const gap = Math.max(candidate.start - mark.end, mark.start - candidate.end);
    if (gap <= distance) [best, distance] = [candidate, gap];
  }
  return best;
}

function tokenLink(token: string, platform: string): ResolvedLink {
  return { platform, kind: 'token', key: `token:${token}`, attribution: {}, via: [] };
}

function uniqueByKey(links: readonly ResolvedLink[]): ResolvedLink[] {
  return [...new Map(links.map((link) => [link.key, link])).values()];
}
