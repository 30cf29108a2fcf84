import { i18n } from '#i18n';

/** Nobody should find out a week later that nothing was kept. */
export function PausedBanner({ onResume }: { onResume: () => void }) {
  return (
    <div class="banner" role="status">
      <span>{i18n.t('recording.paused')}</span>
      <button type="button" class="button button--plain" onClick={onResume}>
        {i18n.t('recording.resume')}
      </button>
    </div>
  );
}
