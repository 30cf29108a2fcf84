import { i18n } from '@/utils/i18n';
import { HealthView } from '@/components/dashboard/health/health-view';
import type { CoverageLine } from '@/components/dashboard/health/coverage-table';
import type { UnreadLine } from '@/components/dashboard/health/unread-card';
import { listNotices } from '@/components/notices/notices';
import { inOrder } from '@/utils/core/in-order';
import { listCoverage, listUnread } from '@/utils/ledger/health-queries';
import { readTwice } from '@/utils/ledger/read-twice';
import { tellBackground } from '@/utils/messages/ask';
import { checkWork, idleCheck } from '../check';
import type { Desk, Screen, View } from '../view';

const DAYS = 30;
const DAY_MS = 86_400_000;

export const view: View = {
  id: 'health',
  order: 80,
  icon: 'pulse',
  name: () => i18n.t('views.health'),
  alert: (facts, now) => listNotices(facts, now).length > 0,
  tellsClosed: true,
  start,
};

function start(desk: Desk): Screen {
  let coverage: CoverageLine[] | undefined;
  const showCoverage = inOrder<CoverageLine[]>((lines) => {
    coverage = lines;
    desk.redraw();
  });
  let unread: UnreadLine[] | undefined;
  const showUnread = inOrder<UnreadLine[]>((lines) => {
    unread = lines;
    desk.redraw();
  });
  let checking = idleCheck;
  const check = checkWork(desk, (view) => {
    checking = view;
    desk.redraw();
  });
  return {
    draw: () => (
      <HealthView
        facts={desk.facts()}
        coverage={coverage}
        unread={unread}
        checking={{ ...checking, ...check }}
        onGo={(place) => desk.goTo(place === 'check' ? 'health' : 'data', place)}
        onPutAway={() => void tellBackground({ type: 'dismiss-loss' }).then(desk.refresh, desk.refresh)}
        onLater={() => void tellBackground({ type: 'snooze-backup' }).then(desk.refresh, desk.refresh)}
      />
    ),
    read: () => {
      void showCoverage(readTwice(desk.open, (db) => listCoverage(db, dayBefore(desk.now()))));
      void showUnread(readTwice(desk.open, listUnread));
    },
  };
}

function dayBefore(now: number): string {
  return new Date(now - DAYS * DAY_MS).toISOString().slice(0, 10);
}
