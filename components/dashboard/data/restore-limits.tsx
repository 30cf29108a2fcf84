import { i18n } from '@/utils/i18n';
import { hasLimits, retentionKinds, type RetentionLimits } from '@/utils/core/retention';
import { daysText, kindWords } from './retention-words';
import type { RestorePreview } from './restore-props';

interface LimitsProps {
  limits: RestorePreview['limits'];
  /** Whether the settings of the file are wanted. */
  withSettings: boolean;
}

/** By which limits what is restored goes again, and which of them the file brings: those take what is here as well. */
export function RestoreLimits({ limits: { here, ofFile }, withSettings }: LimitsProps) {
  const brought = Object.fromEntries(Object.entries(ofFile).filter(([kind]) => !(kind in here)));
  return (
    <>
      <Limits words={i18n.t('restore.limitsHere')} limits={here} />
      {withSettings && <Limits words={i18n.t('restore.limitsBrought')} limits={brought} />}
    </>
  );
}

function Limits({ words, limits }: { words: string; limits: RetentionLimits }) {
  if (!hasLimits(limits)) return null;
  return (
    <div class="note">
      <p>{words}</p>
      <ul class="limit-counts" role="list">
        {retentionKinds.map((kind) => {
          const days = limits[kind];
          return days !== undefined && <li key={kind}>{i18n.t('check.line', [kindWords[kind](), daysText(days)])}</li>;
        })}
      </ul>
    </div>
  );
}
