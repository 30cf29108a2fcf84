import { asId } from '../core/decode';

/**
 * The item id in the few plain addresses that order pages link to: `?id=`, `/<sku>.html`, `detail-<brand>-<id>.html`.
 * Not resolveLink: order pages have no share links, and its rules would double the script. A test holds both to the same ids.
 */
export function itemIdAt(address: string): string | undefined {
  const [, query, path] = /\/item\.htm\?(?:[^#]*&)?id=(\d+)|[/-](\d+)\.html(?:[?#]|$)/.exec(address) ?? [];
  return query ?? path;
}

/** An order's number, alone, at the end of an element's id, or behind its label. */
export function readOrderId(value: unknown): string | undefined {
  const [, id] = /(?:(?:^|\s)(?:tb|parent|datesubmit)-|订单号[：:]\s*)(\d{6,})/.exec(String(value)) ?? [];
  const whole = id ?? asId(value);
  return whole !== undefined && /\d{4}/.test(whole) ? whole : undefined;
}

/** An item's id, alone, at the end of a class name, or in the item's address. */
export function readItemId(value: unknown): string | undefined {
  const text = String(value);
  const id = asId(value); // a class name without one, `goods-item`, is none
  const own = id !== undefined && /^\d+$/.test(id) ? id : undefined;
  return /(?:^|\s)p(?:roduct)?-([1-9]\d*)/.exec(text)?.[1] ?? own ?? itemIdAt(text);
}
