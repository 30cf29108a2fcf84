import type { ComponentChildren } from 'preact';
import { i18n } from '@/utils/i18n';
import type { HealthFacts } from '../notices/facts';
import { Loading, StateCard } from '../parts/state-card';
import { ClosedCard, type GoTo } from './closed-card';
import { SurveyBar, type SurveyView } from './survey-bar';
import { ViewHead } from './view-head';

/** What every view that sums is given. */
export interface SumsProps {
  facts: HealthFacts;
  survey: SurveyView;
  onCount: () => void;
  onStop: () => void;
  onGo: GoTo;
}

interface SumsFrameProps extends SumsProps {
  title: string;
  lead: string;
  children: (latest: NonNullable<SurveyView['latest']>) => ComponentChildren;
  /** What needs no counting. */
  first?: ComponentChildren;
}

/** The frame of a view that sums: closed, empty, being counted, or there. */
export function SumsFrame({ title, lead, children, first, ...sums }: SumsFrameProps) {
  return (
    <>
      <ViewHead title={title} lead={lead} />
      <Inside {...sums} first={first}>
        {children}
      </Inside>
    </>
  );
}

function Inside({ facts, survey, children, first, ...on }: Omit<SumsFrameProps, 'title' | 'lead'>) {
  if (facts.error) return <ClosedCard error={facts.error} onGo={on.onGo} onRetry={on.onCount} />;
  if (!facts.counts) return <Loading label={i18n.t('empty.loading')} />;
  if (facts.counts.events + facts.counts.exposures === 0)
    return <StateCard icon="sprout" title={i18n.t('sums.emptyTitle')} body={i18n.t('sums.emptyBody')} />;
  return (
    <>
      {first}
      <SurveyBar survey={survey} onCount={on.onCount} onStop={on.onStop} />
      {survey.latest && children(survey.latest)}
    </>
  );
}
