import type { ComponentChild } from 'preact';
import { MirrorView } from '@/components/dashboard/mirror/mirror-view';
import type { PostersProps } from '@/components/dashboard/notes/posters-card';
import { NotesView } from '@/components/dashboard/notes/notes-view';
import { OverviewView } from '@/components/dashboard/overview/overview-view';
import type { SumsProps } from '@/components/dashboard/sums-frame';
import { noCounts } from '@/utils/core/health';
import { fine } from '../../components/made-health';
import { summary } from '../../components/made-rows';
import { few, latest, posters, wholeSummary } from '../../components/made-sums';

/** States of the views that sum: empty, with little, with much, closed, under way. */

const nothing = () => undefined;
const on = { onCount: nothing, onStop: nothing, onGo: nothing };
const full: SumsProps = { facts: fine, survey: { job: { state: 'idle' }, latest }, ...on };
const small: SumsProps = { ...full, survey: { job: { state: 'idle' }, latest: few } };
const empty: SumsProps = { ...full, facts: { ...fine, counts: noCounts } };
const closed: SumsProps = { ...full, facts: { error: 'broken' } };
const counting: SumsProps = { ...full, survey: { job: { state: 'running', done: 42_000, total: 140_312 } } };
const stopped: SumsProps = { ...full, survey: { job: { state: 'stopped' }, latest } };

function notes(sums: SumsProps, job: PostersProps['job'] = { state: 'idle' }): ComponentChild {
  return <NotesView {...sums} posters={{ job, onCount: nothing, onStop: nothing }} onOpenNote={nothing} />;
}

export const sumStates: Record<string, () => ComponentChild> = {
  'overview-many': () => <OverviewView {...full} summary={wholeSummary} />,
  'overview-one': () => <OverviewView {...small} summary={{ ...summary, platforms: summary.platforms.slice(1) }} />,
  'overview-empty': () => <OverviewView {...empty} summary={summary} />,
  'overview-closed': () => <OverviewView {...closed} summary={undefined} />,
  'overview-counting': () => <OverviewView {...counting} summary={wholeSummary} />,
  'overview-stopped': () => <OverviewView {...stopped} summary={wholeSummary} />,
  'mirror-many': () => <MirrorView {...full} />,
  'mirror-one': () => <MirrorView {...small} />,
  'mirror-empty': () => <MirrorView {...empty} />,
  'mirror-closed': () => <MirrorView {...closed} />,
  'notes-many': () => notes(full, { state: 'done', result: posters }),
  'notes-one': () => notes(small),
  'notes-empty': () => notes(empty),
  'notes-closed': () => notes(closed),
  'notes-counting': () => notes(full, { state: 'running', done: 12_000, total: 58_000 }),
};
