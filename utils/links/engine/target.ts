import { PERSON } from './attribution';
import { firstFilled, valueOf } from './query';
import type { FormKind, Shape, Target, Visit } from './types';

/** The target that a form names, as far as the address itself says; nothing where the id it needs is missing. */
export function makeTarget(visit: Visit, shape: Shape, match: RegExpExecArray): Target | undefined {
  const { kind } = shape;
  const { owner } = visit;
  const isShort = kind === 'short';
  const needsId = isShort || kind === 'item' || kind === 'shop';
  const fill = (form: string) => (form.includes('$') ? match[0].replace(shape.at, form) : form);
  const usual = needsId ? match.at(-1) : undefined;
  const id = shape.makeId ? fill(shape.makeId) : shape.id.length > 0 ? readId(visit, shape) : usual;
  if (!id) return needsId || isEmpty(visit, shape) ? undefined : opaqueTarget(visit, kind, shape.by);
  const form = shape.to ?? (isShort ? match[0] : kind === 'shop' ? owner.shop : owner.item) ?? '';
  const canonical = `https://${fill(form).replace('#', id)}`;
  const target = newTarget(visit, kind, canonical);
  target.canonical = canonical;
  if (kind === 'shop') target.shopId = id;
  else if (!isShort) target.key = target.itemKey = `${owner.space ?? ''}:${(target.itemId = id)}`;
  return target;
}

/** Told from its neighbours by host + path + one parameter; a page of an app, of which less is known, by all of them. */
export function opaqueTarget(visit: Visit, kind: FormKind, by: readonly string[]): Target {
  const name = firstFilled(visit.search, by);
  const query = name ? `?${name}=${valueOf(visit.search, name)}` : kind === 'deeplink' ? visit.search : '';
  // An address in the path, too, ends at its own query; what else an app is told there are its page's own words.
  const at = withoutInner(visit.at, kind === 'deeplink' ? /%3a%2f%2f|webview\//i : /^/);
  return newTarget(visit, kind, tidy(at) + tidy(withoutInner(query, /:\/\/|%3a%2f%2f|\.html/i)));
}

/** An address inside ends at its own query, which holds tokens and sharers, as the text around it may: keys are kept. */
function withoutInner(text: string, address: RegExp): string {
  const from = text.search(address);
  const inner = from < 0 ? -1 : text.slice(from).search(/\?|%3f/i);
  return inner < 0 ? text : text.slice(0, from + inner);
}

function tidy(text: string): string {
  return text.replace(PERSON, '').replace(/(?:[?&]|%(?:25)*(?:3f|26))$/i, '');
}

function newTarget({ owner, trail }: Visit, kind: FormKind, key: string): Target {
  return { platform: owner.id ?? '', kind, key, attribution: trail.attribution, via: [] };
}

function readId({ search, owner }: Visit, { id }: Shape): string | undefined {
  for (const name of id) {
    const form = name.endsWith('*') ? /^[\w-]{3,40}$/ : (owner.ids ?? /^[1-9]\d{0,19}$/);
    const value = valueOf(search, name.replace('*', ''));
    if (form.test(value)) return value;
  }
  return undefined;
}

/** A redirector that carries nothing is a bare host; a coupon page is one whatever it carries; an app's page has its own words. */
function isEmpty({ search }: Visit, { kind, by }: Shape): boolean {
  return kind === 'deeplink' || (kind === 'redirector' && by.length > 0 && !firstFilled(search, by));
}
