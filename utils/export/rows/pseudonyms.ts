import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

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
  const keyed = hmac.create(sha256, key);
  // All of it is used again and again: making these for each id takes longer than hashing it.
  const scratch = keyed.clone();
  const [hash, text] = [new Uint8Array(32), new Uint8Array(256)];
  const first = hash.subarray(0, 16);
  return (domain, id) => {
    keyed._cloneInto(scratch);
    scratch.update(bytesOf(`${domain}\u001f${id}`, text)).digestInto(hash);
    return bytesToHex(first);
  };
}

/**
 * UTF-8. Ids are plain letters and digits, of which each is a byte: a browser takes longer to begin encoding than a loop
 * takes to be through.
 * @param room taken where the text fits into it
 */
function bytesOf(text: string, room: Uint8Array<ArrayBuffer>): Uint8Array {
  if (text.length > room.length) return utf8ToBytes(text);
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code > 0x7f) return utf8ToBytes(text);
    room[place] = code;
  }
  return room.subarray(0, text.length);
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
