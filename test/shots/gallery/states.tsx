import type { ComponentChild } from 'preact';
import type { FolderView } from '@/components/dashboard/data/folder-card';
import { CaptureView } from '@/components/capture/capture-view';
import { DataView } from '@/components/dashboard/data/data-view';
import type { RestoreView } from '@/components/dashboard/data/restore-props';
import type { RetentionView } from '@/components/dashboard/data/retention-props';
import { MatchingView } from '@/components/dashboard/matching/matching-view';
import { AftermathCards } from '@/components/dashboard/purchases/aftermath';
import { BuyerCard } from '@/components/dashboard/purchases/buyer-card';
import { CreditCard } from '@/components/dashboard/purchases/credit-card';
import { HandCard } from '@/components/dashboard/purchases/hand-card';
import { BillCard } from '@/components/dashboard/purchases/bill-card';
import type { BillView } from '@/components/dashboard/purchases/bill-props';
import type { ResearchProps } from '@/components/dashboard/research/props';
import { ResearchView } from '@/components/dashboard/research/research-view';
import { DensityView } from '@/components/dashboard/density/density-view';
import { HealthView, type HealthProps } from '@/components/dashboard/health/health-view';
import {
  damaged,
  data,
  eraseActions,
  folderActions,
  hits,
  keptFolder,
  noErasure,
  noLimits,
  preview,
  restoreActions,
  restored,
  retentionActions,
  untouched,
} from '../../components/made-data';
import { joined, left, openedBundle, research, shown, studyFile } from '../../components/made-research';
import { density, evening, local, report } from '../../components/made-density';
import { capture } from '../../components/made-capture';
import { itemStates } from './item-states';
import { settingsStates } from './settings-states';
import { sumStates } from './sum-states';
import { daysAgo, now } from '../../components/made-rows';
import { review } from '../../components/made-matching';
import { aftermath } from '../../components/made-aftermath';
import { credits } from '../../components/made-credits';
import { billPreview, refusedBills, untouchedBills } from '../../components/made-purchases';
import { everything, fine, full, idleCheck, little, lost, sound, unsound } from '../../components/made-health';

/** Every state of every view of the full page, by name; nothing here needs a ledger. */

const nothing = () => undefined;
const coverage = [
  {
    where: 'xiaohongshu',
    kind: 'note',
    visits: 4_321,
    unread: [
      { where: 'note.title', reason: 'no-data', count: 12 },
      { where: 'card', reason: 'unknown-form', count: 1_000 },
    ],
  },
  { where: 'xiaohongshu', kind: 'feed', visits: 812, unread: [] },
  {
    where: 'buyertrade.taobao.com',
    kind: 'orders',
    visits: 9,
    unread: [{ where: 'a[3]', reason: 'bad-amount', count: 1 }],
  },
];

const unread = coverage.flatMap(({ where, kind, unread: what }) =>
  what.length === 0 ? [] : [{ where, kind, count: what.length, day: '2026-03-11', unread: what }],
);

function health(change: Partial<HealthProps>): ComponentChild {
  const on = { onGo: nothing, onPutAway: nothing, onLater: nothing };
  return <HealthView facts={fine} coverage={coverage} unread={unread} checking={idleCheck} {...on} {...change} />;
}

function restoring(view: Partial<RestoreView>): ComponentChild {
  return <DataView {...data} restore={{ view: { ...untouched, ...view }, actions: restoreActions }} />;
}

function folder(view: FolderView): ComponentChild {
  return <DataView {...data} folder={{ view, actions: folderActions }} />;
}

const limits = { exposures: 90, notes: 45, purchases: 365 };
const counts = { exposures: 51_234, notes: 1 };

function retaining(view: Partial<RetentionView>): ComponentChild {
  return <DataView {...data} retention={{ view: { ...noLimits, ...view }, actions: retentionActions }} />;
}
const billWays = {
  onFiles: nothing,
  onStop: nothing,
  onImport: nothing,
  onAgain: nothing,
  onMatch: nothing,
  onForget: nothing,
};
const bills = (view: Partial<BillView>) => <BillCard bills={{ ...untouchedBills, ...view }} {...billWays} />;
const matchWays = { onSay: nothing, onUndo: nothing, onStop: nothing, onRetry: nothing, onImport: nothing };
const [decided] = review.decided;

function researching(change: Partial<ResearchProps>): ComponentChild {
  return <ResearchView {...research} {...change} />;
}

const query = { table: 'exposures', text: '', count: 50 } as const;

const unfinished = { file: preview.file, startedAt: 0, progress: { done: 12_000, total: 55_212 } };

