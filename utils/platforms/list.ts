import type { Platform } from './platform';

// Only `platform` is imported, so that worker and popup carry hosts and no readers.
const found = import.meta.glob<Platform>('./*/index.ts', { eager: true, import: 'platform' });

/** Every platform that can be connected, by folder name. */
export const platforms: readonly Platform[] = Object.values(found);
