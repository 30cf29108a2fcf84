import type { PlatformIdentity } from '../identity';
import { PERSONS } from './attribution';
import type { FormKind, Forms, FormWithReader, LinkRules, Owner, Registry, Shape } from './types';

// Behind an app's scheme, in the order in which they hold the target: tbopen has both h5Url and linkUrl.
export const APP_NESTED = ['h5Url', 'linkUrl', 'url', 'target', 'to', 'params'];

const SIGNS: Record<string, string> = {
  '.': '\\.',
  '(': '(?:',
  '#': '(\\d{1,20})',
  '*': '([\\w-]{4,24})',
  '%': '([\\da-f]{24})',
  '~': '([\\w-]+)',
  '@': '[\\w-]+',
  '…': '[^]*',
};

/** The rules of one platform file; wrappers that belong to no shop are claimed by host alone. */
export interface LinkFile {
  identity?: PlatformIdentity | undefined;
  rules: LinkRules;
  hosts: readonly string[];
}

export function buildRegistry(files: readonly LinkFile[]): Registry {
  const hosts = new Map<string, Owner>();
  const schemes = new Map<string, Owner>();
  for (const { identity, rules, hosts: names } of files) {
    const keep = rules.keep?.split(' ') ?? [];
    const web = readyForms(rules.web);
    const app = readyForms(rules.app);
    const asked = [...web, ...app].flatMap(({ id = [], by }) => [...id, ...by]);
    const used = new Set([...keep, ...asked, ...PERSONS, ...APP_NESTED]);
    const owner: Owner = { identity, rules, keep: new Set(keep), names: used, web, app };
    for (const host of names) hosts.set(host, owner);
    for (const scheme of rules.schemes ?? []) schemes.set(scheme, owner);
  }
  return { hosts, schemes };
}

/** The longest claimed suffix wins: 2.taobao.com is Xianyu, the rest of taobao.com is not. */
export function findOwner({ hosts }: Registry, host: string): Owner | undefined {
  for (let name = host; ; name = name.slice(name.indexOf('.') + 1)) {
    const owner = hosts.get(name);
    if (owner || !name.includes('.')) return owner;
  }
}

function readyForms(groups: Forms = []): Shape[] {
  return groups.flatMap(([kind, ...forms]) =>
    forms.map((form) => readyForm(kind, typeof form === 'string' ? { at: form } : form)),
  );
}

function readyForm(kind: FormKind, { at, id: makeId, ...readers }: FormWithReader): Shape {
  const [pattern = '', ...lists] = at.split(' ');
  const list = (sign: string) =>
    lists
      .find((text) => text.startsWith(sign))
      ?.slice(1)
      .split(',');
  const source = pattern.replace(/[.(#*%~@…]/g, (sign) => SIGNS[sign] ?? sign);
  const nested = list('>');
  return {
    ...readers,
    kind,
    at: new RegExp(`^${source}(?=/?$)`),
    named: pattern.includes('~'),
    makeId,
    id: list('?'),
    nested,
    by: [...(list('&') ?? []), ...(nested ?? [])],
  };
}
