import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import type { CreditReport, NoteCredit, WindowCredits } from '@/utils/core/credits';
import { Card } from '../../parts/card';
import { Choice } from '../../parts/choice';
import { JobProgress } from '../../parts/job-progress';
import { Outcome } from '../../parts/outcome';
import { cleanText } from '../../text/clean';
import { formatCount, formatPrice } from '../../text/format';
import { formatPart } from '../../text/measures';
import type { CreditActions, CreditView } from './credit-props';

interface CreditCardProps extends CreditActions {
  credits: CreditView;
}

/** Which notes the purchases are credited to: every window side by side, every model in one table. */
export function CreditCard({ credits, onWorkOut, onStop }: CreditCardProps) {
  return (
    <Card id="credits" title={i18n.t('credits.title')} hint={i18n.t('credits.hint')}>
      {credits.state === 'running' ? (
        <JobProgress
          {...credits}
          label={i18n.t('credits.running')}
          text={i18n.t('credits.progress', [formatCount(credits.done)])}
          onStop={onStop}
        />
      ) : (
        <p class="ways">
          <button type="button" class="button" onClick={onWorkOut}>
            {credits.state === 'done' ? i18n.t('credits.again') : i18n.t('credits.workOut')}
          </button>
        </p>
      )}
      {credits.state === 'failed' && <Outcome tone="alarm">{i18n.t('credits.failed')}</Outcome>}
      {credits.state === 'done' && <Report report={credits.result} />}
    </Card>
  );
}

/** The usual window, until the person chooses another. */
const usual = 7;

function Report({ report: { purchases, unpriced, windows } }: { report: CreditReport }) {
  const [days, setDays] = useState(usual);
  const chosen = windows.find((each) => each.days === days);
  if (purchases === 0) return <p class="card__fact">{i18n.t('credits.empty')}</p>;
  return (
    <>
      <Windows windows={windows} />
      <MoneyNotes unpriced={unpriced} hasUndivided={anyUndivided(windows)} />
      <div class="choices" role="radiogroup" aria-label={i18n.t('credits.window')}>
        {windows.map((each) => (
          <Choice
            key={each.days}
            group="credit-window"
            checked={each.days === days}
            onChoose={() => setDays(each.days)}
          >
            {daysText(each.days)}
          </Choice>
        ))}
      </div>
      {chosen && <Notes notes={chosen.notes} />}
    </>
  );
}

function daysText(days: number): string {
  return i18n.t('credits.days', days, [String(days)]);
}

function anyUndivided(windows: readonly WindowCredits[]): boolean {
  return windows.some(({ money }) => money.undivided > 0);
}

const kinds = ['byClick', 'byView', 'unattributed'] as const;

/** Under the number of purchases, what was paid for them. */
function Money({ fen }: { fen: number }) {
  return <span class="credits__money">{formatPrice(Math.round(fen))}</span>;
}

/** What the sums of money leave out, or cannot share out. */
function MoneyNotes({ unpriced, hasUndivided }: { unpriced: number; hasUndivided: boolean }) {
  return (
    <div class="credits__notes">
      <p>{i18n.t('credits.money')}</p>
      {hasUndivided && <p>{i18n.t('credits.undividedNote')}</p>}
      {unpriced > 0 && <p>{i18n.t('credits.unpriced', unpriced, [formatCount(unpriced)])}</p>}
    </div>
  );
}

function Windows({ windows }: { windows: readonly WindowCredits[] }) {
  const hasUndivided = anyUndivided(windows);
  return (
    <div class="scroll">
      <table class="credits">
        <caption>{i18n.t('credits.windows')}</caption>
        <thead>
          <tr>
            {[
              i18n.t('credits.window'),
              i18n.t('credits.byClick'),
              i18n.t('credits.byView'),
              i18n.t('credits.unattributed'),
              ...(hasUndivided ? [i18n.t('credits.undivided')] : []),
            ].map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {windows.map(({ days, money, ...counts }) => (
            <tr key={days}>
              <th scope="row">{daysText(days)}</th>
              {kinds.map((kind) => (
                <td key={kind}>
                  {formatCount(counts[kind])} <Money fen={money[kind]} />
                </td>
              ))}
              {hasUndivided && (
                <td>
                  <Money fen={money.undivided} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const models = ['last', 'first', 'linear', 'position', 'assisted'] as const;
const modelWord: Record<(typeof models)[number], () => string> = {
  last: () => i18n.t('credits.last'),
  first: () => i18n.t('credits.first'),
  linear: () => i18n.t('credits.linear'),
  position: () => i18n.t('credits.position'),
  assisted: () => i18n.t('credits.assisted'),
};

function Notes({ notes }: { notes: readonly NoteCredit[] }) {
  if (notes.length === 0) return <p class="card__fact">{i18n.t('credits.noNote')}</p>;
  return (
    <div class="scroll">
      <table class="credits">
        <caption>{i18n.t('credits.notes')}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n.t('credits.noteColumn')}</th>
            {models.map((model) => (
              <th key={model} scope="col">
                {modelWord[model]()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {notes.map((each) => (
            <tr key={each.note}>
              <th scope="row">
                <bdi>{cleanText(each.title, 60) || i18n.t('items.fromUntitledNote')}</bdi>
              </th>
              {models.map((model) => (
                <td key={model}>
                  {formatPart(each[model])} {model !== 'assisted' && <Money fen={each.fen[model]} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
