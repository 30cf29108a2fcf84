import type { ResolvedLink } from '../../core/types';
import { cleanText } from './address';
import { foreign } from './foreign';
import { readTarget } from './read';
import { buildRegistry, type LinkFile } from './registry';
import { readText } from './text';
import type { Target, Trail } from './types';

// Real links reach three (a risk page around a union link around an item); four leave room for one more.
const MOST_LEVELS = 4;

export interface Resolver {
  resolveLink: (input: string) => ResolvedLink | undefined;
  resolveText: (text: string) => ResolvedLink[];
}

/** A resolver over the given platform files; index.ts has the one over all of them. */
export function createResolver(files: readonly LinkFile[]): Resolver {
  const registry = buildRegistry([...foreign, ...files]);
  const resolveLink = (input: string): ResolvedLink | undefined => {
    const trail: Trail = { registry, attribution: {}, via: [], left: MOST_LEVELS };
    const target = readTarget(cleanText(input), trail);
    if (!isLink(target)) return undefined;
    target.via = trail.via;
    return target;
  };
  const identities = files.flatMap(({ identity }) => identity ?? []);
  return { resolveLink, resolveText: (text) => readText(text, resolveLink, identities) };
}

function isLink(target: Target | undefined): target is ResolvedLink {
  return target !== undefined && target.kind !== 'content';
}
