import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const manifest = v.object({
  browser_specific_settings: v.object({ gecko: v.object({ id: v.string() }) }),
});

/** The add-on id that a Firefox build carries in its manifest. */
export function readGeckoId(extensionDir: string): string {
  const raw: unknown = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
  return v.parse(manifest, raw).browser_specific_settings.gecko.id;
}
