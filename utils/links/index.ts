import { createResolver } from './engine/resolver';
import type { LinkRules } from './engine/types';
import { platformIdentities } from './list';

export type { LinkKind, ResolvedLink } from '../core/types';
export type { PlatformIdentity } from './identity';

const rules = import.meta.glob<LinkRules>(['./*.ts', '!./{index,list,identity,explain}.ts'], {
  eager: true,
  import: 'rules',
});

// Both globs list the same files in the same order.
const files = Object.values(rules).flatMap((rule, at) => {
  const identity = platformIdentities[at];
  return identity ? { identity, rules: rule, hosts: identity.hosts } : [];
});

/** `resolveLink` takes one URL, deep link or intent; `resolveText` takes anything else. */
export const { resolveLink, resolveText } = createResolver(files);
