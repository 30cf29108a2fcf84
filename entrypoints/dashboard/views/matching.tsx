import { i18n } from '@/utils/i18n';
import type { MatchView } from '@/components/dashboard/matching/match-props';
import { MatchingView } from '@/components/dashboard/matching/matching-view';
import { matchWork } from '../matching';
import type { Desk, Screen, View } from '../view';

export const view: View = { id: 'matching', order: 40, icon: 'pair', name: () => i18n.t('views.matching'), start };

function start(desk: Desk): Screen {
  let shown: MatchView = { review: { state: 'idle' } };
  const work = matchWork(desk, (next) => {
    shown = next;
    desk.redraw();
  });
  return {
    draw: () => <MatchingView view={shown} {...work.actions} onImport={() => desk.goTo('purchases', 'bills')} />,
    read: work.read,
  };
}
