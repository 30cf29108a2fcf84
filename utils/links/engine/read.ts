import { readAddress, schemeOf } from './address';
import { keepEvidence } from './attribution';
import { decodeAgain } from './decode';
import { decodeValue, rawOf } from './query';
import { findOwner } from './registry';
import { makeTarget, opaqueTarget } from './target';
import type { FormKind, Shape, Target, Trail, Visit } from './types';

// Behind an app's scheme, in the order in which they hold the target: tbopen has both h5Url and linkUrl.
const APP_NESTED = ['h5Url', 'linkUrl', 'url', 'target', 'to', 'params'];

/** Reads one address, whatever it is wrapped in. */
export function readTarget(text: string, trail: Trail): Target | undefined {
  const scheme = schemeOf(text);
  if (scheme === 'https') return readWeb(text.startsWith('//') ? `https:${text}` : text, trail);
  if (!scheme) return undefined;
  return scheme === 'intent' ? readIntent(text, trail) : readApp(text, trail, scheme);
}

function readWeb(text: string, trail: Trail): Target | undefined {
  const address = readAddress(text);
  const owner = address && findOwner(trail.registry, address[0]);
  if (!owner) return undefined;
  const [host, path, search] = address;
  const visit = { owner, at: host + path, search, trail, layer: host };
  keepEvidence(visit, search);
  return readShapes(visit, owner.web);
}

function readApp(text: string, trail: Trail, scheme: string): Target | undefined {
  const owner = trail.registry.get(`${scheme}:`);
  // `taobao://` alone opens the app.
  const rest = text.slice(scheme.length + 1).replace(/^\/\//, '') || scheme;
  const address = owner && readAddress(`https://${rest}`);
  if (!address) return undefined;
  const [host, path, search] = address;
  const { appHost, id } = owner;
  const visit = { owner, at: (appHost ?? host) + path, search, trail, layer: '' };
  // `taobao://item.taobao.com/…` is the web address under another scheme; `tmall://https://…` holds it whole.
  const webOwner = findOwner(trail.registry, host);
  const web = webOwner && { ...visit, owner: webOwner, layer: host };
  keepEvidence(web ?? visit, search);
  const found =
    readShapes(visit, appHost ? owner.web : owner.app) ??
    (web && readShapes(web, webOwner.web)) ??
    readFirst([rest, ...nestedTexts(visit, APP_NESTED)], trail);
  if (!id) return wrap(found, scheme);
  // Two apps may have a `home`.
  const opened = { ...visit, at: `${scheme}://${visit.at}` };
  return wrap(found ?? opaqueTarget(opened, 'deeplink', APP_NESTED), scheme, 'deeplink');
}

/** Android's form: the app's address without its scheme; the scheme and a web fallback stand behind `#Intent;`. */
function readIntent(text: string, trail: Trail): Target | undefined {
  const [, body = '', tail = ''] = /^intent:([^#]*)#Intent;(.*)/i.exec(text) ?? [];
  const extra = (name: string) =>
    tail
      .split(';')
      .find((part) => part.startsWith(name))
      ?.slice(name.length) ?? '';
  const texts = [`${extra('scheme=')}:${body}`, extra('S.browser_fallback_url=')];
  return wrap(readFirst(texts, trail), 'intent', 'deeplink');
}

function readShapes(visit: Visit, shapes: readonly Shape[]): Target | undefined {
  for (const shape of shapes) {
    const match = visit.at.startsWith(shape.start) ? shape.at.exec(visit.at) : null;
    const target = match && readShape(visit, shape, match);
    if (target) return target;
  }
  return undefined;
}

/** A wrapper of nobody's shop is worth what it holds; a shop's own wrapper is a link to that shop in any case. */
function readShape(visit: Visit, shape: Shape, match: RegExpExecArray): Target | undefined {
  const texts = shape.inner ? [shape.inner(visit) ?? ''] : nestedTexts(visit, shape.nested);
  const found = texts[0] && readFirst(texts, visit.trail);
  if (found) return wrap(found, visit.layer, shape.kind);
  return visit.owner.id ? makeTarget(visit, shape, match) : undefined;
}

/** What is wrapped keeps its target and takes the wrapper's kind; a note stays a note. */
function wrap(target: Target | undefined, layer: string, kind?: FormKind): Target | undefined {
  if (target && layer) target.via.unshift(layer);
  if (target && kind && target.kind !== 'content') target.kind = kind;
  return target;
}

/** The first text that leads to something known, else the first that leads anywhere. */
function readFirst(texts: readonly string[], trail: Trail): Target | undefined {
  let best: Target | undefined;
  if (trail.left === 0) return best;
  trail.left--;
  for (const text of texts) {
    const target = readTarget(decodeAgain(text), trail);
    if (!best || target?.canonical) best = target ?? best;
    if (best?.canonical) break;
  }
  trail.left++;
  return best;
}

/**
 * Addresses that parameters hold, the likeliest first. An address pasted in raw loses its own `&` to the outer query
 * (`h5Url=https://detail.tmall.com/item.htm?spm=1&id=2`), so the rest of the query is offered as well.
 */
function nestedTexts({ search }: Visit, names: readonly string[]): string[] {
  if (!search || names.length === 0) return [];
  const raws = names.map((name) => rawOf(search, name)).filter(Boolean);
  const pasted = raws.find((raw) => /^https?:\/\//.test(raw));
  const texts = raws.map(decodeValue);
  return pasted ? [...texts, search.slice(search.indexOf(pasted))] : texts;
}
