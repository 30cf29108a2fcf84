import { HMAC } from '@stablelib/hmac';
import { SHA256 } from '@stablelib/sha256';
import { putAscii } from '../../core/ascii';
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
    const end = putAscii(id, room, putAscii('\u001f', room, putAscii(domain, room, 0)));
    const text = end === undefined ? new TextEncoder().encode(`${domain}\u001f${id}`) : room.subarray(0, end);
    keyed.reset().update(text).finish(hash);
    return hexOf(first);
  };
}

/** What was asked of late, and the answer. */
interface Known {
  domain: string;
  id: string;
  made: string;
}

/** Where in memory an id is looked for: by its last letters, which tell ids apart. */
function slotOf(domain: string, id: string, slots: number): number {
  let sum = domain.length;
  for (let place = Math.max(0, id.length - 8); place < id.length; place += 1)
    sum = (Math.imul(sum, 31) + id.charCodeAt(place)) | 0;
  return ((sum ^ (sum >>> 16)) & 0x7fff_ffff) % slots;
}

/**
 * Answers from memory what it was asked of late. Each id has one place, where it takes the place of another: nothing has
 * to be put in order, taken out or made larger, which took a Map longer than it saved.
 */
function remembering(hash: Hash, kept: number): Hash {
  const memory: (Known | undefined)[] = new Array<undefined>(kept).fill(undefined);
  return (domain, id) => {
    const slot = slotOf(domain, id, kept);
    const known = memory[slot];
    if (known?.id === id && known.domain === domain) return known.made;
    const made = hash(domain, id);
    memory[slot] = { domain, id, made };
    return made;
  };
}

/**
 * Each distinct id is hashed once, as long as it is remembered.
 * @param kept how many ids at most are
 */
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
