import type { CommentReading, LinkReading, ResolvedLink } from '../../core/types';
import { resolveText } from '../../links';
import { first, textOf } from '../dom';
import { byText, desc, title } from './rules';
import { stringAt } from './state';

/** A note has a thousand characters; what is longer was made to keep us busy. */
const longestText = 20_000;

/** A share text with an address is read by its address. */
function surfaceOf({ kind, canonical }: ResolvedLink): LinkReading['surface'] {
  return kind === 'token' || (kind === 'sharetext' && !canonical) ? 'text-token' : 'text-link';
}

/** Addresses and 口令 in what users wrote: the title, the description, each comment. */
export function readTextLinks(root: Element, state: unknown, comments: CommentReading[]): LinkReading[] {
  const texts: Pick<CommentReading, 'id' | 'text'>[] = [
    { text: textOf(first(root, title)) || (stringAt(state, 'note.title') ?? '') },
    { text: textOf(first(root, desc)) || (stringAt(state, 'note.desc') ?? '') },
    ...comments,
  ];
  return texts.flatMap(({ id, text }) =>
    resolveText(text.slice(0, longestText)).map((link) => ({
      surface: surfaceOf(link),
      link,
      ...(id && { commentId: id }),
      layer: 'text',
      rule: byText.id,
      verified: byText.verified,
    })),
  );
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
