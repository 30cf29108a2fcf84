import type { ResolvedLink } from '../../core/types';
import { INVISIBLE } from './invisible';
import { findMarks, platformNear, type Mark } from './tokens';
import type { LinkRules } from './types';

type Resolve = (input: string) => ResolvedLink | undefined;

interface Found {
  start: number;
  end: number;
  link: ResolvedLink;
}

// An address in a text ends at anything that is not plain ASCII: Chinese words and punctuation follow without a space.
const ADDRESS = String.raw`:\/\/[^\s<>"'\x80-\uffff]+`;
// One deep link, or one foreign address (`data:`, `javascript:`): it is not searched for others inside.
const OTHER_SCHEME = /^\s*(?!https?:)(?:[a-z][a-z\d+.-]{0,29}:(?!https?:)|\/\/)/i;
// Punctuation of the sentence, not of the address.
const TRAILING = '.,;:!?)]}';
// How far a mark may stand from the address it belongs to; a title of 60 characters fits in between.
const REACH = 120;

/** Every link in a text: addresses, share texts (an address with its 口令 or shop's name is one link) and bare tokens. */
export function readText(text: string, resolve: Resolve, platforms: readonly LinkRules[]): ResolvedLink[] {
  const isOne = OTHER_SCHEME.test(text);
  const whole = isOne ? resolve(text) : undefined;
  if (whole?.canonical || (isOne && !/\S\s+\S/.test(text))) return whole ? [whole] : [];
  const { found, words } = readAddresses(text, resolve, platforms);
  // Words behind a deep link are no part of it, unless it says more with them.
  if (whole && !found.some(({ link }) => link.canonical)) return [whole];
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

/** The addresses of a text, and the text without them and without what nobody sees; places are those of that rest. */
function readAddresses(text: string, resolve: Resolve, platforms: readonly LinkRules[]) {
  const schemes = platforms
    .flatMap((rules) => rules.schemes ?? [])
    .join('|')
    .replaceAll('.', '\\.');
  const address = new RegExp(`(?:https?|(?<![\\w+.-])(?:intent|${schemes}))${ADDRESS}`, 'gi');
  const found: Found[] = [];
  let [seen, hidden] = [0, 0];
  const rest = text.replace(address, (part: string, at: number) => {
    hidden += text.slice(seen, at).match(INVISIBLE)?.length ?? 0;
    seen = at;
    const url = trimEnd(part);
    const link = resolve(url);
    const start = at - hidden;
    if (link) found.push({ start, end: start + url.length, link });
    return ' '.repeat(part.length);
  });
  return { found, words: rest.replace(INVISIBLE, '') };
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
