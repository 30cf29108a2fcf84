import { i18n } from '@/utils/i18n';
import { Connections } from '../../popup/connections';
import { Toast } from '../../popup/toast';
import { useNotice } from '../../popup/use-notice';
import { Card } from '../../parts/card';
import { Loading } from '../../parts/state-card';
import { KindSwitches } from '../../welcome/kind-switches';
import { ViewHead } from '../view-head';
import { KeysCard } from './keys-card';
import { LeaveOutCard } from './leave-out-card';
import { LookCard } from './look-card';
import type { SettingsActions, SettingsState } from './settings-props';
import { ThumbnailsCard } from './thumbnails-card';

interface SettingsViewProps {
  state: SettingsState;
  actions: SettingsActions;
}

/** Everything that can be switched, in one place. */
export function SettingsView({ state, actions }: SettingsViewProps) {
  const { settings, connections, keys, sites } = state;
  const { notice, dismiss, tell } = useNotice();
  return (
    <>
      <ViewHead title={i18n.t('views.settings')} lead={i18n.t('settingsView.lead')} />
      {!settings && <Loading label={i18n.t('empty.loading')} />}
      {settings && (
        <>
          <Connections connections={connections} actions={actions} tell={tell} />
          <Card id="kinds" title={i18n.t('welcome.whatTitle')} hint={i18n.t('settingsView.kindsHint')}>
            <KindSwitches unwanted={settings.unwantedKinds} onKind={actions.onKind} />
            <button type="button" class="button" onClick={actions.onConsent}>
              {i18n.t('consent.open')}
            </button>
          </Card>
          <LeaveOutCard settings={settings} sites={sites} actions={actions} />
          <ThumbnailsCard on={settings.thumbnails} count={state.thumbnails} actions={actions} tell={tell} />
          <LookCard theme={settings.theme} onTheme={actions.onTheme} />
          {keys.length > 0 && <KeysCard keys={keys} onKeys={actions.onKeys} />}
        </>
      )}
      <Toast notice={notice} onDismiss={dismiss} />
    </>
  );
}
