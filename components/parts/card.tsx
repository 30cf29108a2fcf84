import type { ComponentChildren } from 'preact';

interface CardProps {
  /** Named in the address behind `#`, so that a notice can lead here. */
  id: string;
  title: string;
  hint?: string;
  children: ComponentChildren;
}

/** One matter of a view. It takes the focus when an address leads to it. */
export function Card({ id, title, hint, children }: CardProps) {
  return (
    <section class="card" id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h2 class="card__title" id={`${id}-title`}>
        {title}
      </h2>
      {hint && <p class="card__text">{hint}</p>}
      {children}
    </section>
  );
}
