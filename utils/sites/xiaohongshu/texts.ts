import type { CommentReading, LinkReading, ResolvedLink } from '../../core/types';
import { resolveText } from '../../links';
import { found, textAt } from '../dom';
import { linkRules, selectors, type Rule } from './rules';
import { stringAt, type State } from './state';

/** A note has a thousand characters; what is longer was made to keep us busy. */
const longestText = 20_000;

function textLinks(text: string, rule: Rule, commentId?: string): LinkReading[] {
  return resolveText(text.slice(0, longestText)).map((link) =>
    found<LinkReading>({
      surface: textSurface(link),
      link,
      commentId,
      title: undefined,
      layer: 'text',
      rule: rule.id,
      verified: rule.verified,
    }),
  );
}

/** A share text with an address is read by its address. */
function textSurface(link: ResolvedLink): LinkReading['surface'] {
  return link.kind === 'token' || (link.kind === 'sharetext' && link.canonical === undefined)
    ? 'text-token'
    : 'text-link';
}

/** Addresses and 口令 in what users wrote. */
export function readTextLinks(root: Element, state: State, comments: CommentReading[]): LinkReading[] {
  const desc = textAt(root, selectors.desc) || stringAt(state, 'desc') || '';
  const title = textAt(root, selectors.title) || stringAt(state, 'title') || '';
  const notes = [title, desc].flatMap((text) => textLinks(text, linkRules.noteText));
  return [...notes, ...comments.flatMap(({ text, id }) => textLinks(text, linkRules.commentText, id))];
}

/** One reading per target and place; what an anchor already says is not said again by the words around it. */
export function mergeLinks(anchors: LinkReading[], texts: LinkReading[]): LinkReading[] {
  const seen = new Set<string>();
  const isNew = (...parts: (string | undefined)[]) => seen.size < seen.add(parts.join(' ')).size;
  const kept = anchors.filter(({ surface, link, commentId }) => isNew(surface, link.key, commentId));
  kept.forEach(({ link, commentId }) => isNew(link.key, commentId));
  return [...kept, ...texts.filter(({ link, commentId }) => isNew(link.key, commentId))];
}
