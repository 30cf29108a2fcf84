import { hexOf } from './hex';

/** HMAC-SHA-256 (RFC 2104), as lower-case hex. */
export async function hmacHex(key: Uint8Array<ArrayBuffer>, message: string): Promise<string> {
  const secret = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return hexOf(new Uint8Array(await crypto.subtle.sign('HMAC', secret, new TextEncoder().encode(message))));
}
