import { join } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import type * as backups from '../../../utils/ledger/backup/read';
import type * as sites from '../../../utils/sites';
import type * as rules from '../../../utils/sites/xiaohongshu/rules';
import { toModule, withStateRules, type RuleSet } from './rule-set';

const root = join(import.meta.dirname, '../../..');
const rulesFile = join(root, 'utils/sites/xiaohongshu/rules.ts');

/** Puts a stored set in the place of today's; rules that it does not know stay as they are. */
function withRules(set: RuleSet): Plugin {
  return {
    name: 'stored-rules',
    enforce: 'pre',
    load: (id) =>
      id === rulesFile ? `export * from '${rulesFile}?today';\n${toModule(withStateRules(set))}` : undefined,
  };
}

async function load<T>(file: string, plugins: Plugin[]): Promise<T> {
  const { module } = await runnerImport<T>(join(root, file), { root, configFile: false, logLevel: 'error', plugins });
  return module;
}

/** The reader of pages as it was with that set, else as it is. */
export async function loadReadPage(set?: RuleSet): Promise<typeof sites.readPage> {
  const { readPage } = await load<typeof sites>('utils/sites/index.ts', set ? [withRules(set)] : []);
  return readPage;
}

export function loadRules(): Promise<typeof rules> {
  return load('utils/sites/xiaohongshu/rules.ts', []);
}

export async function loadBackupReader(): Promise<typeof backups.readBackup> {
  const { readBackup } = await load<typeof backups>('utils/ledger/backup/read.ts', []);
  return readBackup;
}
