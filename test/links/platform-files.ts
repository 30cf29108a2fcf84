import type { LinkRules } from '../../utils/links/engine/types';
import type { PlatformIdentity } from '../../utils/links/identity';
import type { EvidenceWords } from '../../utils/links/words/types';

/** What a platform file exports. */
export interface PlatformFile {
  identity: PlatformIdentity;
  rules: LinkRules;
  words: EvidenceWords;
}

const files = import.meta.glob<PlatformFile>(
  ['../../utils/links/*.ts', '!../../utils/links/{index,list,identity,explain}.ts'],
  { eager: true },
);

/** By file name, without folder and ending. */
export const platformFiles: Record<string, PlatformFile> = Object.fromEntries(
  Object.entries(files).map(([path, file]) => [path.slice(path.lastIndexOf('/') + 1, -'.ts'.length), file]),
);

export const linkRules = Object.values(platformFiles).map(({ rules }) => rules);
