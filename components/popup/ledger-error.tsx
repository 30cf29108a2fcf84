import { i18n } from '#i18n';
import { StateCard } from '../parts/state-card';
import type { PopupError } from './props';

/** Says what happened and what to do; it does not promise that nothing is lost, since nobody has looked inside. */
export function LedgerError({ error }: { error: PopupError | undefined }) {
  const body = error ? i18n.t('errors.database') : i18n.t('errors.list');
  return <StateCard tone="alarm" icon="alert" title={i18n.t('errors.title')} body={body} />;
}
