import { valueOf } from './query';
import type { FormKind, Query, Shape, Target, Visit } from './types';

const DIGITS = /^[1-9]\d{0,19}$/;
const GROUP_IS_ID = /^(?:item|shop|short)$/;

/** The target that a form names, as far as the address itself says; nothing where the id it needs is missing. */
export function makeTarget(visit: Visit, shape: Shape, match: RegExpExecArray): Target | undefined {
  const { kind } = shape;
  const { rules, identity } = visit.owner;
  const id = readId(visit, shape, match);
  if (!id) return isOpaque(visit, shape) ? newTarget(visit, kind, opaqueKey(visit, shape.by)) : undefined;
  const toUrl = shape.to ?? (kind === 'short' ? undefined : kind === 'shop' ? rules.shop : rules.item);
  const canonical = toUrl?.(id, match) ?? `https://${match[0]}`;
  const target = newTarget(visit, kind, canonical);
  target.canonical = canonical;
  if (kind === 'shop') target.shopId = id;
  else if (kind !== 'short') target.key = target.itemKey = `${identity?.space ?? ''}:${(target.itemId = id)}`;
  return target;
}

export function newTarget({ owner, trail }: Visit, kind: FormKind, key: string): Target {
  return { platform: owner.identity?.id ?? '', kind, key, attribution: trail.attribution, via: trail.via };
}

/** Host + path + the parameter that tells it from its neighbours. */
export function opaqueKey({ at, query }: Visit, by: readonly string[]): string {
  const name = firstFilled(query, by);
  return name ? `${at}?${name}=${valueOf(query, name)}` : at;
}

export function firstFilled(query: Query, names: readonly string[]): string | undefined {
  return names.find((name) => query.get(name));
}

function readId({ query, owner }: Visit, shape: Shape, match: RegExpExecArray): string | undefined {
  if (shape.makeId) return shape.makeId(match);
  if (!shape.id) return GROUP_IS_ID.test(shape.kind) ? match[match.length - 1] : undefined;
  const form = shape.ids ?? owner.rules.ids ?? DIGITS;
  return shape.id.map((name) => valueOf(query, name)).find((value) => form.test(value));
}

/** A redirector that carries nothing is a bare host; a coupon page is one whatever it carries. */
function isOpaque({ query }: Visit, { kind, by }: Shape): boolean {
  if (GROUP_IS_ID.test(kind)) return false;
  return kind !== 'redirector' || by.length === 0 || firstFilled(query, by) !== undefined;
}
