import { useState } from 'preact/hooks';
import { i18n } from '#i18n';

/** Asks once more, in place: a dialog of the browser's would close the popup in some browsers. */
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
        <Question onYes={onYes} onNo={() => setAsking(false)} />
      ) : (
        <button type="button" class="button button--danger" onClick={() => setAsking(true)}>
          {i18n.t('erase.start')}
        </button>
      )}
    </section>
  );
}

function Question({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onNo();
  };
  return (
    <div class="confirm" role="alertdialog" aria-labelledby="erase-question" onKeyDown={onKeyDown}>
      <p id="erase-question" class="confirm__question">
        {i18n.t('erase.question')}
      </p>
      {/* The harmless answer has the focus. */}
      <button type="button" class="button" ref={(button) => button?.focus()} onClick={onNo}>
        {i18n.t('erase.no')}
      </button>
      <button type="button" class="button button--danger-solid" onClick={onYes}>
        {i18n.t('erase.yes')}
      </button>
    </div>
  );
}
