import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Ids that come up again come up soon. A pair takes some 200 bytes. */
const mostKept = 50_000;

type Key = Uint8Array<ArrayBuffer>;

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
function hasher(key: Key): (domain: string, id: string) => string {
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

const encoder = new TextEncoder();

/** @param room taken where the text fits into it */
function bytesOf(text: string, room: Uint8Array<ArrayBuffer>): Uint8Array {
  if (text.length * 3 > room.length) return utf8ToBytes(text);
  return room.subarray(0, encoder.encodeInto(text, room).written);
}

/** Each distinct id is hashed once, as long as it is remembered. */
export function pseudonyms(keys: { study: Key; device: Key; studyId: string }, kept = mostKept): Pseudonyms {
  const [ofStudy, ofDevice] = [hasher(keys.study), hasher(keys.device)];
  const known = new Map<string, string>();
  const make = (name: string, domain: string, id: string) => {
    const made = ofStudy(domain, id);
    const [oldest] = known.size >= kept ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    known.set(name, made);
    return made;
  };
  return {
    ofStudy: (domain, id) => {
      if (id === undefined) return null;
      const name = `${domain}\u001f${id}`;
      return known.get(name) ?? make(name, domain, id);
    },
    ofDevice: (domain, id) => ofDevice(`${domain}:${keys.studyId}`, id),
  };
}

/** `ali:123` is item 123 of the space that Taobao and Tmall share. */
export function itemPseudonym({ ofStudy }: Pseudonyms, itemKey: string | undefined): string | null {
  const [space = '', ...id] = (itemKey ?? '').split(':');
  return id.length === 0 ? null : ofStudy(`item:${space}`, id.join(':'));
}
