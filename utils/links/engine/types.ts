import type { LinkKind, ResolvedLink } from '../../core/types';
import type { PlatformIdentity } from '../identity';

/** `content` is a note, a person, a video: ours to know, and no link to a shop. */
export type FormKind = LinkKind | 'content';

/**
 * One known form of address, host (lower case) + path, matched whole; a slash at the end is nothing.
 * `#` a number, `*` a short code, `%` 24 hex digits, `~` a shop's name (each of them the id, the last one counts),
 * `@` any one word, `…` anything, `.` a dot; the rest as in regular expressions, groups capture nothing.
 * Behind a space: `?a,b` parameters that hold the id, `>a,b` the target's address, `&a,b` what tells two opaque
 * addresses apart; of each the first usable one.
 */
export type Form = string | FormWithReader;

export interface FormWithReader {
  at: string;
  /** What an id in a parameter looks like; digits where nothing is said. */
  ids?: RegExp;
  /** The id, where it takes more than one group. */
  id?: (match: RegExpExecArray) => string;
  /** The canonical address, where it is not the platform's usual one. */
  to?: (id: string, match: RegExpExecArray) => string;
  /** The target's address, where it takes more than a parameter. */
  inner?: (visit: Visit) => string | undefined;
}

/** Forms by what they are. The first that fits wins. */
export type Forms = readonly (readonly [FormKind, ...Form[]])[];

/** Everything a platform file knows of links. Hosts and names are in its identity. */
export interface LinkRules {
  /** Names of the parameters kept as evidence of who gets paid and what was told to whom. */
  keep?: string;
  item?: (id: string) => string;
  shop?: (id: string) => string;
  ids?: RegExp;
  /** What `~` may not be: the functional subdomains of a shop host. */
  reserved?: RegExp;
  web: Forms;
  /** Schemes of the platform's app, in lower case. */
  schemes?: readonly string[];
  /** Forms behind the app's scheme. */
  app?: Forms;
  /** The web host whose forms hold behind the app's scheme too. */
  appHost?: string;
}

/** A form made ready. */
export interface Shape extends Omit<FormWithReader, 'at' | 'id'> {
  at: RegExp;
  kind: FormKind;
  named: boolean;
  makeId?: ((match: RegExpExecArray) => string) | undefined;
  id?: readonly string[] | undefined;
  nested?: readonly string[] | undefined;
  by: readonly string[];
}

/** Who an address belongs to; a wrapper that is no shop's has no identity. */
export interface Owner {
  identity?: PlatformIdentity | undefined;
  rules: LinkRules;
  keep: ReadonlySet<string>;
  /** Every parameter that anything here asks for; the others are not even cut out of the query. */
  names: ReadonlySet<string>;
  web: readonly Shape[];
  app: readonly Shape[];
}

export interface Registry {
  hosts: ReadonlyMap<string, Owner>;
  schemes: ReadonlyMap<string, Owner>;
}

/** The owner's parameters as they stand in the address, undecoded; of duplicates the first. */
export type Query = ReadonlyMap<string, string>;

/** An address under way: who owns it and what it says. */
export interface Visit {
  owner: Owner;
  /** Host + path. */
  at: string;
  search: string;
  query: Query;
  trail: Trail;
  /** Its name in `via`, where it is not there yet. */
  layer?: string | undefined;
}

/** What was met on the way to the target, outermost first. */
export interface Trail {
  registry: Registry;
  attribution: Record<string, string>;
  via: string[];
  /** Levels that may still be unwrapped. */
  left: number;
}

/** A link in the making. */
export type Target = Omit<ResolvedLink, 'kind'> & { kind: FormKind };
