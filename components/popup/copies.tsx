import { useId } from 'preact/hooks';
import { i18n } from '@/utils/i18n';

interface CopiesProps {
  copies: boolean;
  onCopies: (on: boolean) => void;
}

/** Whether the copier may run on order pages: the one script of ours that works in a page's own world. */
export function Copies({ copies, onCopies }: CopiesProps) {
  const hint = useId();
  return (
    <section class="card">
      <h2 class="card__title">{i18n.t('copies.title')}</h2>
      <p id={hint} class="card__text">
        {i18n.t('copies.hint')}
      </p>
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={copies}
        aria-describedby={hint}
        onClick={() => onCopies(!copies)}
      >
        <span>{i18n.t('copies.label')}</span>
        <span class="switch__track" />
      </button>
    </section>
  );
}
