import { i18n } from '@/utils/i18n';
import { Connections } from './connections';
import { Copies } from './copies';
import { EraseAll } from './erase-all';
import type { PopupProps } from './props';
import type { Noticeboard } from './use-notice';

type SettingsProps = Pick<PopupProps, 'connections' | 'copies' | 'summary' | 'actions'> &
  Pick<Noticeboard, 'tell' | 'listen'>;

export function Settings({ connections, copies, summary, actions, tell, listen }: SettingsProps) {
  const onErase = () => tell(actions.eraseAll(), { done: i18n.t('toast.erased'), failed: i18n.t('eraseCard.failed') });
  return (
    <main class="panel settings" aria-label={i18n.t('settings.open')}>
      <Connections connections={connections} actions={actions} tell={tell} />
      {copies !== undefined && <Copies copies={copies} onCopies={(on) => listen(actions.setCopies(on))} />}
      {summary && (
        <section class="card">
          <h2 class="card__title">{i18n.t('health.title')}</h2>
          <p class="card__text">{summary.unread ? i18n.t('health.unread', summary.unread) : i18n.t('health.none')}</p>
          <button
            type="button"
            class="button"
            onClick={() => actions.openDashboard({ view: 'health', ...(summary.unread > 0 && { section: 'unread' }) })}
          >
            {i18n.t('health.open')}
          </button>
        </section>
      )}
      <EraseAll onErase={onErase} />
      <p class="settings__privacy">{i18n.t('settings.privacy')}</p>
    </main>
  );
}
