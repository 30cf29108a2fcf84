import type { ResearchActions, ResearchProps, ShownTable } from '@/components/dashboard/research/props';
import { example } from '../study/made-study';
import { daysAgo, now } from './made-rows';

const nothing = () => undefined;

export const researchActions: ResearchActions = {
  ...{ onStudyFile: nothing, onDecline: nothing, onJoin: nothing, onLeave: nothing, onWithdrawal: nothing },
  ...{ onPutAway: nothing, onStartTask: nothing, onStopTask: nothing, onReview: nothing, onLeaveOut: nothing },
  ...{ onBundle: nothing, onStopBundle: nothing, onEnvelope: nothing, onStopEnvelope: nothing, onOpen: nothing },
  ...{ onLook: nothing, onFigures: nothing },
};

export const research: ResearchProps = {
  kept: {},
  now,
  failed: false,
  review: { state: 'closed' },
  bundle: { state: 'idle' },
  withdrawal: { state: 'idle' },
  envelope: { state: 'idle' },
  opened: { state: 'idle' },
  actions: researchActions,
};

export const studyFile = { ...example, paidAt: 'day', amounts: 'none', subjectKind: 'human' } as const;

export const joined: NonNullable<NonNullable<ResearchProps['kept']>['joined']> = {
  file: studyFile,
  participantId: 'p-abcdefghijklmnopqrstuvwxyz',
  consentedAt: daysAgo(3),
  observedFrom: daysAgo(3),
  purchases: false,
  redacted: ['00112233445566778899aabbccddeeff'],
  runs: [{ task: 'home-20', startedAt: daysAgo(2), endedAt: daysAgo(2) + 300_000, stop: 'units' }],
  exports: [
    { at: daysAgo(1), name: 'bacao-feed-density-2026-p-abc.zip', tier: 'T1', rows: 1_234, sha256: 'ab'.repeat(32) },
  ],
};

export const left = {
  ...{ file: studyFile, participantId: joined.participantId, consentedAt: daysAgo(3), observedFrom: daysAgo(3) },
  withdrawnAt: daysAgo(1),
};

export const shown: ShownTable = {
  table: 'exposures',
  columns: [
    { name: 'exposure_no', about: 'Per-participant counter.' },
    { name: 'surface', about: 'As in page_views.' },
    { name: 'ad_class', about: 'What it is.' },
    { name: 'label_text', about: 'Literal label.' },
    { name: 'note_id', about: 'Public note id, tier T2 only.' },
  ],
  rows: [
    {
      cells: ['1', 'explore_feed', 'platform_ad', '赞助', ''],
      about: '秋天的第一件毛衣，软糯显白不扎人',
      keys: ['u:v|card:1'],
    },
    { cells: ['2', 'explore_feed', 'none', '', ''], keys: ['u:v|card:2'] },
    { cells: ['3', 'search_results', 'unknown', '', ''], keys: [] },
  ],
  more: true,
};

export const openedBundle = {
  name: 'bacao-feed-density-2026-p-abcdefghijklmnopqrstuvwxyz-2026-11-21T093015Z-parquet.zip',
  study: 'bacao-feed-density-2026',
  tier: 'T1',
  created: '2026-11-21T08:00:00.000Z',
  files: [
    { table: 'exposures', rows: 400 },
    { table: 'exposures', rows: 34 },
    { table: 'links', rows: 1 },
  ],
  missing: [],
  changed: [],
};
