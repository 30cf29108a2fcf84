import type { Shape, Target, Visit } from './types';

const DIGITS = /^[1-9]\d{0,19}$/;

/** The target that a shape names, as far as the address itself says; nothing where the id it needs is missing. */
export function makeTarget(visit: Visit, shape: Shape, match: RegExpExecArray): Target | undefined {
  const { kind } = shape;
  const { identity, rules } = visit.owner;
  const id = readId(visit, shape, match);
  const base = { platform: identity?.id ?? '', kind };
  if (kind === 'short' && (id || !shape.id)) {
    const canonical = id && shape.to ? shape.to(id, match) : `https://${match[0]}`;
    return { ...base, key: canonical, canonical };
  }
  const toUrl = shape.to ?? (kind === 'shop' ? rules.shop : rules.item);
  if (!id || !toUrl) return isOpaque(visit, shape) ? { ...base, key: opaqueKey(visit, shape) } : undefined;
  const canonical = toUrl(id, match);
  if (kind === 'shop') return { ...base, key: canonical, shopId: id, canonical };
  const itemKey = `${identity?.space ?? ''}:${id}`;
  return { ...base, key: itemKey, itemId: id, itemKey, canonical };
}

/** Host + path + the parameter that tells it from its neighbours. */
export function opaqueKey(visit: Visit, { by }: Pick<Shape, 'by'>): string {
  const name = firstFilled(visit.query, by);
  return name ? `${visit.at}?${name}=${visit.query.get(name) ?? ''}` : visit.at;
}

export function firstFilled(query: URLSearchParams, names = ''): string | undefined {
  return names.split(' ').find((name) => query.get(name));
}

function readId({ query, owner }: Visit, shape: Shape, match: RegExpExecArray): string | undefined {
  if (typeof shape.id === 'function') return shape.id(match);
  if (!shape.id) return match.length > 1 ? match[match.length - 1] : undefined;
  const form = shape.ids ?? owner.rules.ids ?? DIGITS;
  for (const name of shape.id.split(' ')) {
    const value = query.get(name);
    if (value && form.test(value)) return value;
  }
  return undefined;
}

/** A redirector that carries nothing is a bare host; a coupon page is one whatever it carries. */
function isOpaque({ query }: Visit, { kind, by }: Shape): boolean {
  if (kind === 'item' || kind === 'shop' || kind === 'short') return false;
  return kind !== 'redirector' || !by || firstFilled(query, by) !== undefined;
}
