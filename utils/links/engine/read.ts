import { readAddress, schemeOf } from './address';
import { keepEvidence } from './attribution';
import { decodeAgain } from './decode';
import { innerTexts, nestedTexts } from './nested';
import { readQuery } from './query';
import { APP_NESTED, findOwner } from './registry';
import { makeTarget, newTarget, opaqueKey } from './target';
import type { FormKind, Owner, Shape, Target, Trail, Visit } from './types';

const FALLBACK = 'S.browser_fallback_url=';

/** Reads one address, whatever it is wrapped in. */
export function readTarget(text: string, trail: Trail): Target | undefined {
  const scheme = schemeOf(text);
  if (scheme === 'https' || scheme === 'http') return readWeb(text, trail);
  if (scheme === 'intent') return readIntent(text, trail);
  const owner = scheme && trail.registry.schemes.get(scheme);
  return owner ? readApp(text, owner, { trail, scheme }) : undefined;
}

function readWeb(text: string, trail: Trail): Target | undefined {
  const address = readAddress(text.startsWith('//') ? `https:${text}` : text);
  const owner = address && findOwner(trail.registry, address.host);
  if (!owner) return undefined;
  const { host, path, search } = address;
  return readShapes(
    { owner, at: host + path, search, query: readQuery(search, owner.names), trail, layer: host },
    owner.web,
  );
}

function readApp(text: string, owner: Owner, { trail, scheme }: { trail: Trail; scheme: string }): Target | undefined {
  const rest = text.slice(scheme.length + 1).replace(/^\/\//, '');
  const address = readAddress(`https://${rest}`);
  if (!address) return undefined;
  trail.via.push(scheme);
  const { host, path, search } = address;
  const { appHost = host } = owner.rules;
  const query = readQuery(search, owner.names);
  const visit: Visit = { owner, at: appHost + path, search, query, trail, layer: undefined };
  // `taobao://item.taobao.com/…` is the web address under another scheme; `tmall://https://…` holds it whole.
  const web = /^https?:\/\//.test(rest) ? rest : `https://${rest}`;
  const found =
    readShapes(visit, appHost === host ? owner.app : owner.web) ??
    readFirst([web, ...nestedTexts(visit, APP_NESTED)], trail) ??
    (owner.identity && newTarget(visit, 'deeplink', `${scheme}://${opaqueKey(visit, APP_NESTED)}`));
  return owner.identity ? asKind(found, 'deeplink') : found;
}

/** Android's form: the app's address without its scheme; the scheme and a web fallback stand behind `#Intent;`. */
function readIntent(text: string, trail: Trail): Target | undefined {
  const [body = '', tail] = text.slice('intent:'.length).split('#Intent;');
  const extras = tail?.split(';') ?? [];
  const scheme = extras.find((part) => part.startsWith('scheme='))?.slice('scheme='.length);
  const fallback = extras.find((part) => part.startsWith(FALLBACK))?.slice(FALLBACK.length);
  trail.via.push('intent');
  return asKind(readFirst([scheme ? `${scheme}:${body}` : '', decodeAgain(fallback ?? '')], trail), 'deeplink');
}

function readShapes(visit: Visit, shapes: readonly Shape[]): Target | undefined {
  keepEvidence(visit);
  for (const shape of shapes) {
    const match = shape.at.exec(visit.at);
    if (!match || (shape.named && visit.owner.rules.reserved?.test(match[1] ?? ''))) continue;
    const target = readShape(visit, shape, match);
    if (target) return target;
  }
  return undefined;
}

/** A wrapper of nobody's shop is worth what it holds; a shop's own wrapper is a link to that shop in any case. */
function readShape(visit: Visit, shape: Shape, match: RegExpExecArray): Target | undefined {
  const { owner, trail, layer } = visit;
  const texts = innerTexts(visit, shape);
  if (texts.length > 0 && layer) trail.via.push(layer);
  const found = texts.length > 0 ? readFirst(texts, trail) : undefined;
  return asKind(found, shape.kind) ?? (owner.identity && makeTarget(visit, shape, match));
}

/** What is wrapped keeps its target and takes the wrapper's kind; a note stays a note. */
function asKind(target: Target | undefined, kind: FormKind): Target | undefined {
  if (target && target.kind !== 'content') target.kind = kind;
  return target;
}

/** The first text that leads to something known, else the first that leads anywhere. */
function readFirst(texts: readonly string[], trail: Trail): Target | undefined {
  if (trail.left === 0) return undefined;
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
