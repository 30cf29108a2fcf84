import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import type { PlatformId } from '@/utils/core/types';
import { Confirm } from '../parts/confirm';
import { PlatformChip } from '../parts/platform-chip';
import { useTools } from '../tools';
import type { Connection, PopupProps } from './props';
import type { Noticeboard } from './use-notice';

type ConnectionsProps = Pick<PopupProps, 'connections'> &
  Pick<Noticeboard, 'tell'> & { actions: Pick<PopupProps['actions'], 'connect' | 'disconnect' | 'erasePlatform'> };

/** Platform by platform, with the hosts the browser will ask about. */
export function Connections({ connections, actions, tell }: ConnectionsProps) {
  const [left, setLeft] = useState<PlatformId>();
  return (
    <section class="card">
      <h2 class="card__title">{i18n.t('platforms.title')}</h2>
      <p class="card__text">{i18n.t('platforms.hint')}</p>
      <ul class="rows rows--plain" role="list">
        {connections.map((connection) => (
          <ConnectionRow
            key={connection.platform}
            connection={connection}
            actions={actions}
            tell={tell}
            onLeft={() => setLeft(connection.platform)}
          />
        ))}
      </ul>
      {left !== undefined && (
        <EraseOffer key={left} platform={left} actions={actions} tell={tell} onDone={() => setLeft(undefined)} />
      )}
    </section>
  );
}

type EraseOfferProps = Omit<ConnectionsProps, 'connections'> & { platform: PlatformId; onDone: () => void };

/** What was recorded of a shop stays when it is disconnected, unless the person says otherwise. */
function EraseOffer({ platform, actions, tell, onDone }: EraseOfferProps) {
  const name = useTools().platformName(platform);
  const onYes = () => {
    onDone();
    const done = i18n.t('toast.erasedPlatform', [name]);
    tell(actions.erasePlatform(platform), { done, failed: i18n.t('eraseCard.failed') });
  };
  return (
    <Confirm
      question={i18n.t('platforms.eraseQuestion', [name])}
      yes={i18n.t('platforms.eraseYes')}
      no={i18n.t('platforms.eraseNo')}
      onYes={onYes}
      onNo={onDone}
    />
  );
}

type ConnectionRowProps = Omit<ConnectionsProps, 'connections'> & { connection: Connection; onLeft: () => void };

function ConnectionRow({ connection: { platform, connected, hosts }, actions, tell, onLeft }: ConnectionRowProps) {
  const name = useTools().platformName(platform);
  const refused = i18n.t('toast.refused', [name]);
  const onConnect = () => tell(actions.connect(platform), { done: i18n.t('toast.connected', [name]), failed: refused });
  const onDisconnect = () => {
    const disconnected = actions.disconnect(platform);
    tell(disconnected, { done: i18n.t('toast.disconnected', [name]) });
    void disconnected.then((isDone) => isDone && onLeft()).catch(() => undefined); // `tell` says what failed
  };
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
