import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import type { Participation } from '@/utils/core/study';
import { Card } from '../../parts/card';
import { Tick } from '../../parts/tick';
import { formatCount } from '../../text/format';
import { formatMoment } from '../../text/measures';
import { BundleEnd, BundleProgress } from './bundle-end';
import type { BundleFormat, BundleJob, BundleWish } from './props';

interface BundleCardProps {
  study: Participation;
  job: BundleJob;
  onStart: (wish: BundleWish) => void;
  onStop: () => void;
}

const formats: readonly { format: BundleFormat; word: () => string }[] = [
  { format: 'parquet', word: () => i18n.t('research.parquet') },
  { format: 'csv', word: () => i18n.t('research.csv') },
  { format: 'ndjson', word: () => i18n.t('research.ndjson') },
];

/** One archive of all that the study asks for; it goes where the person puts it and nowhere else. */
export function BundleCard({ study, job, onStart, onStop }: BundleCardProps) {
  const [format, setFormat] = useState<BundleFormat>('parquet');
  const [mark, setMark] = useState(true);
  return (
    <Card id="bundle" title={i18n.t('research.bundle')} hint={i18n.t('research.bundleHint')}>
      {job.state === 'running' ? (
        <BundleProgress job={job} onStop={onStop} />
      ) : (
        <>
          <fieldset class="formats">
            <legend class="field__label">{i18n.t('research.format')}</legend>
            {formats.map(({ format: each, word }) => (
              <label class="tick" key={each}>
                <input type="radio" name="format" checked={each === format} onChange={() => setFormat(each)} />
                <span>{word()}</span>
              </label>
            ))}
          </fieldset>
          {format === 'csv' && (
            <Tick checked={mark} onChange={setMark}>
              {i18n.t('research.mark')}
            </Tick>
          )}
          <div class="ways">
            <button type="button" class="button button--save" onClick={() => onStart({ format, mark })}>
              {i18n.t('research.export')}
            </button>
          </div>
        </>
      )}
      <BundleEnd job={job} />
      <Past exports={study.exports} />
    </Card>
  );
}

/** What has left so far, and the hash that says which file it was. */
function Past({ exports }: Pick<Participation, 'exports'>) {
  if (exports.length === 0) return undefined;
  return (
    <details class="refused">
      <summary class="refused__summary">
        {i18n.t('research.past', exports.length, [formatCount(exports.length)])}
      </summary>
      <ul class="refused__rows" role="list">
        {[...exports].reverse().map(({ at, name, rows, tier, sha256 }) => (
          <li key={at}>
            {i18n.t('research.pastLine', rows, [formatMoment(at), tier, formatCount(rows)])}
            <br />
            <bdi>{name}</bdi>
            <br />
            <code class="code">{sha256}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
