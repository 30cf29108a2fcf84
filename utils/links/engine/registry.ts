import { keepPattern } from './attribution';
import type { Form, FormKind, Forms, LinkRules, Owner, Registry, Shape } from './types';

const SIGNS: Record<string, string> = {
  '.': '\\.',
  '(': '(?:',
  '#': '(\\d{1,20})',
  '*': '([\\w-]{4,24})',
  '%': '([\\da-f]{24})',
  '@': '[\\w-]+',
  '…': '[^]*',
};

export function buildRegistry(files: readonly LinkRules[]): Registry {
  const registry = new Map<string, Owner>();
  for (const rules of files) {
    const owner: Owner = {
      ...rules,
      keep: rules.keep ? keepPattern(rules.keep) : undefined,
      web: readyForms(rules, rules.web),
      app: readyForms(rules, rules.app),
    };
    for (const host of rules.hosts) registry.set(host, owner);
    for (const scheme of rules.schemes ?? []) registry.set(`${scheme}:`, owner);
  }
  return registry;
}

/** The longest claimed suffix wins: 2.taobao.com is Xianyu, the rest of taobao.com is not. */
export function findOwner(registry: Registry, host: string): Owner | undefined {
  for (let name = host; ; name = name.slice(name.indexOf('.') + 1)) {
    const owner = registry.get(name);
    if (owner || !name.includes('.')) return owner;
  }
}

function readyForms(rules: LinkRules, groups: Forms = []): Shape[] {
  return groups.flatMap(([kind, ...forms]) => forms.map((form) => readyForm(kind, form, rules)));
}

function readyForm(kind: FormKind, form: Form, { hosts, reserved = '' }: LinkRules): Shape {
  const [text, inner] = typeof form === 'string' ? [form, undefined] : form;
  const [pattern = '', ...lists] = text.split(' ');
  const list = (sign: string) =>
    lists
      .find((part) => part.startsWith(sign))
      ?.slice(1)
      .split(',') ?? [];
  const source = pattern
    .replaceAll('!', `(${hosts.join('|')})`)
    .replace(/[.(#*%@…]/g, (sign) => SIGNS[sign] ?? sign)
    .replace('~', `(?!(?:${reserved})[.])([\\w-]+)`);
  const nested = list('>');
  return {
    kind,
    start: /^[a-z\d.-]*(?!\?)/.exec(pattern)?.[0] ?? '',
    at: new RegExp(`^${source}(?=/?$)`),
    id: list('?'),
    nested,
    by: [...nested, ...list('&')],
    makeId: list('^')[0],
    to: list('=')[0],
    inner,
  };
}
