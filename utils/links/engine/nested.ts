import { decodeAgain } from './decode';
import { valueOf } from './query';
import { firstFilled } from './target';
import type { Shape, Visit } from './types';

/** What a form unwraps to, by its own reading or by parameter names. */
export function innerTexts(visit: Visit, { inner, nested }: Shape): string[] {
  if (!inner) return nested ? nestedTexts(visit, nested) : [];
  const text = inner(visit);
  return text ? [text] : [];
}

/**
 * Addresses that parameters hold, the likeliest first. An address pasted in raw loses its own `&` to the outer query
 * (`h5Url=https://detail.tmall.com/item.htm?spm=1&id=2`), so the rest of the query is offered as well.
 */
export function nestedTexts({ query, search }: Visit, names: readonly string[]): string[] {
  const name = firstFilled(query, names);
  if (!name) return [];
  const text = decodeAgain(valueOf(query, name));
  const raw = query.get(name) ?? '';
  return /^https?:\/\//.test(raw) ? [text, search.slice(search.indexOf(`${name}=${raw}`) + name.length + 1)] : [text];
}
