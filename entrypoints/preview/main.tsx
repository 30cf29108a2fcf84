import { i18n } from '@/utils/i18n';
import { render } from 'preact';
import { CaptureView } from '@/components/capture/capture-view';
import type { CaptureFileId, CaptureState } from '@/components/capture/props';
import { handOver } from '@/utils/downloads';
import { readCapture } from './read';
import { followTheme } from '@/utils/settings';
import '@/assets/styles/preview.css';

document.title = `${i18n.t('capture.title')} · ${i18n.t('name')}`;
document.documentElement.lang = i18n.t('lang');
followTheme(document, localStorage);

const types: Record<CaptureFileId, string> = { page: 'text/html', facts: 'application/json' };

function show(capture: CaptureState): void {
  const root = document.getElementById('app');
  const onSave = (id: CaptureFileId) => {
    if (capture.state !== 'ready') return;
    const { name, text } = capture.files[id];
    handOver(new Blob([text], { type: types[id] }), name);
    show({ ...capture, saved: [...capture.saved, id] });
  };
  if (root) render(<CaptureView capture={capture} onSave={onSave} />, root);
}

show({ state: 'reading' });
const tab = Number(new URLSearchParams(window.location.search).get('tab') ?? Number.NaN);
show(await readCapture(tab, Date.now()));
