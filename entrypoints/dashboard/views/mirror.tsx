import { i18n } from '@/utils/i18n';
import { MirrorView } from '@/components/dashboard/mirror/mirror-view';
import { surveyOf } from '../survey';
import type { Desk, Screen, View } from '../view';

export const view: View = {
  id: 'mirror',
  order: 20,
  icon: 'mirror',
  name: () => i18n.t('views.mirror'),
  tellsClosed: true,
  start,
};

function start(desk: Desk): Screen {
  const survey = surveyOf(desk);
  return {
    draw: () => (
      <MirrorView
        facts={desk.facts()}
        survey={survey.view()}
        onCount={desk.refresh}
        onStop={survey.stop}
        onGo={desk.goTo}
      />
    ),
    read: survey.read,
  };
}
