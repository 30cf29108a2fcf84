import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { MadeNote, type NotePart } from './made-note';

const steps: { part: NotePart; title: () => string; text: () => string }[] = [
  { part: 'ad', title: () => i18n.t('tour.adTitle'), text: () => i18n.t('tour.adText') },
  { part: 'blue', title: () => i18n.t('tour.blueTitle'), text: () => i18n.t('tour.blueText') },
  { part: 'collect', title: () => i18n.t('tour.saveTitle'), text: () => i18n.t('tour.saveText') },
  { part: 'order', title: () => i18n.t('tour.buyTitle'), text: () => i18n.t('tour.buyText') },
];

/** A made-up note, and what the ledger makes of each part of it: no page has to be open for it. */
export function Tour() {
  const [at, setAt] = useState(0);
  const step = steps[at];
  if (!step) return null;
  return (
    <section class="card tour" aria-labelledby="tour-title">
      <h2 class="card__title" id="tour-title">
        {i18n.t('welcome.tourTitle')}
      </h2>
      <div class="tour__stage">
        <MadeNote lit={step.part} />
        <div class="tour__words" role="status">
          <span class="tour__count">{i18n.t('tour.step', [at + 1, steps.length])}</span>
          <h3 class="tour__title">{step.title()}</h3>
          <p>{step.text()}</p>
        </div>
      </div>
      <div class="tour__ways">
        <button type="button" class="button" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {i18n.t('tour.back')}
        </button>
        <button
          type="button"
          class="button button--save"
          disabled={at === steps.length - 1}
          onClick={() => setAt(at + 1)}
        >
          {i18n.t('tour.next')}
        </button>
      </div>
    </section>
  );
}
