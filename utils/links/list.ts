import type { PlatformIdentity } from './identity';

// `import: 'identity'` leaves the link rules out of bundles that only need names.
const identities = import.meta.glob<PlatformIdentity>(['./*.ts', '!./{index,list,identity,explain}.ts'], {
  eager: true,
  import: 'identity',
});

/** Every platform that has a file here. */
export const platformIdentities: readonly PlatformIdentity[] = Object.values(identities);

export function identityOf(id: string): PlatformIdentity | undefined {
  return platformIdentities.find((identity) => identity.id === id);
}

/** What people call a platform, in the language of the catalogue. */
export function platformName(id: string, language: string): string {
  return identityOf(id)?.names[language === 'zh-CN' || language === 'zh-TW' ? language : 'en'] ?? id;
}
