import type { PlatformIdentity } from './identity';

// `import: 'identity'` leaves the link rules out of bundles that only need names.
const identities = import.meta.glob<PlatformIdentity>(['./*.ts', '!./{index,list,identity,explain}.ts'], {
  eager: true,
  import: 'identity',
});

/** Every platform that has a file here. */
export const platformIdentities: readonly PlatformIdentity[] = Object.values(identities);

const byId = new Map(platformIdentities.map((identity) => [identity.id, identity]));

export function identityOf(id: string): PlatformIdentity | undefined {
  return byId.get(id);
}
