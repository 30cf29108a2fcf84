import { i18n } from '@/utils/i18n';
import { fewest } from '@/utils/core/density-report';
import { Outcome } from '../../parts/outcome';

/** Words and figures, side by side. */
export function FactList({ facts }: { facts: readonly (readonly [word: string, value: string])[] }) {
  return (
    <dl class="facts">
      {facts.map(([word, value]) => (
        <div class="facts__row" key={word}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** No number is better than one that means nothing. */
export function TooFew({ what }: { what: string }) {
  const least: [string, string, string] = [what, String(fewest.units), String(fewest.clusters)];
  return <Outcome tone="plain">{i18n.t('density.notEnough', least)}</Outcome>;
}
