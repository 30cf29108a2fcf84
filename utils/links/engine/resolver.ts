import type { ResolvedLink } from '../../core/types';
import { foreign } from './foreign';
import { readTarget } from './read';
import { buildRegistry } from './registry';
import { readText } from './text';
import type { LinkRules, Target } from './types';

// Real links reach three (a risk page around a union link around an item); four leave room for one more.
const MOST_LEVELS = 4;
// Zero-width space and its kin come with copied texts; String.trim leaves them in place.
const INVISIBLE = /[\u200b-\u200d\u2060]/g;

export interface Resolver {
  resolveLink: (input: string) => ResolvedLink | undefined;
  resolveText: (text: string) => ResolvedLink[];
}

/** A resolver over the given platforms; index.ts has the one over all of them. */
export function createResolver(rules: readonly LinkRules[]): Resolver {
  const registry = buildRegistry([foreign, ...rules]);
  const resolveLink = (input: string): ResolvedLink | undefined => {
    // Order pages and saved HTML escape their `&`.
    const text = (input.includes('&amp;') ? input.replaceAll('&amp;', '&') : input).trim();
    const clean =
      text.charCodeAt(0) > 0x7f || text.charCodeAt(text.length - 1) > 0x7f ? text.replace(INVISIBLE, '').trim() : text;
    const target = readTarget(clean, { registry, attribution: {}, left: MOST_LEVELS });
    return isLink(target) ? target : undefined;
  };
  return { resolveLink, resolveText: (text) => readText(text, resolveLink, rules) };
}

function isLink(target: Target | undefined): target is ResolvedLink {
  return target !== undefined && target.kind !== 'content';
}
