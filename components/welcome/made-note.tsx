import type { ComponentChildren } from 'preact';
import { i18n } from '@/utils/i18n';
import { Icon } from '../parts/icon';

export type NotePart = 'ad' | 'blue' | 'collect' | 'order';

/** A drawing of a note: nothing in it can be pressed, and nobody wrote it. */
export function MadeNote({ lit }: { lit: NotePart }) {
  return (
    <div class="made-note" aria-hidden="true">
      <div class="made-note__picture">
        <Mug />
      </div>
      <p class="made-note__title">{i18n.t('tour.noteTitle')}</p>
      <p class="made-note__author">{i18n.t('tour.author')}</p>
      <Part part="ad" lit={lit}>
        <span class="badge">{i18n.t('tour.adLabel')}</span>
        <span class="made-note__buy">{i18n.t('tour.adLink')}</span>
      </Part>
      <Part part="blue" lit={lit}>
        <span>{i18n.t('tour.comment')}</span>
        <span class="made-note__blue">{i18n.t('tour.blueLink')}</span>
      </Part>
      <Part part="collect" lit={lit}>
        <Icon name="sprout" />
        <span>{i18n.t('tour.collect')}</span>
      </Part>
      {lit === 'order' && (
        <Part part="order" lit={lit}>
          <Icon name="check" />
          <span>{i18n.t('tour.order')}</span>
        </Part>
      )}
    </div>
  );
}

function Part({ part, lit, children }: { part: NotePart; lit: NotePart; children: ComponentChildren }) {
  return <p class={part === lit ? 'made-note__part made-note__part--lit' : 'made-note__part'}>{children}</p>;
}

function Mug() {
  return (
    <svg viewBox="0 0 120 80" class="made-note__mug">
      <path d="M38 24H78V54A12 12 0 0 1 66 66H50A12 12 0 0 1 38 54Z" fill="var(--surface)" />
      <path d="M38 24H78V32H38Z" fill="#5b8fc7" />
      <path d="M78 34H86A9 9 0 0 1 86 52H78" fill="none" stroke="var(--surface)" stroke-width="6" />
    </svg>
  );
}
