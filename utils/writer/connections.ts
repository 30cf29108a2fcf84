/** What a platform needs to be told apart and reached; the full type stands in utils/platforms. */
interface Connectable {
  id: string;
  hosts: readonly string[];
  orderPages: readonly string[];
  itemPages: readonly string[];
  shopPages: readonly string[];
}

interface RegisteredScript {
  id: string;
  matches?: string[] | undefined;
}

/** The parts of the browser this needs. */
export interface ScriptDoor {
  permissions: { contains(wanted: { origins: string[] }): Promise<boolean> };
  scripting: {
    getRegisteredContentScripts(): Promise<RegisteredScript[]>;
    registerContentScripts(scripts: ShopScript[]): Promise<void>;
    unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
  };
  /** Whether the person lets answers of order pages be copied. */
  copies(): Promise<boolean>;
}

interface ShopScript {
  id: string;
  js: string[];
  matches: string[];
  runAt: 'document_start';
  persistAcrossSessions: boolean;
  /** The page's own, for the copier of answers; ours otherwise. */
  world?: 'MAIN';
}

function scriptsOf({ id, itemPages, shopPages, orderPages }: Connectable, copies: boolean): ShopScript[] {
  const script = (name: string, matches: readonly string[]): ShopScript => ({
    id: `${name}-${id}`,
    js: [`${name}.js`],
    matches: [...matches],
    runAt: 'document_start',
    persistAcrossSessions: true,
  });
  const own = [script('shop', [...itemPages, ...shopPages]), script('orders', orderPages)];
  const copier = copies ? [{ ...script('orders-tap', orderPages), world: 'MAIN' as const }] : [];
  return [...own, ...copier].filter(({ matches }) => matches.length > 0);
}

async function listGranted(door: ScriptDoor, platforms: readonly Connectable[]): Promise<Connectable[]> {
  const granted = await Promise.all(platforms.map(({ hosts }) => door.permissions.contains({ origins: [...hosts] })));
  return platforms.filter((_platform, place) => granted[place]);
}

async function syncOnce(door: ScriptDoor, platforms: readonly Connectable[]): Promise<void> {
  const copies = await door.copies();
  const wanted = (await listGranted(door, platforms)).flatMap((platform) => scriptsOf(platform, copies));
  const there = await door.scripting.getRegisteredContentScripts();
  const isSame = (a: RegisteredScript, b: RegisteredScript) => a.id === b.id && String(a.matches) === String(b.matches);
  const stale = there.filter((script) => !wanted.some((each) => isSame(each, script)));
  const missing = wanted.filter((script) => !there.some((each) => isSame(each, script)));
  if (stale.length > 0) await door.scripting.unregisterContentScripts({ ids: stale.map(({ id }) => id) });
  if (missing.length > 0) await door.scripting.registerContentScripts(missing);
}

/**
 * Makes the registered shop scripts equal to the granted platforms. Calls queue up: start, install and a fresh grant
 * come together, and two at once would register the same id twice.
 */
export function shopScriptSync(door: ScriptDoor, platforms: readonly Connectable[]): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.catch(() => undefined).then(() => syncOnce(door, platforms));
    return last;
  };
}
