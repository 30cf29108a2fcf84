import type { CommentReading, LinkReading, ResolvedLink } from '../../core/types';
import { resolveText } from '../../links';
import { all, linesOf } from '../dom';
import { byText, userText, verifiedRules } from './rules';
import { stringAt } from './state';

/** A note has a thousand characters; what is longer was made to keep us busy. */
const longestText = 20_000;

/** A share text with an address is read by its address. */
function surfaceOf({ kind, canonical }: ResolvedLink): LinkReading['surface'] {
  return kind === 'token' || (kind === 'sharetext' && !canonical) ? 'text-token' : 'text-link';
}

/** Every address and every 口令 has a run of letters or digits; most comments have none. */
const worthAsking = /[a-z\d]{5}/i;

/** `taobao://，广告`, `taobao://`: what follows a shop's scheme is a sentence or nothing, and no address. */
const schemeInProse = /^\s*[a-z][\w+.-]*:\/\/(?=[\w.-]*[^\w.\-/?%#:&=]|$)/i;

export function readWords(text: string, commentId?: string): LinkReading[] {
  if (!worthAsking.test(text)) return [];
  const prose = text.slice(0, longestText);
  return resolveText(/^\s*http/i.test(prose) ? prose : prose.replace(schemeInProse, '')).map((link) => ({
    surface: surfaceOf(link),
    link,
    ...(commentId && { commentId }),
    layer: 'text',
    rule: byText,
    verified: verifiedRules.includes(byText),
  }));
}

/** Addresses and 口令 in what users wrote: the title, the description line by line, each comment. */
export function readTextLinks(root: Element, state: unknown, comments: CommentReading[]): LinkReading[] {
  const shown = all(root, userText).flatMap(linesOf);
  const stored = [stringAt(state, 'note.title') ?? '', ...(stringAt(state, 'note.desc') ?? '').split('\n')];
  const lines = shown.length > 0 ? shown : stored;
  return [...lines.flatMap((line) => readWords(line)), ...comments.flatMap(({ text, id }) => readWords(text, id))];
}

/** One reading per target and place; what an anchor already says is not said again by the words around it. */
export function mergeLinks(links: LinkReading[]): LinkReading[] {
  const seen = new Set<string>();
  return links.filter(({ surface, link, commentId = '', layer }) => {
    const words = `${commentId} ${link.key}`;
    const place = layer === 'text' ? words : `${surface} ${words}`;
    const isNew = !seen.has(place);
    seen.add(place).add(words);
    return isNew;
  });
}
