import { HMAC } from '@stablelib/hmac';
import { SHA256 } from '@stablelib/sha256';
import { hexOf } from '../../core/hex';

/** Ids that come up again come up soon. A pair takes some 200 bytes. */
const mostKept = 50_000;

type Key = Uint8Array<ArrayBuffer>;
type Hash = (domain: string, id: string) => string;

export interface Pseudonyms {
  /** An id under the study's key: joins participants. */
  ofStudy: (domain: string, id: string | undefined) => string | null;
  /** An id under the device's own key: joins nothing beyond one participant of one study. */
  ofDevice: (domain: string, id: string) => string;
}

/**
 * The same as `pseudonym`, not by WebCrypto: a feed names two new ids a card, and a promise for each takes longer than all
 * the rest of the export.
 */
function hasher(key: Key): Hash {
  const keyed = new HMAC(SHA256, key);
  // All of it is used again and again: making these for each id takes longer than hashing it.
  const [hash, room] = [new Uint8Array(keyed.digestLength), new Uint8Array(256)];
  const first = hash.subarray(0, 16);
  return (domain, id) => {
    const end = put(id, room, put('\u001f', room, put(domain, room, 0)));
    const text = end === undefined ? new TextEncoder().encode(`${domain}\u001f${id}`) : room.subarray(0, end);
    keyed.reset().update(text).finish(hash);
    return hexOf(first);
  };
}

/**
 * Writes a text's bytes of UTF-8, if each is a letter or a digit of ASCII, as those of ids are, and there is room: a
 * browser takes longer to begin encoding, or to put texts together, than this loop takes to be through.
 * @returns where it ends
 */
function put(text: string, room: Uint8Array, from: number | undefined): number | undefined {
  if (from === undefined || from + text.length > room.length) return undefined;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code > 0x7f) return undefined;
    room[from + place] = code;
  }
  return from + text.length;
}

/** By domain, and there by id: what is known already is found without a text to put together. */
type Known = Map<string, Map<string, string>>;

function within(known: Known, domain: string): Map<string, string> {
  const found = known.get(domain);
  if (found) return found;
  const fresh = new Map<string, string>();
  known.set(domain, fresh);
  return fresh;
}

/**
 * Answers from memory what it was asked of late. Half of what it remembers goes at once: a Map whose oldest entries are
 * taken out one by one walks past all of those that went before, and that took a third of an export.
 */
function remembering(hash: Hash, kept: number): Hash {
  let [young, old, size]: [Known, Known, number] = [new Map(), new Map(), 0];
  return (domain, id) => {
    const known = within(young, domain).get(id);
    if (known !== undefined) return known;
    const made = old.get(domain)?.get(id) ?? hash(domain, id);
    if (size >= kept / 2) [young, old, size] = [new Map(), young, 0];
    within(young, domain).set(id, made);
    size += 1;
    return made;
  };
}

/** Each distinct id is hashed once, as long as it is remembered. */
export function pseudonyms(keys: { study: Key; device: Key; studyId: string }, kept = mostKept): Pseudonyms {
  const ofStudy = remembering(hasher(keys.study), kept);
  const ofDevice = hasher(keys.device);
  return {
    ofStudy: (domain, id) => (id === undefined ? null : ofStudy(domain, id)),
    ofDevice: (domain, id) => ofDevice(`${domain}:${keys.studyId}`, id),
  };
}

/** `ali:123` is item 123 of the space that Taobao and Tmall share. */
export function itemPseudonym({ ofStudy }: Pseudonyms, itemKey: string | undefined): string | null {
  const [space = '', ...id] = (itemKey ?? '').split(':');
  return id.length === 0 ? null : ofStudy(`item:${space}`, id.join(':'));
}
