import { runnerImport } from 'vite';
import { defineConfig } from 'wxt';
import type * as Platforms from './utils/platforms/list';
import type * as Sites from './utils/sites/list';

/** Loads the very modules the extension runs, so that the manifest and the code cannot hold two different lists. */
async function load<T>(file: string): Promise<T> {
  const root = import.meta.dirname;
  const { module } = await runnerImport<T>(file, {
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@': root } },
  });
  return module;
}

const locked = "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const readersOfNotes: ReadonlySet<string> = new Set(['note', 'capture']);

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'assets/locales' },
  webExt: { disabled: true },
  zip: { excludeSources: ['shots/**', 'out.json', '**/*.log', '**/*.pem'] },
  vite: () => ({ build: { target: ['chrome120', 'firefox140'] } }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    incognito: 'not_allowed',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'contextMenus', 'activeTab'],
    // Chromium keeps Alt+Shift+B and Alt+Shift+P for itself (156, 2026-11). At most four may suggest a key; the person changes them on the browser's own page.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+Y' } },
      'open-panel': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commands_panel__' },
      pause: { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_commands_pause__' },
      'open-ledger': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commands_ledger__' },
    },
    content_security_policy: {
      // Dev mode reloads over a local socket; a test holds the production build to 'none'.
      extension_pages: `${locked}; img-src 'self' data:; connect-src ${command === 'serve' ? "'self' ws://localhost:* http://localhost:*" : "'none'"}`,
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko_android: { strict_min_version: '142.0' },
        gecko: {
          id: 'bacao@bacao.invalid',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
    ...(browser !== 'firefox' && { minimum_chrome_version: '120' }),
  }),
  hooks: {
    // A script in the page's world shows our id in stack traces (Chromium 156), unless it says that it has no name.
    'vite:build:extendConfig': ([entry], config) => {
      const options = config.build?.rollupOptions;
      if (entry?.name === 'orders-tap') Object.assign(options?.output ?? {}, { postFooter: '//# sourceURL=anonymous' });
      // Written out wherever they are used, the selectors of note pages would weigh 1.5 kB more.
      if (entry && readersOfNotes.has(entry.name))
        Object.assign(options ?? {}, { optimization: { inlineConst: false } });
    },
    'build:manifestGenerated': async (_wxt, manifest) => {
      const [{ platforms }, { sites }] = await Promise.all([
        load<typeof Platforms>('/utils/platforms/list.ts'),
        load<typeof Sites>('/utils/sites/list.ts'),
      ]);
      const noteHosts = sites.flatMap((site) => [...site.hosts]);
      // Kept, not replaced: dev mode has put its own server here.
      manifest.host_permissions = [...(manifest.host_permissions ?? []), ...noteHosts];
      manifest.optional_host_permissions = platforms.flatMap((platform) => [...platform.hosts]);
      manifest.content_scripts = [{ js: ['note.js'], matches: noteHosts, run_at: 'document_start' }];
    },
  },
});
