import { i18n } from '@/utils/i18n';
import browser from 'webextension-polyfill';
import type { PostersProps } from '@/components/dashboard/notes/posters-card';
import { NotesView } from '@/components/dashboard/notes/notes-view';
import type { PostersReport } from '@/utils/core/posters';
import { readTwice } from '@/utils/ledger/read-twice';
import { walkSightings } from '@/utils/ledger/survey';
import { postersTally } from '@/utils/match/posters';
import { sites } from '@/utils/sites/list';
import { longWork } from '../long-work';
import { surveyOf } from '../survey';
import type { Desk, Screen, View } from '../view';

export const view: View = {
  id: 'notes',
  order: 16,
  icon: 'people',
  name: () => i18n.t('views.notes'),
  tellsClosed: true,
  start,
};

function start(desk: Desk): Screen {
  const survey = surveyOf(desk);
  let job: PostersProps['job'] = { state: 'idle' };
  const work = longWork<PostersReport, 'failed'>(
    (next) => {
      job = next;
      desk.redraw();
    },
    () => 'failed',
  );
  const count = () =>
    work.start(async (reins) => {
      const tally = postersTally();
      await readTwice(desk.open, (db) => walkSightings(db, tally.add, reins));
      return tally.end();
    });
  return {
    draw: () => (
      <NotesView
        facts={desk.facts()}
        survey={survey.view()}
        onCount={desk.refresh}
        onStop={survey.stop}
        onGo={desk.goTo}
        posters={{ job, onCount: () => void count(), onStop: work.stop }}
        onOpenNote={(site, id) => {
          const url = sites.find((each) => each.id === site)?.noteUrl(id);
          if (url !== undefined) void browser.tabs.create({ url });
        }}
      />
    ),
    read: survey.read,
  };
}
