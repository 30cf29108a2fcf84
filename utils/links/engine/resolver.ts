import type { ResolvedLink } from '../../core/types';
import { foreign } from './foreign';
import { INVISIBLE } from './invisible';
import { readTarget } from './read';
import { buildRegistry } from './registry';
import type { LinkRules, Target } from './types';

// Real links reach three (a risk page around a union link around an item); four leave room for one more.
const MOST_LEVELS = 4;

/** Resolves over the given platforms; index.ts has the one over all of them. */
export function createResolver(platforms: readonly LinkRules[]): (input: string) => ResolvedLink | undefined {
  const registry = buildRegistry([foreign, ...platforms]);
  return (input) => {
    const target = readTarget(cleanText(input), { registry, attribution: {}, left: MOST_LEVELS });
    return isLink(target) ? target : undefined;
  };
}

/** Trims, and undoes the `&amp;` of order pages and saved HTML. */
function cleanText(input: string): string {
  const text = (input.includes('&amp;') ? input.replaceAll('&amp;', '&') : input).trim();
  const isPlain = text.charCodeAt(0) < 0x80 && text.charCodeAt(text.length - 1) < 0x80;
  return isPlain ? text : text.replace(INVISIBLE, '').trim();
}

function isLink(target: Target | undefined): target is ResolvedLink {
  return target !== undefined && target.kind !== 'content';
}
