import { Icon } from '../../parts/icon';
import type { Alert, Place } from './alerts';

export interface AlertActions {
  onGo: (place: Place) => void;
  onPutAway: () => void;
  onLater: () => void;
}

/** One thing the person should know, and what can be done about it. */
export function AlertCard({ alert: { tone, title, body, ways }, ...actions }: AlertActions & { alert: Alert }) {
  return (
    <section class={`alert alert--${tone}`}>
      <span class="alert__mark">
        <Icon name="alert" />
      </span>
      <div class="alert__words">
        <h2 class="alert__title">{title}</h2>
        {body.map((words) => (
          <p key={words}>{words}</p>
        ))}
        {ways.length > 0 && (
          <p class="alert__ways">
            {ways.map(({ word, to }, at) => (
              <button
                key={to}
                type="button"
                class={at === 0 ? 'button button--save' : 'button'}
                onClick={() => follow(to, actions)}
              >
                {word}
              </button>
            ))}
          </p>
        )}
      </div>
    </section>
  );
}

function follow(to: Alert['ways'][number]['to'], { onGo, onPutAway, onLater }: AlertActions): void {
  if (to === 'put-away') onPutAway();
  else if (to === 'later') onLater();
  else onGo(to);
}
