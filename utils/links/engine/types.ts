import type { LinkKind } from '../../core/types';
import type { PlatformIdentity } from '../identity';

/** One known form of address. A row of data: the engine decides what is done with it. */
export interface Shape {
  /** Tested against host + path. The last filled group is the id where `id` names no parameter. */
  at: RegExp;
  /** `content` is a note, a person, a video: ours to know, and no link to a shop. */
  kind: LinkKind | 'content';
  /** Where group 1 of `at` may not be one of these, as with the functional subdomains of a shop host. */
  unless?: RegExp;
  /** Names of the parameters that hold the id, the first usable one wins; or how the groups make the id. */
  id?: string | ((match: RegExpExecArray) => string);
  /** What an id looks like here, where it is not the platform's usual form. */
  ids?: RegExp;
  /** The canonical address, where it is not the platform's usual one. */
  to?: (id: string, match: RegExpExecArray) => string;
  /** Names of the parameters that hold the target's address, or how it is read. */
  inner?: string | ((visit: Visit, match: RegExpExecArray) => string | undefined);
  /** Parameters that tell two opaque targets apart; the first filled one goes into the key. */
  by?: string;
}

/** Everything a platform file knows of links. Hosts and names are in its identity. */
export interface LinkRules {
  /** Names of the parameters kept as evidence of who gets paid and what was told to whom. */
  keep?: string;
  item?: (id: string) => string;
  shop?: (id: string) => string;
  /** What an id in a parameter looks like; digits where nothing is said. */
  ids?: RegExp;
  shapes: readonly Shape[];
  /** Schemes of the platform's app, in lower case. */
  schemes?: readonly string[];
  /** Forms behind the app's scheme, host (lower case) + path. */
  app?: readonly Shape[];
  /** The web host whose shapes hold behind the app's scheme too. */
  appHost?: string;
}

/** What a platform file exports; a wrapper that belongs to no shop has no identity. */
export interface LinkFile {
  identity?: PlatformIdentity;
  rules: LinkRules;
}

export interface Owner extends LinkFile {
  keep: ReadonlySet<string>;
}

export interface Registry {
  hosts: ReadonlyMap<string, Owner>;
  schemes: ReadonlyMap<string, Owner>;
}

/** An address under way: who owns it and what it says. */
export interface Visit {
  owner: Owner;
  at: string;
  url: URL;
  query: URLSearchParams;
  trail: Trail;
  /** Its name in `via`, where it is not there yet. */
  layer?: string;
}

/** What was met on the way to the target, outermost first. */
export interface Trail {
  registry: Registry;
  attribution: Record<string, string>;
  via: string[];
  /** Levels that may still be unwrapped. */
  left: number;
}

export interface Target {
  platform: string;
  kind: LinkKind | 'content';
  key: string;
  itemId?: string;
  itemKey?: string;
  shopId?: string;
  canonical?: string;
}
