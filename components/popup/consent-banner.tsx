import { i18n } from '@/utils/i18n';

/** Nobody has agreed to what is recorded, or to what is recorded by now. */
export function ConsentBanner({ isAgain, onLook }: { isAgain: boolean; onLook: () => void }) {
  return (
    <div class="banner" role="status">
      <span>{isAgain ? i18n.t('consent.bannerAgain') : i18n.t('consent.banner')}</span>
      <button type="button" class="button button--plain" onClick={onLook}>
        {i18n.t('consent.look')}
      </button>
    </div>
  );
}
