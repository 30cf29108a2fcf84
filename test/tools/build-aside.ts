import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type InlineConfig } from 'wxt';

const temporary: string[] = [];
process.on('exit', () => {
  for (const dir of temporary) rmSync(dir, { recursive: true, force: true, maxRetries: 10 });
});

/** An empty folder outside the project that goes when the run ends. */
export function makeFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'bacao-build-'));
  temporary.push(dir);
  return dir;
}

/** Builds the extension with the product's own configuration and `config` on top, into a folder of its own. */
export async function buildAside(config: InlineConfig): Promise<string> {
  const outDir = makeFolder();
  await build({ browser: 'chrome', ...config, outDir, outDirTemplate: 'built', logger: errorsOnly });
  return join(outDir, 'built');
}

const ignore = (): void => undefined;
const errorsOnly = {
  debug: ignore,
  log: ignore,
  info: ignore,
  warn: ignore,
  success: ignore,
  level: 0,
  error: (...words: unknown[]) => console.error(...words),
  fatal: (...words: unknown[]) => console.error(...words),
};
