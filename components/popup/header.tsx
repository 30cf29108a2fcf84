import { i18n } from '#i18n';
import { Icon } from '../parts/icon';

interface HeaderProps {
  /** Absent until it is known. */
  recording: boolean | undefined;
  onRecording: (on: boolean) => void;
  settings: boolean;
  onSettings: (open: boolean) => void;
}

/** Whose ledger this is, whether it is recording, and the way to the settings. */
export function Header({ recording, onRecording, settings, onSettings }: HeaderProps) {
  const word = settings ? i18n.t('settings.close') : i18n.t('settings.open');
  return (
    <header class="header">
      <span class="header__mark">
        <Icon name="sprout" />
      </span>
      <h1 class="header__name">{i18n.t('name')}</h1>
      <RecordingSwitch recording={recording} onRecording={onRecording} />
      <button
        type="button"
        class="icon-button"
        aria-label={word}
        title={word}
        aria-expanded={settings}
        onClick={() => onSettings(!settings)}
      >
        <Icon name={settings ? 'close' : 'gear'} />
      </button>
    </header>
  );
}

/** Its place is kept while nobody knows yet; it then looks neither on nor off. */
function RecordingSwitch({ recording, onRecording }: Pick<HeaderProps, 'recording' | 'onRecording'>) {
  if (recording === undefined) return <span class="switch switch--unknown">{i18n.t('recording.label')}</span>;
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={recording}
      title={i18n.t('recording.hint')}
      onClick={() => onRecording(!recording)}
    >
      <span>{i18n.t('recording.label')}</span>
      <span class="switch__track" />
    </button>
  );
}
