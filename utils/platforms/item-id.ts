import { asText } from '../core/decode';
import { resolveLink } from '../links';

/** The item a page links to, by the same rules as every other link. */
export function itemIdOf(href: unknown): string | undefined {
  const url = asText(href);
  return url === undefined ? undefined : resolveLink(url)?.itemId;
}
