import { i18n } from '@/utils/i18n';
import { ResearchView } from '@/components/dashboard/research/research-view';
import { freshResearch, researchWork, type ResearchState } from '../research/work';
import type { Desk, Screen, View } from '../view';

export const view: View = { id: 'research', order: 70, icon: 'flask', name: () => i18n.t('views.research'), start };

function start(desk: Desk): Screen {
  let state: ResearchState = freshResearch;
  const work = researchWork(desk, (next) => {
    state = next;
    desk.redraw();
  });
  return { draw: () => <ResearchView {...state} now={desk.now()} actions={work.actions} />, read: work.read };
}
