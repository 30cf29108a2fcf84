import type { DataProps } from '@/components/dashboard/data/data-view';
import type { FolderActions, FolderView } from '@/components/dashboard/data/folder-card';
import type { EraseActions, EraseView, Hits } from '@/components/dashboard/data/erase-props';
import type { RestoreDone, RestorePreview, RestoreView } from '@/components/dashboard/data/restore-props';
import type { RetentionActions, RetentionView } from '@/components/dashboard/data/retention-props';
import { fine } from './made-health';
import { daysAgo } from './made-rows';

const nothing = () => undefined;
export const untouched: RestoreView = { reading: { state: 'idle' }, writing: { state: 'idle' } };

export const preview: RestorePreview = {
  file: { name: 'bacao-2026-03-02.ndjson.gz', size: 1_234_567 },
  madeAt: daysAgo(10),
  from: daysAgo(200),
  to: daysAgo(10),
  events: { fresh: 12, known: 1_200 },
  exposures: { fresh: 4_000, known: 50_000 },
  refused: { count: 0, first: [] },
  isOther: false,
  wholeness: 'whole',
  unwritten: 0,
  hasSettings: true,
  limits: { here: {}, ofFile: {} },
};

export const damaged: RestorePreview = {
  ...preview,
  wholeness: 'cut',
  unwritten: 2,
  refused: {
    count: 24,
    first: [
      { line: 17, id: 'x', reason: 'shape', where: 'link.kind' },
      { line: 1_800, reason: 'not-text' },
      { line: 1_801, reason: 'unknown' },
      { line: 2_001, id: 'y', reason: 'duplicate' },
    ],
  },
};

export const restored: RestoreDone = { end: 'done', added: 4_012, known: 51_200, refused: { count: 0, first: [] } };

export const restoreActions = {
  onFile: nothing,
  onStop: nothing,
  onRestore: nothing,
  onAgain: nothing,
  onListRefused: nothing,
  onForget: nothing,
};

export const noErasure: EraseView = {
  hits: { state: 'idle', rows: [], more: false },
  platforms: ['jd', 'tmall'],
  erasing: { state: 'idle' },
};

export const eraseActions: EraseActions = {
  onSearch: nothing,
  onChoose: nothing,
  onErase: nothing,
  onStop: nothing,
  onBackup: nothing,
};

export const folderActions: FolderActions = {
  onChoose: nothing,
  onAllow: nothing,
  onWrite: nothing,
  onForget: nothing,
};

export const keptFolder: Extract<FolderView, { state: 'kept' }> = {
  state: 'kept',
  name: 'Backups',
  last: { at: daysAgo(1), name: 'bacao-2026-03-11.ndjson.gz' },
  busy: false,
};
export const noLimits: RetentionView = { limits: {}, counting: { state: 'idle' }, applying: { state: 'idle' } };

export const retentionActions: RetentionActions = {
  onCount: nothing,
  onApply: nothing,
  onKeep: nothing,
  onStop: nothing,
};

export const data: DataProps = {
  facts: fine,
  backup: { job: { state: 'idle' }, onStart: nothing, onStop: nothing },
  folder: { view: { state: 'none' }, actions: folderActions },
  list: { job: { state: 'idle' }, onStart: nothing, onStop: nothing },
  restore: { view: untouched, actions: restoreActions },
  retention: { view: noLimits, actions: retentionActions },
  erase: { view: noErasure, actions: eraseActions },
};

export const hits: Hits = {
  state: 'ready',
  more: true,
  rows: [
    {
      what: { kind: 'item', key: 'jd:100' },
      key: 'jd:100',
      name: 'Folding chair',
      detail: 'JD.com · Mar 9, 2026',
      platform: 'jd',
    },
    {
      what: { kind: 'item', key: 'ali:300' },
      key: 'ali:300',
      name: '法式碎花连衣裙夏季新款收腰显瘦长裙 '.repeat(4),
      detail: 'Tmall · 某某旗舰店 · Mar 9, 2026',
      platform: 'tmall',
    },
  ],
};
