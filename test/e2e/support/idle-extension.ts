import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from '../browsers';

/** Writes an extension that does nothing, to see what a browser does by itself. The caller removes the folder. */
export function writeIdleExtension(kind: BrowserKind): string {
  const folder = mkdtempSync(join(tmpdir(), 'bacao-idle-'));
  const background = kind === 'chromium' ? { service_worker: 'idle.js' } : { scripts: ['idle.js'] };
  const gecko = { id: 'idle@bacao.invalid' };
  const manifest = {
    manifest_version: 3,
    name: 'Idle',
    version: '1',
    background,
    browser_specific_settings: { gecko },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'idle.js'), '');
  return folder;
}
