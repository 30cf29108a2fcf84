import type { LinkFile, Owner, Registry } from './types';

/** The longest claimed suffix wins: 2.taobao.com is Xianyu, the rest of taobao.com is not. */
export function findOwner(registry: Registry, host: string): Owner | undefined {
  for (let name = host; ; name = name.slice(name.indexOf('.') + 1)) {
    const owner = registry.hosts.get(name);
    if (owner || !name.includes('.')) return owner;
  }
}

export function buildRegistry(files: readonly LinkFile[], foreign: Record<string, LinkFile>): Registry {
  const hosts = new Map<string, Owner>();
  const schemes = new Map<string, Owner>();
  const add = (file: LinkFile, names: readonly string[]) => {
    const owner = { ...file, keep: new Set(file.rules.keep?.split(' ')) };
    for (const host of names) hosts.set(host, owner);
    for (const scheme of file.rules.schemes ?? []) schemes.set(scheme, owner);
  };
  for (const file of files) add(file, file.identity?.hosts ?? []);
  for (const [names, file] of Object.entries(foreign)) add(file, names.split(' '));
  return { hosts, schemes };
}
