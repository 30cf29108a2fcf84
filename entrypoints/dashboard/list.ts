import type { View } from './view';

const found = import.meta.glob<View>('./views/*.tsx', { eager: true, import: 'view' });

export const views: readonly View[] = Object.values(found).sort((a, b) => a.order - b.order);

/** The view that an address names, or the first one. */
export function viewAt(search: string): View | undefined {
  const named = new URLSearchParams(search).get('view');
  return views.find(({ id }) => id === named) ?? views[0];
}
