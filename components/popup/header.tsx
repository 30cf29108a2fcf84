import { i18n } from '@/utils/i18n';
import { useState } from 'preact/hooks';
import { Icon, type IconName } from '../parts/icon';
import { PauseChoices, type PauseChoicesProps } from './pause-choices';

interface HeaderProps extends PauseChoicesProps {
  onDashboard: () => void;
  /** Absent until it is known. */
  recording: boolean | undefined;
  onRecording: (on: boolean) => void;
  settings: boolean;
  onSettings: (open: boolean) => void;
  /** Absent where it is open beside the page already, or cannot be. */
  onPanel: (() => void) | undefined;
}

/** Whose ledger this is, whether it is recording, and the way to the settings. */
export function Header({
  recording,
  onRecording,
  settings,
  onSettings,
  onDashboard,
  onPanel,
  ...pausing
}: HeaderProps) {
  const word = settings ? i18n.t('settings.close') : i18n.t('settings.open');
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <header class="header">
        <span class="header__mark">
          <Icon name="sprout" />
        </span>
        <h1 class="header__name">{i18n.t('name')}</h1>
        <RecordingSwitch recording={recording} onRecording={onRecording} />
        {recording && (
          <IconButton
            icon="pause"
            word={i18n.t('recording.pauseOpen')}
            expanded={choosing}
            onPress={() => setChoosing(!choosing)}
          />
        )}
        {onPanel && <IconButton icon="panel" word={i18n.t('panel.open')} onPress={onPanel} />}
        <IconButton icon="book" word={i18n.t('dashboard.open')} onPress={onDashboard} />
        <IconButton
          icon={settings ? 'close' : 'gear'}
          word={word}
          expanded={settings}
          onPress={() => onSettings(!settings)}
        />
      </header>
      {recording && choosing && <PauseChoices {...closing(pausing, () => setChoosing(false))} />}
    </>
  );
}

/** A choice made is a menu done with. */
function closing({ now, onPauseTab, onPauseUntil }: PauseChoicesProps, close: () => void): PauseChoicesProps {
  return {
    now,
    onPauseTab: () => {
      close();
      onPauseTab();
    },
    onPauseUntil: (until) => {
      close();
      onPauseUntil(until);
    },
  };
}

interface IconButtonProps {
  icon: IconName;
  word: string;
  expanded?: boolean;
  onPress: () => void;
}

function IconButton({ icon, word, expanded, onPress }: IconButtonProps) {
  return (
    <button type="button" class="icon-button" aria-label={word} title={word} aria-expanded={expanded} onClick={onPress}>
      <Icon name={icon} />
    </button>
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
