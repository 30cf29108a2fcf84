import type { LinkKind, ResolvedLink } from '../../core/types';

/** `content` is a note, a person, a video: ours to know, and no link to a shop. */
export type FormKind = LinkKind | 'content';

/**
 * One known form of address, host (lower case) + path, matched whole; a slash at the end is nothing.
 * `#` a number, `*` a short code, `%` 24 hex digits, `~` a shop's name (each of them the id, the last one counts),
 * `!` any of the platform's hosts, `@` any one word, `…` anything, `.` a dot; the rest as in regular expressions, groups capture nothing.
 * Behind a space, of each list the first that is filled:
 * `?a,b` parameters that hold the id, a number unless a `*` follows; `>a,b` the target's address;
 * `&a,b` what tells two opaque addresses apart; `^` the id and `=` the canonical address where they are not the usual
 * ones, with `$1` for the first group and `#` for the id.
 */
export type Form = string | readonly [form: string, inner: (visit: Visit) => string | undefined];

/** Forms by what they are. The first that fits wins. */
export type Forms = readonly (readonly [FormKind, ...Form[]])[];

/** Everything a platform file knows of links; the first three are in its identity as well. */
export interface LinkRules {
  id?: string;
  hosts: readonly string[];
  space?: string;
  /** Names of the parameters kept as evidence of who gets paid and what was told to whom. */
  keep?: string;
  /** Canonical addresses: https, `#` is the id. */
  item?: string;
  shop?: string;
  /** What an id in a parameter looks like; digits where nothing is said. */
  ids?: RegExp;
  /** What `~` may not be: the functional subdomains of a shop host; as in regular expressions. */
  reserved?: string;
  /** Its name in share texts, 【京东】 or 打开京东; as in regular expressions. */
  called?: string;
  web: Forms;
  /** Schemes of the platform's app, in lower case. */
  schemes?: readonly string[];
  /** Forms behind the app's scheme. */
  app?: Forms;
  /** The web host whose forms hold behind the app's scheme too. */
  appHost?: string;
}

/** A form made ready. */
export interface Shape {
  kind: FormKind;
  /** What every such address starts with: a quicker no than the expression's. */
  start: string;
  at: RegExp;
  id: readonly string[];
  nested: readonly string[];
  by: readonly string[];
  makeId: string | undefined;
  to: string | undefined;
  inner: ((visit: Visit) => string | undefined) | undefined;
}

/** A platform's rules with its forms made ready. */
export interface Owner extends Omit<LinkRules, 'keep' | 'web' | 'app'> {
  /** Finds the evidence parameters in a query. */
  keep: RegExp | undefined;
  web: readonly Shape[];
  app: readonly Shape[];
}

/** Owners by host (`taobao.com`) and by scheme (`taobao:`). */
export type Registry = ReadonlyMap<string, Owner>;

/** An address under way: who owns it and what it says. */
export interface Visit {
  owner: Owner;
  /** Host + path. */
  at: string;
  /** With its '?'; empty where there is none. */
  search: string;
  trail: Trail;
  /** Its name in `via`: a host or a scheme. */
  layer: string;
}

/** What is common to all levels of one link. */
export interface Trail {
  registry: Registry;
  attribution: Record<string, string>;
  /** Levels that may still be unwrapped. */
  left: number;
}

/** A link in the making. */
export type Target = Omit<ResolvedLink, 'kind'> & { kind: FormKind };
