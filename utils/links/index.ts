import { createResolver } from './engine/resolver';
import type { LinkFile } from './engine/types';

export type { LinkKind, ResolvedLink } from '../core/types';
export type { PlatformIdentity } from './identity';

const files = import.meta.glob<LinkFile>(['./*.ts', '!./{index,list,identity,explain}.ts'], { eager: true });

/** `resolveLink` takes one URL, deep link or intent; `resolveText` takes anything else. */
export const { resolveLink, resolveText } = createResolver(Object.values(files));
