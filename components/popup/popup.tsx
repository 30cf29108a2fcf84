import { useState } from 'preact/hooks';
import { ToolsProvider } from '../tools';
import { Footer } from './footer';
import { Header } from './header';
import { PagePanel } from './page-panel';
import { PausedBanner } from './paused-banner';
import type { PopupProps } from './props';
import { PurchasedPanel } from './purchased-panel';
import { SavedPanel } from './saved-panel';
import { Settings } from './settings';
import { Tabs } from './tabs';
import { Toast } from './toast';
import { doDeed, useNotice } from './use-notice';

/** The popup and the side panel: everything on screen comes by props, every wish leaves by `actions`. */
export function Popup(props: PopupProps) {
  const { now, platformName, recording, actions } = props;
  const [settings, setSettings] = useState(false);
  const board = useNotice();
  const tools = { now, platformName, onDeed: doDeed(actions, board.tell), onOpen: actions.open };
  const onRecording = (on: boolean) => board.listen(actions.setRecording(on));
  return (
    <ToolsProvider value={tools}>
      <div class="popup">
        <Header recording={recording} onRecording={onRecording} settings={settings} onSettings={setSettings} />
        {recording === false && <PausedBanner onResume={() => onRecording(true)} />}
        {settings ? (
          <Settings {...props} tell={board.tell} />
        ) : (
          <Ledger {...props} onSettings={() => setSettings(true)} />
        )}
        <Toast notice={board.notice} onDismiss={board.dismiss} />
      </div>
    </ToolsProvider>
  );
}

function Ledger({ onSettings, ...props }: PopupProps & { onSettings: () => void }) {
  const { tab, onTab, summary } = props;
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
      {summary && <Footer unread={summary.unread} onSettings={onSettings} />}
    </>
  );
}
