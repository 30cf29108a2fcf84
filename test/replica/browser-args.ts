import type { Replica } from './server';

/** Chromium switches that send the played hosts to the replica, trust its key, and resolve nothing else. */
export function chromiumArgs({ port, hosts, spki }: Pick<Replica, 'port' | 'hosts' | 'spki'>): string[] {
  const rules = hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  const others = ['MAP * ~NOTFOUND', 'EXCLUDE localhost', 'EXCLUDE 127.0.0.1'];
  return [`--host-resolver-rules=${[...rules, ...others].join(', ')}`, `--ignore-certificate-errors-spki-list=${spki}`];
}
