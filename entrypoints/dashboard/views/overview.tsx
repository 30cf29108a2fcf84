import { i18n } from '@/utils/i18n';
import { OverviewView } from '@/components/dashboard/overview/overview-view';
import { inOrder } from '@/utils/core/in-order';
import type { Summary } from '@/utils/core/rows';
import { getSummary } from '@/utils/ledger/queries';
import { readTwice } from '@/utils/ledger/read-twice';
import { surveyOf } from '../survey';
import type { Desk, Screen, View } from '../view';

export const view: View = {
  id: 'overview',
  order: 10,
  icon: 'chart',
  name: () => i18n.t('views.overview'),
  tellsClosed: true,
  start,
};

function start(desk: Desk): Screen {
  const survey = surveyOf(desk);
  let summary: Summary | undefined;
  const showSummary = inOrder<Summary>((read) => {
    summary = read;
    desk.redraw();
  });
  return {
    draw: () => (
      <OverviewView
        facts={desk.facts()}
        summary={summary}
        survey={survey.view()}
        onCount={desk.refresh}
        onStop={survey.stop}
        onGo={desk.goTo}
      />
    ),
    read: () => {
      void showSummary(readTwice(desk.open, getSummary));
      survey.read();
    },
  };
}
