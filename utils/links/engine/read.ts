import { readAddress, readHost, readUrl, type Address } from './address';
import { keepEvidence } from './attribution';
import { decodeAgain } from './decode';
import { innerTexts, nestedTexts } from './nested';
import { findOwner } from './registry';
import { makeTarget, opaqueKey } from './target';
import type { Shape, Target, Trail, Visit } from './types';

const NO_QUERY = new URLSearchParams();
// Behind an app's scheme, in the order in which they hold the target: tbopen has both h5Url and linkUrl.
const APP_NESTED = 'h5Url linkUrl url target to';
const FALLBACK = 'S.browser_fallback_url=';

/** Reads one address, whatever it is wrapped in. */
export function readTarget(text: string, trail: Trail): Target | undefined {
  const address = readAddress(text);
  if (!address) return undefined;
  if (address.scheme === 'intent') return readIntent(address, trail);
  return address.scheme === 'https' || address.scheme === 'http' ? readWeb(address, trail) : readApp(address, trail);
}

function readWeb({ scheme, rest }: Address, trail: Trail): Target | undefined {
  const url = readUrl(`${scheme}://${rest}`);
  const host = url && readHost(url);
  const owner = host && findOwner(trail.registry, host);
  if (!owner) return undefined;
  return readShapes(openVisit({ url, owner, trail, at: host + url.pathname, layer: host }), owner.rules.shapes);
}

function readApp({ scheme, rest }: Address, trail: Trail): Target | undefined {
  const owner = trail.registry.schemes.get(scheme);
  const url = owner && readUrl(`https://${rest}`);
  if (!url) return undefined;
  trail.via.push(scheme);
  const { app = [], appHost, shapes } = owner.rules;
  const visit = openVisit({ url, owner, trail, at: (appHost ?? url.hostname) + url.pathname });
  // `taobao://item.taobao.com/…` is the web address under another scheme; `tmall://https://…` holds it whole.
  const web = /^https?:\/\//.test(rest) ? rest : url.href;
  const found = readShapes(visit, appHost ? shapes : app) ?? readFirst([web, ...nestedTexts(visit, APP_NESTED)], trail);
  if (!owner.identity || found?.kind === 'content') return found;
  const key = `${scheme}://${opaqueKey(visit, { by: `${APP_NESTED} params` })}`;
  return { platform: owner.identity.id, key, ...found, kind: 'deeplink' };
}

/** Android's form: the app's address without its scheme; the scheme and a web fallback stand behind `#Intent;`. */
function readIntent({ rest }: Address, trail: Trail): Target | undefined {
  const cut = rest.lastIndexOf('#Intent;');
  if (cut < 0) return undefined;
  const extras = rest.slice(cut + 1).split(';');
  const scheme = extras.find((part) => part.startsWith('scheme='))?.slice('scheme='.length);
  const fallback = extras.find((part) => part.startsWith(FALLBACK))?.slice(FALLBACK.length);
  const texts = scheme ? [`${scheme}://${rest.slice(0, cut)}`] : [];
  if (fallback) texts.push(decodeAgain(fallback));
  trail.via.push('intent');
  const found = readFirst(texts, trail);
  return found && found.kind !== 'content' ? { ...found, kind: 'deeplink' } : found;
}

function openVisit(visit: Omit<Visit, 'query'>): Visit {
  const opened = { ...visit, query: visit.url.search ? visit.url.searchParams : NO_QUERY };
  keepEvidence(opened);
  return opened;
}

function readShapes(visit: Visit, shapes: readonly Shape[]): Target | undefined {
  for (const shape of shapes) {
    const match = shape.at.exec(visit.at);
    const target = match && !shape.unless?.test(match[1] ?? '') && readShape(visit, shape, match);
    if (target) return target;
  }
  return undefined;
}

function readShape(visit: Visit, shape: Shape, match: RegExpExecArray): Target | undefined {
  const texts = innerTexts(visit, shape, match);
  const { trail, layer, owner } = visit;
  if (texts.length > 0 && layer) trail.via.push(layer);
  const found = readFirst(texts, trail);
  if (found?.kind === 'content') return found;
  // A wrapper of nobody's shop is worth what it holds; a shop's own wrapper is a link to that shop in any case.
  if (found ?? !owner.identity) return found && { ...found, kind: shape.kind };
  return makeTarget(visit, shape, match);
}

/** The first text that leads to something known, else the first that leads anywhere. */
function readFirst(texts: readonly string[], trail: Trail): Target | undefined {
  if (trail.left === 0 || texts.length === 0) return undefined;
  trail.left--;
  const start = trail.via;
  let best: { target: Target; via: string[] } | undefined;
  for (const text of texts) {
    trail.via = [...start];
    const target = readTarget(text, trail);
    if (target && (target.canonical || !best)) best = { target, via: trail.via };
    if (target?.canonical) break;
  }
  trail.via = best?.via ?? start;
  trail.left++;
  return best?.target;
}
