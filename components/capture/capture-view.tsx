import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { Card } from '../parts/card';
import { Outcome } from '../parts/outcome';
import { Loading, StateCard } from '../parts/state-card';
import { formatBytes } from '../text/measures';
import { FileText } from './file-text';
import {
  type CaptureFailure,
  type CaptureFile,
  type CaptureFileId,
  captureFiles,
  type CaptureProps,
  type CaptureState,
} from './props';

type ReadyCapture = Extract<CaptureState, { state: 'ready' }>;

/** All that a diagnostic capture holds, before anything of it is saved. */
export function CaptureView({ capture, onSave }: CaptureProps) {
  return (
    <main class="capture">
      <h1 class="view__title">{i18n.t('capture.title')}</h1>
      {capture.state === 'reading' && <Loading label={i18n.t('capture.reading')} />}
      {capture.state === 'failed' && <Failure why={capture.why} />}
      {capture.state === 'ready' && <Files capture={capture} onSave={onSave} />}
    </main>
  );
}

const failures: Record<CaptureFailure, () => [title: string, body: string]> = {
  gone: () => [i18n.t('capture.gone'), i18n.t('capture.goneBody')],
  foreign: () => [i18n.t('capture.foreign'), i18n.t('capture.foreignBody')],
  failed: () => [i18n.t('capture.failed'), i18n.t('capture.failedBody')],
};

function Failure({ why }: { why: CaptureFailure }) {
  const [title, body] = failures[why]();
  return <StateCard tone="alarm" icon="alert" title={title} body={body} />;
}

function Files({ capture, onSave }: { capture: ReadyCapture; onSave: CaptureProps['onSave'] }) {
  const [wanted, setWanted] = useState('');
  return (
    <>
      <p class="capture__lead">{i18n.t('capture.lead')}</p>
      <label class="capture__find">
        {i18n.t('capture.find')}
        <input type="search" value={wanted} onInput={({ currentTarget }) => setWanted(currentTarget.value)} />
      </label>
      {captureFiles.map((id) => (
        <File
          key={id}
          id={id}
          file={capture.files[id]}
          wanted={wanted}
          saved={capture.saved.includes(id)}
          onSave={() => onSave(id)}
        />
      ))}
      <p class="capture__lead">{i18n.t('capture.after')}</p>
    </>
  );
}

const names: Record<CaptureFileId, () => string> = {
  page: () => i18n.t('capture.files.page'),
  facts: () => i18n.t('capture.files.facts'),
};

const hints: Record<CaptureFileId, () => string> = {
  page: () => i18n.t('capture.hints.page'),
  facts: () => i18n.t('capture.hints.facts'),
};

interface FileProps {
  id: CaptureFileId;
  file: CaptureFile;
  wanted: string;
  saved: boolean;
  onSave: () => void;
}

function File({ id, file, wanted, saved, onSave }: FileProps) {
  const name = names[id]();
  return (
    <Card id={id} title={name} hint={i18n.t('capture.size', [hints[id](), formatBytes(file.bytes)])}>
      <FileText text={file.text} name={name} wanted={wanted} />
      <div class="ways">
        <button type="button" class="button button--save" onClick={onSave}>
          {i18n.t('capture.save', [file.name])}
        </button>
      </div>
      <Outcome tone="well">{saved && i18n.t('capture.saved', [file.name])}</Outcome>
    </Card>
  );
}
