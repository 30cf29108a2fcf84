import { decodeAgain } from './decode';
import { firstFilled } from './target';
import type { Shape, Visit } from './types';

/**
 * Addresses that a shape's parameters hold, the likeliest first. An address pasted in raw loses its own `&` to the
 * outer query (`h5Url=https://detail.tmall.com/item.htm?spm=1&id=2`), so the rest of the query is offered as well.
 */
export function nestedTexts(visit: Visit, names: string): string[] {
  const name = firstFilled(visit.query, names);
  if (!name) return [];
  const value = visit.query.get(name) ?? '';
  const raw = rawRest(visit.url.search, name);
  return raw && raw !== value ? [decodeAgain(value), raw] : [decodeAgain(value)];
}

/** What a shape unwraps to, by parameter names or by its own reading. */
export function innerTexts(visit: Visit, { inner = '' }: Shape, match: RegExpExecArray): string[] {
  if (typeof inner === 'string') return nestedTexts(visit, inner);
  const text = inner(visit, match);
  return text === undefined ? [] : [text];
}

function rawRest(search: string, name: string): string | undefined {
  const start = Math.max(search.indexOf(`?${name}=http`), search.indexOf(`&${name}=http`));
  const rest = search.slice(start + name.length + 2);
  return start >= 0 && /^https?:\/\//.test(rest) ? rest : undefined;
}
