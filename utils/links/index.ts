import type { ResolvedLink } from '../core/types';
import { createResolver } from './engine/resolver';
import { readText } from './engine/text';
import type { LinkRules } from './engine/types';

export type { LinkKind, ResolvedLink } from '../core/types';
export type { PlatformIdentity } from './identity';

const rules = import.meta.glob<LinkRules>(['./*.ts', '!./{index,list,identity,explain}.ts'], {
  eager: true,
  import: 'rules',
});

const platforms = Object.values(rules);

/** One URL, protocol-relative URL, deep link or intent. */
export const resolveLink = /* @__PURE__ */ createResolver(platforms);

/** Anything else: prose, share texts, 口令. A function of its own, so that scripts without texts go without it. */
export function resolveText(text: string): ResolvedLink[] {
  return readText(text, resolveLink, platforms);
}
