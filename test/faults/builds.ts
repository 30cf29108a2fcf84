import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { InlineConfig } from 'wxt';
import type { BrowserKind } from '../e2e/browsers';
import { buildAside, makeFolder } from '../tools/build-aside';

/** One piece of the sources, and what stands there instead. */
export interface Change {
  /** From the project's root. */
  file: string;
  from: string;
  to: string;
}

const manifest = v.looseObject({ version: v.string(), permissions: v.array(v.string()) });
type Manifest = v.InferOutput<typeof manifest>;

/** A copy of a built extension, with another manifest if `edit` says so. */
export function copyBuild(from: string, edit: (manifest: Manifest) => Manifest = (same) => same): string {
  const copy = makeFolder();
  cpSync(from, copy, { recursive: true });
  editManifest(copy, edit);
  return copy;
}

export function editManifest(dir: string, edit: (manifest: Manifest) => Manifest): void {
  const file = join(dir, 'manifest.json');
  writeFileSync(file, JSON.stringify(edit(v.parse(manifest, JSON.parse(readFileSync(file, 'utf8'))))));
}

/** The browser's usual bounds on storage hold for such a build. */
export function withoutUnlimitedStorage({ permissions, ...rest }: Manifest): Manifest {
  return { ...rest, permissions: permissions.filter((each) => each !== 'unlimitedStorage') };
}

/**
 * Builds the extension from its real sources with one change in them.
 * @throws {Error} when the piece to be changed does not stand there exactly once: the sources have moved on
 */
export async function buildChanged(kind: BrowserKind, change: Change): Promise<string> {
  const { plugin, isDone } = changing(change);
  const browser = kind === 'chromium' ? 'chrome' : 'firefox';
  const built = await buildAside({ browser, manifestVersion: 3, vite: () => ({ plugins: [plugin] }) });
  if (!isDone()) throw new Error(`${change.file} is in no part of the build.`);
  return built;
}

/** The next version: it knows one step of the database more, which does nothing. */
export async function buildNewer(kind: BrowserKind): Promise<string> {
  const step = { from: 'version = steps.length,', to: 'version = steps.length + 1,' };
  const built = await buildChanged(kind, { file: 'utils/ledger/open.ts', ...step });
  editManifest(built, (manifest) => ({ ...manifest, version: '9.0.0' }));
  return built;
}

type Plugin = NonNullable<Awaited<ReturnType<NonNullable<InlineConfig['vite']>>>['plugins']>[number];

function changing({ file, from, to }: Change): { plugin: Plugin; isDone: () => boolean } {
  let isDone = false;
  const plugin: Plugin = {
    name: 'one-change',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith(`/${file}`)) return undefined;
      const parts = code.split(from);
      if (parts.length !== 2) throw new Error(`${file} holds ${String(parts.length - 1)} times: ${from}`);
      isDone = true;
      return { code: parts.join(to), map: null };
    },
  };
  return { plugin, isDone: () => isDone };
}
