import { useState } from 'preact/hooks';
import { NoticeStrip } from '../notices/strip';
import { ToolsProvider } from '../tools';
import { Footer } from './footer';
import { Header } from './header';
import { PagePanel } from './page-panel';
import { ConsentBanner } from './consent-banner';
import { PausedBanner, pauseOf } from './paused-banner';
import type { PopupProps } from './props';
import { PurchasedPanel } from './purchased-panel';
import { SavedPanel } from './saved-panel';
import { Settings } from './settings';
import { Tabs } from './tabs';
import { Toast } from './toast';
import { leaveOutNote } from './say-left-out';
import { sayWord } from './say-word';
import { doDeed, type Noticeboard, useNotice } from './use-notice';

/** The popup and the side panel: everything on screen comes by props, every wish leaves by `actions`. */
export function Popup(props: PopupProps) {
  const { now, platformName, recording, consent, explain, thumbnails, actions } = props;
  const [settings, setSettings] = useState(false);
  const board = useNotice();
  const tools = {
    ...{ now, platformName, explain, onOpen: actions.open },
    onDeed: doDeed(actions, board.tell),
    onWord: sayWord(actions, { tell: board.tell, now }),
    thumbnailOf: (key: string) => thumbnails?.get(key),
    onLeaveOut: leaveOutNote(actions, board.tell),
  };
  const onRecording = (on: boolean) => board.listen(actions.setRecording(on));
  // Before anybody has agreed the switch is off, whatever it would be: a press leads to what would be recorded.
  const isAgreed = consent === undefined || consent === 'yes';
  return (
    <ToolsProvider value={tools}>
      <div class="popup">
        <Header
          recording={isAgreed ? recording : false}
          onRecording={isAgreed ? onRecording : actions.openWelcome}
          settings={settings}
          onSettings={setSettings}
          onDashboard={() => actions.openDashboard()}
          onPanel={actions.openPanel}
          now={now}
          onPauseTab={() => board.listen(actions.pauseTab(true))}
          onPauseUntil={(until) => board.listen(actions.pauseUntil(until))}
        />
        <Strip {...props} listen={board.listen} />
        {settings ? (
          <Settings {...props} tell={board.tell} listen={board.listen} />
        ) : (
          <Ledger {...props} tell={board.tell} onSettings={() => setSettings(true)} />
        )}
        <Toast notice={board.notice} onDismiss={board.dismiss} />
      </div>
    </ToolsProvider>
  );
}

/** One strip at a time: what is lost or cannot be kept comes before the pause, all else after it. */
function Strip({ listen, ...props }: PopupProps & Pick<Noticeboard, 'listen'>) {
  const { notice, error, consent, recording, pause, now, actions } = props;
  const isSilent = (consent !== undefined && consent !== 'yes') || pauseOf({ recording, pause }) !== undefined;
  // An error is told where the lists would be.
  if (notice && !error && (notice.alarming || !isSilent))
    return <NoticeStrip notice={notice} onOpen={actions.openDashboard} />;
  if (consent === 'no' || consent === 'again')
    return <ConsentBanner isAgain={consent === 'again'} onLook={actions.openWelcome} />;
  return <PausedBanner recording={recording} pause={pause} now={now} actions={actions} listen={listen} />;
}

type LedgerProps = PopupProps & Pick<Noticeboard, 'tell'> & { onSettings: () => void };

function Ledger({ onSettings, ...props }: LedgerProps) {
  const { tab, onTab, summary, actions } = props;
  const onUnread = () => actions.openDashboard({ view: 'health', section: 'unread' });
  return (
    <>
      <main class="main">
        <Tabs tab={tab} onTab={onTab} summary={summary} />
        <div class="panel" role="tabpanel" id="panel" aria-labelledby={`tab-${tab}`} tabIndex={0} key={tab}>
          {tab === 'page' && <PagePanel {...props} />}
          {tab === 'saved' && <SavedPanel {...props} />}
          {tab === 'purchased' && <PurchasedPanel {...props} onSettings={onSettings} />}
        </div>
      </main>
      {summary && <Footer unread={summary.unread} onSettings={onSettings} onUnread={onUnread} />}
    </>
  );
}
