import { bytesOfHex } from '../core/hex';
import { hmacHex } from '../core/hmac';

/**
 * An id under a study's key, the first 128 bits: the domain (`note`, `author`, `item:tmall`, …) keeps equal ids of
 * different things apart. A message authentication code with a secret is the accepted one-way function (EDPB 01/2025).
 */
export async function pseudonym(key: Uint8Array<ArrayBuffer>, domain: string, id: string): Promise<string> {
  return (await hmacHex(key, `${domain}\u001f${id}`)).slice(0, 32);
}

interface PseudonymCase {
  k1_hex: string;
  k2_hex: string;
  /** `note`, `author`, and an item under its platform: `item:tmall`. */
  ids: Readonly<Record<string, string>>;
}

/** The published check: another key or another domain gives another name; RFC 4231, case 2, proves the primitive. */
export async function checkPseudonyms({ k1_hex, k2_hex, ids }: PseudonymCase) {
  const [k1, k2] = [bytesOfHex(k1_hex), bytesOfHex(k2_hex)];
  const { note = '', author = '' } = ids;
  const [domain, item] = Object.entries(ids).find(([name]) => name.startsWith('item:')) ?? ['item', ''];
  return {
    rfc4231_case2: await hmacHex(new TextEncoder().encode('Jefe'), 'what do ya want for nothing?'),
    note_k1: await pseudonym(k1, 'note', note),
    note_k2: await pseudonym(k2, 'note', note),
    author_k1_same_id: await pseudonym(k1, 'author', author),
    item_k1_utf8: await pseudonym(k1, domain, item),
  };
}
