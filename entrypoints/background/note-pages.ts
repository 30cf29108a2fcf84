import { sites } from '@/utils/sites/list';

/** Match patterns of the pages that notes are read on. */
export const notePages = sites.flatMap(({ hosts }) => [...hosts]);
