import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import type { ItemRow, JourneyStep, StepName } from '@/utils/core/rows';
import { formatDay } from '../text/format';
import { evidenceWord, stepOf, stepWord } from '../text/words';
import { useTools } from '../tools';

const road: StepName[] = ['seen', 'clicked', 'landed', 'saved', 'bought'];

/** How far an item came: a row of dots, the last step in words, and every step with its evidence when opened. */
export function Journey({ item }: { item: ItemRow }) {
  const { now } = useTools();
  const [open, setOpen] = useState(false);
  return (
    <details class="journey" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="journey__summary">
        <Dots item={item} label={journeyLabel(item.journey, now)} />
        <span class="journey__latest">{latestText(item, now)}</span>
      </summary>
      {open && <Steps journey={item.journey} now={now} />}
    </details>
  );
}

function Dots({ item, label }: { item: ItemRow; label: string }) {
  const done = new Set(item.journey.map(({ step }) => step));
  const ending: StepName | undefined = item.state === 'refunded' || item.state === 'dropped' ? item.state : undefined;
  return (
    <span class="dots" role="img" aria-label={label}>
      {road.map((step) => (
        <i key={step} class={done.has(step) ? `dot dot--done dot--${step}` : 'dot'} />
      ))}
      {ending && <i class={`dot dot--${ending}`} />}
    </span>
  );
}

function Steps({ journey, now }: { journey: JourneyStep[]; now: number }) {
  return (
    <dl class="steps">
      {journey.map(({ step, at, evidence }) => (
        <div key={step} class="steps__row">
          <dt>{stepWord[step]()}</dt>
          <dd>
            <span>{formatDay(at, now)}</span>
            <span>{evidenceWord[evidence]()}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function journeyLabel(journey: JourneyStep[], now: number): string {
  const steps = journey.map(({ step, at, evidence }) =>
    i18n.t('journey.step', [stepWord[step](), formatDay(at, now), evidenceWord[evidence]()]),
  );
  return i18n.t('journey.label', [steps.join(i18n.t('journey.separator'))]);
}

function latestText(item: ItemRow, now: number): string {
  const name = stepOf[item.state];
  const latest = item.journey.findLast(({ step }) => step === name);
  return latest ? i18n.t('journey.latest', [stepWord[name](), formatDay(latest.at, now)]) : stepWord[name]();
}
