import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const manifest = v.object({ optional_host_permissions: v.array(v.string()) });

/** The hosts that a build may ask for, platform by platform. */
export function readShopHosts(extensionDir: string): string[] {
  const raw: unknown = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
  return v.parse(manifest, raw).optional_host_permissions;
}
