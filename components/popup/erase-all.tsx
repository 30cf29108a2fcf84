import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { Confirm } from '../parts/confirm';

/** Everything, from where people look for it first; the full page erases in smaller parts. */
export function EraseAll({ onErase }: { onErase: () => void }) {
  const [asking, setAsking] = useState(false);
  const onYes = () => {
    setAsking(false);
    onErase();
  };
  return (
    <section class="card">
      <h2 class="card__title">{i18n.t('erase.title')}</h2>
      <p class="card__text">{i18n.t('erase.hint')}</p>
      {asking ? (
        <Confirm
          question={i18n.t('erase.question')}
          yes={i18n.t('erase.yes')}
          no={i18n.t('erase.no')}
          onYes={onYes}
          onNo={() => setAsking(false)}
        />
      ) : (
        <button type="button" class="button button--danger" onClick={() => setAsking(true)}>
          {i18n.t('erase.start')}
        </button>
      )}
    </section>
  );
}
