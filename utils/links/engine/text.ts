import type { ResolvedLink } from '../../core/types';
import { findMarks, platformNear, type Mark } from './tokens';
import type { LinkRules } from './types';

type Resolve = (input: string) => ResolvedLink | undefined;

interface Found {
  start: number;
  end: number;
  link: ResolvedLink;
}

// An address in a text ends at anything that is not plain ASCII: Chinese words and punctuation follow without a space.
const URL_IN_TEXT = /https?:\/\/[^\s<>"'\x80-\uffff]+/gi;
// One deep link, or one foreign address (`data:`, `javascript:`): it is not searched for others inside.
const OTHER_SCHEME = /^\s*(?!https?:)(?:[a-z][a-z\d+.-]{0,29}:(?!https?:)|\/\/)/i;
// Punctuation of the sentence, not of the address.
const TRAILING = '.,;:!?)]}';
// How far a mark may stand from the address it belongs to; a title of 60 characters fits in between.
const REACH = 120;

/** Every link in a text: addresses, share texts (an address with its 口令 or shop's name is one link) and bare tokens. */
export function readText(text: string, resolve: Resolve, platforms: readonly LinkRules[]): ResolvedLink[] {
  if (OTHER_SCHEME.test(text)) {
    const link = resolve(text);
    if (link || !/\S\s+\S/.test(text)) return link ? [link] : [];
  }
  const found: Found[] = [];
  const words = text.replace(URL_IN_TEXT, (part: string, start: number) => {
    const url = trimEnd(part);
    const link = resolve(url);
    if (link) found.push({ start, end: start + url.length, link });
    return ' '.repeat(part.length);
  });
  const links = found.map(({ link }) => link);
  const marks = findMarks(words, platforms);
  const owners = joinMarks(found, marks);
  marks.forEach((mark, at) => {
    const owner = owners[at];
    if (owner) owner.link.kind = 'sharetext';
    else if (mark.token) links.push(tokenLink(mark.token, platformNear(words, mark, platforms)));
  });
  return [...new Map(links.map((link) => [link.key, link])).values()];
}

function tokenLink(token: string, platform: string): ResolvedLink {
  return { platform, kind: 'token', key: `token:${token}`, attribution: {}, via: [] };
}

function trimEnd(url: string): string {
  let end = url.length;
  while (TRAILING.includes(url.charAt(end - 1))) end--;
  return url.slice(0, end);
}

/** Gives each mark the address it stands beside. Both come in the order of the text, so one walk is enough. */
function joinMarks(found: readonly Found[], marks: readonly Mark[]): (Found | undefined)[] {
  let next = 0;
  return marks.map((mark) => {
    while (next < found.length && (found[next]?.start ?? 0) < mark.start) next++;
    const [before, after] = [found[next - 1], found[next]];
    const gapBefore = before ? mark.start - before.end : Infinity;
    const gapAfter = after ? after.start - mark.end : Infinity;
    if (Math.min(gapBefore, gapAfter) > REACH) return undefined;
    return gapAfter <= gapBefore ? after : before;
  });
}
