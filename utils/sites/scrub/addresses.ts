import type { ResolvedLink } from '../../core/types';
import { resolveLink } from '../../links';
import { scrubName } from './names';
import type { StandIns } from './stand-ins';

/** Hosts that say nothing of anybody; every other one is replaced, unless it is a shop's. */
const ownHosts = /(?:^\/\/|\.)(?:xiaohongshu|rednote|xhscdn|rednotecdn)\.com$/i;
const schemes = /^(?:https?|xhsdiscover):$/i;
/** Nobody's link is longer, and what reads the page passes over it as well. */
const longestAddress = 4096;
/** A name of a person that was encoded, an escape, a run of letters and digits, or what stands between. */
const pieces = /(?:%[89a-f][\da-f])+|%[\da-f]{2}|[\p{L}\p{N}\p{M}]+|[^%\p{L}\p{N}\p{M}]+|%/giu;

interface Split {
  scheme: string;
  host: string;
  way: string;
}

/** Who is named before a host, and its port, say nothing of where it leads. */
function split(address: string): Split {
  const scheme = /^[a-z][\w+.-]*:/i.exec(address)?.[0] ?? '';
  const rest = address.slice(scheme.length);
  const host = /^\/\/[^/?#]*/.exec(rest)?.[0] ?? '';
  return { scheme, host: host.replace(/^\/\/[^@]*@/, '//').replace(/:\d*$/, ''), way: rest.slice(host.length) };
}

function scrubPiece(piece: string, standIns: StandIns): string {
  if (/^%[89a-f]/i.test(piece)) return '%E6%96%87';
  return piece.startsWith('%') ? piece : scrubName(piece, standIns);
}

function scrubPieces(text: string, standIns: StandIns): string {
  return (text.match(pieces) ?? []).map((piece) => scrubPiece(piece, standIns)).join('');
}

function piecesOf({ scheme, host, way }: Split): string[] {
  return [scheme, ...(host.match(pieces) ?? []), ...(way.match(pieces) ?? [])];
}

function isAlike(a: ResolvedLink | undefined, b: ResolvedLink | undefined): boolean {
  const says = (link: ResolvedLink | undefined) =>
    [link?.platform, link?.kind, !link?.itemKey, !link?.shopId].join(' ');
  return says(a) === says(b);
}

/** Own paths mean the same on both hosts of the site. */
function resolve(address: string): ResolvedLink | undefined {
  return resolveLink(address.replace(/^\/(?!\/)/, 'https://www.xiaohongshu.com/'));
}

/**
 * Of a shop's address what the rules of links ask for: each piece is replaced that can be without its becoming an address
 * of another kind, and so no code, name or number of anybody's stays.
 */
function scrubShopLink(parts: string[], link: ResolvedLink, standIns: StandIns): string | undefined {
  const says = (kept: readonly string[]) => isAlike(link, resolve(kept.join('')));
  const replaced = parts.map((part, place) => (place === 0 ? part : scrubPiece(part, standIns)));
  if (says(replaced)) return replaced.join('');
  const kept = parts.map((part) => standIns.ids(part));
  if (!says(kept)) return undefined;
  replaced.forEach((stand, place) => {
    const before = kept[place] ?? '';
    kept[place] = stand;
    if (!says(kept)) kept[place] = before;
  });
  return kept.join('');
}

function scrubPlainLink({ scheme, host, way }: Split, standIns: StandIns): string {
  if (scheme !== '' && !schemes.test(scheme)) return '';
  const place = host === '' || ownHosts.test(host) ? host : '//example.com';
  const labels = place.split('.');
  const [names, domain] = [labels.slice(0, -2), labels.slice(-2)].map((part) => part.join('.'));
  const kept = [scrubPieces(names ?? '', standIns), domain].filter(Boolean).join('.');
  return scheme + kept + scrubPieces(way, standIns);
}

/** Platform and shape stay, ids and words go; what no form keeps becomes nothing. */
export function scrubAddress(address: string, standIns: StandIns): string {
  const text = address.trim();
  if (text.length > longestAddress) return '';
  if (/^(?:data|javascript|blob):/i.test(text)) return `${text.slice(0, text.indexOf(':'))}:`;
  const link = resolve(text);
  const parts = split(text);
  if (!link) {
    const plain = scrubPlainLink(parts, standIns);
    return resolve(plain) ? '' : plain;
  }
  const canonical = split(link.canonical ?? '');
  return scrubShopLink(piecesOf(parts), link, standIns) ?? scrubShopLink(piecesOf(canonical), link, standIns) ?? '';
}
