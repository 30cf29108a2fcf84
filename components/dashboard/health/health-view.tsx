import { i18n } from '@/utils/i18n';
import type { LedgerCounts } from '@/utils/core/health';
import type { HealthFacts } from '../../notices/facts';
import { listNotices } from '../../notices/notices';
import { Icon } from '../../parts/icon';
import { Loading } from '../../parts/state-card';
import { formatCount } from '../../text/format';
import { useTools } from '../../tools';
import { ViewHead } from '../view-head';
import { AlertCard, type AlertActions } from './alert-card';
import { alertOf } from './alerts';
import { CheckCard, type CheckActions, type CheckView } from './check-card';
import { type CoverageLine, CoverageTable } from './coverage-table';
import { UnreadCard, type UnreadLine } from './unread-card';

export interface HealthProps extends AlertActions {
  facts: HealthFacts;
  checking: CheckView & CheckActions;
  /** Absent until it is read; of the last thirty days. */
  coverage: CoverageLine[] | undefined;
  /** Absent until it is read. */
  unread: UnreadLine[] | undefined;
}

/** How the ledger fares: what is wrong first, then what it holds and what it could not read. */
export function HealthView(props: HealthProps) {
  const { facts, coverage, unread, checking } = props;
  return (
    <>
      <ViewHead title={i18n.t('views.health')} lead={i18n.t('healthView.lead')} />
      <Alerts {...props} />
      <UnreadCard lines={unread} error={facts.error !== undefined} />
      <CheckCard {...checking} closed={facts.error !== undefined} />
      {facts.counts && <Holdings counts={facts.counts} />}
      <section class="card">
        <h2 class="card__title">{i18n.t('coverage.title')}</h2>
        <p class="card__text">{i18n.t('coverage.hint')}</p>
        <Coverage lines={coverage} error={facts.error !== undefined} />
      </section>
    </>
  );
}

function Alerts({ facts, coverage: _below, unread: _too, ...actions }: HealthProps) {
  const { now } = useTools();
  const notices = listNotices(facts, now);
  if (!facts.counts && !facts.error) return <Loading label={i18n.t('empty.loading')} />;
  if (notices.length === 0) return <AllWell />;
  return (
    <div class="alerts" role="group" aria-label={i18n.t('alerts.label')}>
      {notices.map((notice) => (
        <AlertCard key={notice.kind} alert={alertOf(notice, now)} {...actions} />
      ))}
    </div>
  );
}

function AllWell() {
  return (
    <section class="alert alert--well">
      <span class="alert__mark">
        <Icon name="check" />
      </span>
      <div class="alert__words">
        <h2 class="alert__title">{i18n.t('alerts.wellTitle')}</h2>
        <p>{i18n.t('alerts.well')}</p>
      </div>
    </section>
  );
}

function Holdings({ counts: { events, exposures, erasedEvents, erasedExposures } }: { counts: LedgerCounts }) {
  return (
    <section class="card">
      <h2 class="card__title">{i18n.t('holdings.title')}</h2>
      <dl class="figures">
        <Figure word={i18n.t('holdings.events')} hint={i18n.t('holdings.eventsHint')} count={events} />
        <Figure word={i18n.t('holdings.exposures')} hint={i18n.t('holdings.exposuresHint')} count={exposures} />
        <Figure
          word={i18n.t('holdings.erased')}
          hint={i18n.t('holdings.erasedHint')}
          count={erasedEvents + erasedExposures}
        />
      </dl>
    </section>
  );
}

function Figure({ word, hint, count }: { word: string; hint: string; count: number }) {
  return (
    <div class="figure">
      <dt class="figure__word">{word}</dt>
      <dd class="figure__count">{formatCount(count)}</dd>
      <dd class="figure__hint">{hint}</dd>
    </div>
  );
}

function Coverage({ lines, error }: { lines: CoverageLine[] | undefined; error: boolean }) {
  if (error) return <p class="card__text">{i18n.t('coverage.closed')}</p>;
  if (!lines) return <Loading label={i18n.t('empty.loading')} />;
  if (lines.length === 0) return <p class="card__text">{i18n.t('coverage.none')}</p>;
  return <CoverageTable lines={lines} />;
}
