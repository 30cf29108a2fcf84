import { i18n } from '@/utils/i18n';
import { Connections } from '../popup/connections';
import type { PopupProps } from '../popup/props';
import { Toast } from '../popup/toast';
import { useNotice } from '../popup/use-notice';
import { Outcome } from '../parts/outcome';
import { Icon } from '../parts/icon';
import { KindSwitches, type KindSwitchesProps } from './kind-switches';
import { Tour } from './tour';

export interface WelcomeProps extends Pick<KindSwitchesProps, 'unwanted'> {
  /** Absent until it is known. */
  consent: PopupProps['consent'];
  /** Resolves to whether it is stored, as all that follows. */
  onKind: (...chosen: Parameters<KindSwitchesProps['onKind']>) => Promise<boolean>;
  connections: PopupProps['connections'];
  actions: Pick<PopupProps['actions'], 'connect' | 'disconnect' | 'erasePlatform'>;
  onAgree: () => Promise<boolean>;
  onRemove: () => void;
}

/** The first run: what would be recorded, on one screen, before anything is; then the shops, then a look around. */
export function Welcome({ consent, unwanted, onKind, onAgree, onRemove, connections, actions }: WelcomeProps) {
  const { notice, dismiss, tell, listen } = useNotice();
  const isAgain = consent === 'again';
  return (
    <main class="welcome">
      <header class="welcome__head">
        <span class="brand__mark">
          <Icon name="sprout" />
        </span>
        <span class="brand__name">{i18n.t('name')}</span>
      </header>
      <h1 class="welcome__title">{isAgain ? i18n.t('welcome.againTitle') : i18n.t('welcome.title')}</h1>
      <p class="welcome__lead">{isAgain ? i18n.t('welcome.againLead') : i18n.t('welcome.lead')}</p>
      <section class="card" aria-labelledby="what">
        <h2 class="card__title" id="what">
          {i18n.t('welcome.whatTitle')}
        </h2>
        <p class="card__text">{i18n.t('welcome.whatHint')}</p>
        <KindSwitches unwanted={unwanted} onKind={(kind, on) => listen(onKind(kind, on))} />
        <h3 class="welcome__never">{i18n.t('welcome.neverTitle')}</h3>
        <p class="card__text">{i18n.t('welcome.never')}</p>
        <Agreement consent={consent} onAgree={() => listen(onAgree())} onRemove={onRemove} />
      </section>
      {consent === 'yes' && <Connections connections={connections} actions={actions} tell={tell} />}
      <Tour />
      <Toast notice={notice} onDismiss={dismiss} />
    </main>
  );
}

type AgreementProps = Pick<WelcomeProps, 'consent' | 'onRemove'> & { onAgree: () => void };

function Agreement({ consent, onAgree, onRemove }: AgreementProps) {
  return (
    <div class="welcome__agree">
      <Outcome tone="well">{consent === 'yes' && i18n.t('welcome.agreed')}</Outcome>
      {(consent === 'no' || consent === 'again') && (
        <>
          <button type="button" class="button button--save button--large" onClick={onAgree}>
            {consent === 'again' ? i18n.t('welcome.agreeAgain') : i18n.t('welcome.agree')}
          </button>
          <span class="welcome__later">{i18n.t('welcome.later')}</span>
          <button type="button" class="button button--plain" onClick={onRemove}>
            {i18n.t('welcome.remove')}
          </button>
        </>
      )}
    </div>
  );
}