export const states: Record<string, () => ComponentChild> = {
  ...sumStates,
  ...settingsStates,
  ...itemStates,
  'capture-ready': () => <CaptureView capture={{ ...capture, saved: ['page'] }} onSave={nothing} />,
  'capture-gone': () => <CaptureView capture={{ state: 'failed', why: 'gone' }} onSave={nothing} />,
  'health-well': () => health({}),
  'health-waiting': () => health({ facts: {}, coverage: undefined, unread: undefined }),
  'health-empty': () => health({ coverage: [], unread: [] }),
  'health-lost': () => health({ facts: lost }),
  'health-full': () => health({ facts: full }),
  'health-spoilt': () => health({ facts: { ...fine, spoilt: true } }),
  'health-little': () => health({ facts: { ...little, gaps: true } }),
  'health-everything': () => health({ facts: everything }),
  'health-checking': () =>
    health({ checking: { ...idleCheck, check: { state: 'running', done: 12_000, total: 58_023 } } }),
  'health-sound': () => health({ checking: { ...idleCheck, check: { state: 'done', result: sound } } }),
  'health-unsound': () => health({ checking: { ...idleCheck, check: { state: 'done', result: unsound } } }),
  'health-closed': () => health({ facts: { error: 'newer' }, coverage: undefined, unread: undefined }),
  'data-idle': () => <DataView {...data} />,
  'data-little': () => <DataView {...data} facts={little} />,
  'data-full': () => <DataView {...data} facts={full} />,
  'data-busy': () => (
    <DataView
      {...data}
      backup={{ ...data.backup, job: { state: 'running', done: 12_345, total: 58_026 } }}
      list={{ ...data.list, job: { state: 'running', done: 1_500 } }}
      restore={{
        view: { ...untouched, writing: { state: 'running', done: 500, total: 55_212 } },
        actions: restoreActions,
      }}
    />
  ),
  'data-folder': () => folder(keptFolder),
  'data-folder-writing': () => folder({ state: 'kept', name: keptFolder.name, busy: true }),
  'data-folder-permission': () => folder({ ...keptFolder, failed: 'permission' }),
  'data-folder-gone': () => folder({ ...keptFolder, failed: 'gone' }),
  'data-folder-refused': () => folder({ state: 'none', refused: true }),
  'data-folder-impossible': () => folder({ state: 'impossible' }),
  'data-unfinished': () => restoring({ unfinished }),
  'data-preview': () => restoring({ reading: { state: 'done', result: preview } }),
  'data-damaged': () => restoring({ reading: { state: 'done', result: damaged } }),
  'data-restored': () =>
    restoring({ reading: { state: 'done', result: preview }, writing: { state: 'done', result: restored } }),
  'data-limits': () =>
    retaining({ limits, last: { at: daysAgo(0), events: 12, exposures: 3_400 }, doubtedAt: daysAgo(40) }),
  'data-limits-asked': () => retaining({ counting: { state: 'done', result: { limits, counts, believed: now } } }),
  'data-limits-counting': () => retaining({ limits, counting: { state: 'running', done: 0 } }),
  'data-limits-set': () => retaining({ limits, applying: { state: 'done', result: { events: 1, exposures: 51_234 } } }),
  'data-hits': () => <DataView {...data} erase={{ view: { ...noErasure, hits }, actions: eraseActions }} />,
  'data-erased': () => (
    <DataView
      {...data}
      erase={{
        view: { ...noErasure, erasing: { state: 'done', result: { events: 12, exposures: 340 } } },
        actions: eraseActions,
      }}
    />
  ),
  'purchases-lists': () => <AftermathCards view={{ lists: { state: 'done', result: aftermath } }} {...matchWays} />,
  'purchases-empty': () => (
    <AftermathCards
      view={{ lists: { state: 'done', result: { bought: [], moreBought: 0, cooling: [], moreCooling: 0 } } }}
      {...matchWays}
    />
  ),
  'purchases-buyer': () => <BuyerCard asked={{ mark: '', platform: 'taobao', orders: 12, at: now }} onSay={nothing} />,
  'purchases-credits': () => (
    <CreditCard credits={{ state: 'done', result: credits }} onWorkOut={nothing} onStop={nothing} />
  ),
  'purchases-hand': () => (
    <HandCard
      hand={{
        platforms: ['taobao', 'jd'],
        today: '2026-03-12',
        orders: [{ key: '1', platform: 'jd', title: '保温杯 500ml', orderPaidFen: 9_900, at: now }],
        end: 'noted',
      }}
      onPaste={() => Promise.resolve(undefined)}
      onNote={nothing}
      onUndo={nothing}
    />
  ),
  'bills-idle': () => bills({}),
  'bills-reading': () => bills({ reading: { state: 'running', done: 3_400_000, total: 20_000_000 } }),
  'bills-preview': () => bills({ reading: { state: 'done', result: billPreview } }),
  'bills-refused': () => bills({ reading: { state: 'done', result: refusedBills } }),
  'bills-done': () => bills({ writing: { state: 'done', result: { end: 'done', added: 44, known: 3, refused: 0 } } }),
  'matching-list': () => (
    <MatchingView
      view={{ review: { state: 'done', result: review }, ...(decided && { said: { decided, state: 'stored' } }) }}
      {...matchWays}
    />
  ),
  'matching-empty': () => (
    <MatchingView
      view={{ review: { state: 'done', result: { supposed: [], more: 0, loose: 0, decided: [] } } }}
      {...matchWays}
    />
  ),
  'matching-reading': () => <MatchingView view={{ review: { state: 'running', done: 12_500 } }} {...matchWays} />,
  'density-figures': () => <DensityView {...density} />,
  'density-evening': () => <DensityView {...density} job={{ state: 'done', result: { report: evening, local } }} />,
  'density-export': () => <DensityView {...density} job={{ state: 'done', result: { report } }} checks={undefined} />,
  'density-working': () => <DensityView {...density} job={{ state: 'running', done: 12_000 }} />,
  'research-none': () => researching({}),
  'research-waiting': () => researching({ kept: undefined }),
  'research-refused': () =>
    researching({ refusal: { why: 'excess', excess: ['ids-with-purchases', 'purchases-without-consent'] } }),
  'research-consent': () => researching({ offer: { file: studyFile, sample: [shown] } }),
  'research-joined': () => researching({ kept: { joined }, review: { state: 'ready', query, shown } }),
  'research-exporting': () =>
    researching({ kept: { joined }, bundle: { state: 'running', done: 12_000, total: 58_023 } }),
  'research-left': () => researching({ kept: { left: [left] } }),
  'research-opened': () => researching({ opened: { state: 'done', result: { ...openedBundle, shown } } }),
  'data-foreign': () => restoring({ reading: { state: 'failed', why: 'foreign' } }),
};
