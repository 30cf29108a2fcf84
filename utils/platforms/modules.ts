import type { PlatformModule } from './platform';

/** Everything the connected platforms know, readers included: for the script on shop pages, and nothing else. */
export const modules = Object.values(import.meta.glob<PlatformModule>('./*/index.ts', { eager: true }));
