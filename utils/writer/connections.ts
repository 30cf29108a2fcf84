/** What a platform needs to be told apart and reached; the full type stands in utils/platforms. */
interface Connectable {
  id: string;
  hosts: readonly string[];
  orderPages: readonly string[];
  itemPages: readonly string[];
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
}

interface ShopScript {
  id: string;
  js: string[];
  matches: string[];
  runAt: 'document_start';
  persistAcrossSessions: boolean;
}

function scriptsOf({ id, itemPages, orderPages }: Connectable): ShopScript[] {
  const script = (name: string, matches: readonly string[]): ShopScript => ({
    id: `${name}-${id}`,
    js: [`${name}.js`],
    matches: [...matches],
    runAt: 'document_start',
    persistAcrossSessions: true,
  });
  const both = [script('shop', itemPages), script('orders', orderPages)];
  return both.filter(({ matches }) => matches.length > 0);
}

async function listGranted(door: ScriptDoor, platforms: readonly Connectable[]): Promise<Connectable[]> {
  const granted = await Promise.all(platforms.map(({ hosts }) => door.permissions.contains({ origins: [...hosts] })));
  return platforms.filter((_platform, place) => granted[place]);
}

async function syncOnce(door: ScriptDoor, platforms: readonly Connectable[]): Promise<void> {
  const wanted = (await listGranted(door, platforms)).flatMap(scriptsOf);
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
