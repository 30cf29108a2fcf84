/**
 * The item id in the few plain addresses that order pages link to: `?id=`, `/<sku>.html`, `detail-<brand>-<id>.html`.
 * Not resolveLink: order pages have no share links, and its rules would double the script. A test holds both to the same ids.
 */
export function itemIdAt(address: string): string | undefined {
  const [, query, path] = /\/item\.htm\?(?:[^#]*&)?id=(\d+)|[/-](\d+)\.html(?:[?#]|$)/.exec(address) ?? [];
  return query ?? path;
}
