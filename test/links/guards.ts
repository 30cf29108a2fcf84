import { createResolver } from '../../utils/links/engine/resolver';
import type { PlatformFile } from './platform-files';
import type { LinkRow } from './tables';

type Files = Record<string, PlatformFile>;

/** What is wrong with a set of platform files, one sentence each; what reviewers would else have to remember. */
export function findFaults(files: Files, rows: readonly LinkRow[]): string[] {
  const claims = new Map<string, string>();
  return Object.entries(files).flatMap(([name, file]) => [
    ...idFaults(name, file),
    ...hostFaults(name, file, claims),
    ...fixtureFaults(name, rows),
    ...lookAlikeFaults(name, files, rows),
    ...wordFaults(name, file),
  ]);
}

function idFaults(name: string, { identity, rules }: PlatformFile): string[] {
  const same = identity.id === name && rules.id === name;
  return same ? [] : [`${name}.ts says that its id is ${identity.id}`];
}

function hostFaults(name: string, { identity, rules }: PlatformFile, claims: Map<string, string>): string[] {
  const claimed = [...identity.hosts, ...(rules.schemes ?? []).map((scheme) => `${scheme}:`)];
  return claimed.flatMap((host) => {
    const other = claims.get(host);
    claims.set(host, name);
    return other ? [`${host} is claimed by ${other} and ${name}`] : [];
  });
}

function fixtureFaults(name: string, rows: readonly LinkRow[]): string[] {
  const own = rows.some(({ platform, kind, id }) => platform === name && kind !== 'none' && id);
  return own ? [] : [`${name} has no row with an id in test/fixtures/links/links.tsv`];
}

/** A pattern that is not held by the host gate would take an address on a host that only looks like the shop's. */
function lookAlikeFaults(name: string, files: Files, rows: readonly LinkRow[]): string[] {
  const resolveLink = createResolver(Object.values(files).map(({ rules }) => rules));
  const urls = rows.filter(({ platform, url }) => platform === name && /^https?:/i.test(url)).map(({ url }) => url);
  const fakes = urls.flatMap((url) => {
    const { host, pathname, search } = new URL(url);
    const fake = host.split('.').map((label, at, labels) => (at === labels.length - 2 ? `fake-${label}` : label));
    return [`${host}.evil.example`, `evil.example/${host}`, fake.join('.')].map(
      (to) => `https://${to}${pathname}${search}`,
    );
  });
  return fakes.filter((fake) => resolveLink(fake)).map((fake) => `${name} accepts ${fake}`);
}

/** What is kept about a person's link can be explained to them, in each language. */
function wordFaults(name: string, { rules, words }: PlatformFile): string[] {
  const kept = rules.keep?.split(' ') ?? [];
  const silent = kept.filter((parameter) => !words[parameter]?.slice(1).every((text) => text.trim()));
  return silent.map((parameter) => `${name} keeps ${parameter} and has no words for it`);
}
