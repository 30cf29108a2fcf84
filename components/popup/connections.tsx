import { i18n } from '#i18n';
import { PlatformChip } from '../parts/platform-chip';
import { useTools } from '../tools';
import type { Connection, PopupProps } from './props';
import type { Noticeboard } from './use-notice';

type ConnectionsProps = Pick<PopupProps, 'connections' | 'actions'> & Pick<Noticeboard, 'tell'>;

/** Platform by platform, with the hosts the browser will ask about. */
export function Connections({ connections, actions, tell }: ConnectionsProps) {
  return (
    <section class="card">
      <h2 class="card__title">{i18n.t('platforms.title')}</h2>
      <p class="card__text">{i18n.t('platforms.hint')}</p>
      <ul class="rows rows--plain" role="list">
        {connections.map((connection) => (
          <ConnectionRow key={connection.platform} connection={connection} actions={actions} tell={tell} />
        ))}
      </ul>
    </section>
  );
}

type ConnectionRowProps = Omit<ConnectionsProps, 'connections'> & { connection: Connection };

function ConnectionRow({ connection: { platform, connected, hosts }, actions, tell }: ConnectionRowProps) {
  const name = useTools().platformName(platform);
  const refused = i18n.t('toast.refused', [name]);
  const onConnect = () => tell(actions.connect(platform), { done: i18n.t('toast.connected', [name]), failed: refused });
  const onDisconnect = () => tell(actions.disconnect(platform), { done: i18n.t('toast.disconnected', [name]) });
  return (
    <li class="connection">
      <PlatformChip platform={platform} />
      <div class="connection__words">
        <span class="connection__name">
          {name}
          {connected && <span class="badge badge--green">{i18n.t('platforms.connected')}</span>}
        </span>
        <span class="connection__hosts">{i18n.t('platforms.hosts', [hosts.map(bareHost).join(' ')])}</span>
      </div>
      <button
        type="button"
        class={connected ? 'button' : 'button button--save'}
        aria-label={connected ? i18n.t('platforms.disconnectName', [name]) : i18n.t('platforms.connectName', [name])}
        onClick={connected ? onDisconnect : onConnect}
      >
        {connected ? i18n.t('platforms.disconnect') : i18n.t('platforms.connect')}
      </button>
    </li>
  );
}

/** People read hosts, browsers ask for match patterns. */
function bareHost(pattern: string): string {
  return pattern.replace(/^[a-z*]+:\/\//, '').replace(/\/\*?$/, '');
}
