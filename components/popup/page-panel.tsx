import { i18n } from '@/utils/i18n';
import type { PageView } from '@/utils/core/rows';
import { Loading, StateCard } from '../parts/state-card';
import { LeaveOut } from './leave-out';
import { LinkSection } from './link-section';
import { OtherPageFacts, NoteFacts } from './page-facts';
import { LedgerError } from './ledger-error';
import { PageHealth } from './page-health';
import { linksBySurface } from './page-links';
import type { PopupProps } from './props';
import type { Noticeboard } from './use-notice';

type PagePanelProps = Pick<PopupProps, 'page' | 'error' | 'leftOut' | 'actions'> & Pick<Noticeboard, 'tell'>;

export function PagePanel(props: PagePanelProps) {
  const { page, error, actions } = props;
  // Nothing pressed here could be kept.
  if (error) return <LedgerError error={error} onRetry={actions.retry} onOpen={actions.openDashboard} />;
  switch (page.state) {
    case 'loading':
      return <Loading label={i18n.t('empty.pageLoading')} />;
    case 'elsewhere':
      return <StateCard icon="page" title={i18n.t('empty.elsewhereTitle')} body={i18n.t('empty.elsewhereBody')} />;
    case 'silent':
      return <SilentPage onReload={actions.reloadPage} />;
    case 'error':
      return <LedgerError onRetry={actions.retry} />;
    case 'read':
      return <ReadPage {...props} view={page} />;
  }
}

function SilentPage({ onReload }: { onReload: () => void }) {
  return (
    <StateCard icon="page" title={i18n.t('empty.silentTitle')} body={i18n.t('empty.silentBody')}>
      <button type="button" class="button button--save" onClick={onReload}>
        {i18n.t('actions.reload')}
      </button>
    </StateCard>
  );
}

interface ReadPageProps extends Omit<PagePanelProps, 'page'> {
  view: Extract<PageView, { state: 'read' }>;
}

function ReadPage({ view, leftOut, actions, tell }: ReadPageProps) {
  const { page } = view;
  const sections = linksBySurface(view);
  return (
    <>
      {page.note ? <NoteFacts note={page.note} page={page} sections={sections} /> : <OtherPageFacts page={page} />}
      {sections.map(([surface, links]) => (
        <LinkSection key={surface} surface={surface} links={links} />
      ))}
      {sections.length === 0 && <NoLinks onNote={page.kind === 'note'} />}
      {page.note && <LeaveOut note={page.note} leftOut={leftOut} actions={actions} tell={tell} />}
      {page.kind !== 'other' && <PageHealth unread={page.unread} onCapture={actions.capturePage} />}
    </>
  );
}

/** "None seen" is no claim that there is none. */
function NoLinks({ onNote }: { onNote: boolean }) {
  const title = onNote ? i18n.t('empty.noLinksTitle') : i18n.t('empty.otherTitle');
  const body = onNote ? i18n.t('empty.noLinksBody') : i18n.t('empty.otherBody');
  return <StateCard icon="sprout" title={title} body={body} />;
}
