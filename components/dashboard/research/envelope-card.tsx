import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { Card } from '../../parts/card';
import { Tick } from '../../parts/tick';
import { BundleEnd, BundleProgress } from './bundle-end';
import type { BundleJob } from './props';

interface EnvelopeCardProps {
  job: BundleJob;
  onStart: () => void;
  onStop: () => void;
}

/** For a researcher's own account alone: it names authors, so nothing happens before they say that they know. */
export function EnvelopeCard({ job, onStart, onStop }: EnvelopeCardProps) {
  const [isOwn, setOwn] = useState(false);
  return (
    <Card id="envelope" title={i18n.t('research.envelope')} hint={i18n.t('research.envelopeHint')}>
      {job.state === 'running' ? (
        <BundleProgress job={job} onStop={onStop} />
      ) : (
        <>
          <Tick checked={isOwn} onChange={setOwn}>
            {i18n.t('research.isOwn')}
          </Tick>
          <div class="ways">
            <button type="button" class="button" disabled={!isOwn} onClick={onStart}>
              {i18n.t('research.exportEnvelope')}
            </button>
          </div>
        </>
      )}
      <BundleEnd job={job} />
    </Card>
  );
}
