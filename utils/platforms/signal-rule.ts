import { asId } from '../core/decode';
import type { SignalName } from '../core/events';
import type { PlatformId } from '../core/types';
import { parseJson } from './embedded-json';
import { valueAt } from './places';

/** An address that says what was done in the shop. None that says "paid" is known yet. */
export interface SignalRule {
  signal: SignalName;
  platform: PlatformId;
  /** A page's own address, or that of a request which a page makes when a button is pressed. */
  by: 'page' | 'request';
  /** Tested on host and path, in lower case. */
  at: RegExp;
  /** Parameters that hold the ids, in the query or in the JSON of its `data`. */
  item?: string;
  shop?: string;
  order?: string;
  /** An item's address with ID in its place: its key comes from the link rules. */
  itemUrl?: string;
}

const rules = Object.values(
  import.meta.glob<readonly SignalRule[]>('./*/index.ts', { eager: true, import: 'signals' }),
).flat();

/** The rules that an address fits, each with a way to the ids that the address names. */
export function rulesAt(address: string, by: SignalRule['by']) {
  if (!URL.canParse(address)) return [];
  const url = new URL(address);
  const place = (url.hostname + url.pathname).toLowerCase();
  const sent = parseJson(url.searchParams.get('data') ?? '');
  const idAt = (name: string | undefined) =>
    name === undefined ? undefined : asId(url.searchParams.get(name) ?? valueAt(sent, name));
  return rules.filter((rule) => rule.by === by && rule.at.test(place)).map((rule) => ({ rule, idAt }));
}
