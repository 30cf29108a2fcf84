import { i18n } from '@/utils/i18n';
import { type DropReason, dropReasons } from '@/utils/core/rows';
import { dropReasonWord } from '../text/drop-words';

interface WhySelectProps {
  reason: DropReason | undefined;
  /** `''` takes the reason back. */
  onReason: (reason: DropReason | '') => void;
}

/** Why a wish was dropped: one word to choose, and none need be. */
export function WhySelect({ reason, onReason }: WhySelectProps) {
  return (
    <select
      class="why"
      aria-label={i18n.t('why.label')}
      value={reason ?? ''}
      onChange={({ currentTarget: { value } }) => onReason(dropReasons.find((each) => each === value) ?? '')}
    >
      <option value="">{reason ? i18n.t('why.none') : i18n.t('why.ask')}</option>
      {dropReasons.map((each) => (
        <option key={each} value={each}>
          {dropReasonWord[each]()}
        </option>
      ))}
    </select>
  );
}
