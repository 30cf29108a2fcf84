import { posix } from 'node:path';
import type { Import } from './imports';

interface Rule {
  /** The other rooms it may import. */
  rooms: readonly string[];
  /** The packages it may import; without a list, all but the browser. */
  packages?: RegExp;
  /** May it call the browser? */
  browser?: true;
}

const none = /^$/u;
const browserApi = /^(?:wxt\/|webextension-polyfill$|@wxt-dev\/browser|#imports$)/u;
const shared = ['core', 'links', 'density', 'match', 'bills', 'sites', 'platforms', 'ledger', 'export', 'report'];
const everything = [
  'assets',
  ...shared,
  'ledger/canary',
  'schemas',
  'backup-folder',
  'downloads',
  'messages',
  'settings',
  'log',
  'i18n',
  'watch',
  'writer',
  'components',
];

/** Who may import whom. A room that is not named here has no right to be. */
const rules: Record<string, Rule> = {
  core: { rooms: [], packages: none },
  links: { rooms: ['core'] },
  density: { rooms: ['core'] },
  match: { rooms: ['core'] },
  bills: { rooms: ['core'] },
  sites: { rooms: ['core', 'links'] },
  platforms: { rooms: ['core', 'links'] },
  // The shapes that rows must have, for whoever reads them: pages' messages, the ledger's own check, backups.
  schemas: { rooms: ['core'], packages: /^valibot$/u },
  ledger: { rooms: ['core', 'schemas', 'ledger/canary'] },
  'ledger/canary': { rooms: ['core', 'ledger'], browser: true },
  // The person's own folder: files by the web's own handles, which no extension API gives.
  'backup-folder': { rooms: ['core', 'ledger'] },
  // A file out of a page of ours, by the web's own means.
  downloads: { rooms: [], packages: none },
  // What it exports is derived: time on screen, classes, sums, credits.
  export: { rooms: ['core', 'density', 'match'] },
  // Figures of rows as they are exported.
  report: { rooms: ['core', 'density', 'export'] },
  messages: { rooms: ['core', 'schemas'], browser: true },
  settings: { rooms: ['core'], browser: true },
  log: { rooms: ['core'], browser: true },
  // The sentences of every language, which the build makes of assets/locales.
  i18n: { rooms: [], packages: /^#i18n$/u },
  // What the page scripts do with a reading, and what the background does with a message: wired up in entrypoints.
  watch: { rooms: ['core', 'links', 'sites', 'platforms', 'messages', 'log'] },
  writer: { rooms: ['core', 'schemas', 'ledger', 'ledger/canary', 'messages', 'settings', 'log'] },
  components: { rooms: ['core', 'i18n'], packages: /^(?:preact|@preact\/signals|uplot)(?:\/|$)/u },
  entrypoints: { rooms: everything, browser: true },
  'test/replica': { rooms: [] },
};

/** The sentences to fail with, one for each import that its room may not have. */
export function findBreaches(file: string, imports: readonly Import[]): string[] {
  const room = roomOf(file);
  const rule = rules[ruleName(room)];
  if (!rule) return [`${file}: no rule names the room ${room}`];
  return imports.filter((item) => !isAllowed(item, { file, room, rule })).map((item) => `${file} imports ${item.from}`);
}

interface Place {
  file: string;
  room: string;
  rule: Rule;
}

function isAllowed({ from, typeOnly }: Import, { file, room, rule }: Place): boolean {
  const target = resolveOwn(file, from);
  if (target !== undefined) return roomOf(target) === room || rule.rooms.includes(roomOf(target));
  if (browserApi.test(from)) return rule.browser === true || typeOnly;
  return rule.packages?.test(from) ?? true;
}

/** The path inside the project, or undefined for a package. */
function resolveOwn(file: string, from: string): string | undefined {
  if (from.startsWith('@/')) return from.slice(2);
  if (from.startsWith('/')) return from.slice(1);
  return from.startsWith('.') ? posix.join(posix.dirname(file), from) : undefined;
}

/** `utils/links/jd.ts` → links; every entry point is a room of its own: `entrypoints/popup/main.tsx` → entrypoints/popup. */
function roomOf(path: string): string {
  const parts = path.replace(/\.[jt]sx?$/u, '').split('/');
  const [top = '', second = '', third = ''] = parts;
  if (top === 'utils') return second === 'ledger' && third === 'canary' ? 'ledger/canary' : second;
  return top === 'entrypoints' || top === 'test' ? `${top}/${second}` : top;
}

function ruleName(room: string): string {
  return room.startsWith('entrypoints/') ? 'entrypoints' : room;
}
