import { i18n } from '@/utils/i18n';
import { Card } from '../../parts/card';
import type { KeyCommand } from './settings-props';

/** By the names the manifest gives them; the last one is the browser's own for our button. */
const words: Record<string, () => string> = {
  _execute_action: () => i18n.t('commands.popup'),
  'open-panel': () => i18n.t('commands.panel'),
  pause: () => i18n.t('commands.pause'),
  'open-ledger': () => i18n.t('commands.ledger'),
};

/** The keys as they are set now: only the browser's own page changes them. */
export function KeysCard({ keys, onKeys }: { keys: KeyCommand[]; onKeys: () => void }) {
  return (
    <Card id="keys" title={i18n.t('keys.title')} hint={i18n.t('keys.hint')}>
      <dl class="keys">
        {keys.map(({ name, shortcut }) => (
          <div key={name} class="keys__row">
            <dt>{words[name]?.() ?? name}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : i18n.t('keys.none')}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={onKeys}>
        {i18n.t('keys.change')}
      </button>
    </Card>
  );
}
