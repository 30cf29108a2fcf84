import { createResolver } from './engine/resolver';
import type { LinkRules } from './engine/types';

export type { LinkKind, ResolvedLink } from '../core/types';
export type { PlatformIdentity } from './identity';

const rules = import.meta.glob<LinkRules>(['./*.ts', '!./{index,list,identity,explain}.ts'], {
  eager: true,
  import: 'rules',
});

/** `resolveLink` takes one URL, deep link or intent; `resolveText` takes anything else. */
export const { resolveLink, resolveText } = createResolver(Object.values(rules));
