import { useId } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { mostDays, type RetentionKind } from '@/utils/core/retention';
import { formatCount } from '../../text/format';
import { daysText, kindHints, kindWords } from './retention-words';

/** As it stands in the field: a number that is being typed may be none yet. */
export interface Draft {
  choice: string;
  own: string;
}

export const forEver = 'ever';
export const ownNumber = 'own';
export const presets = ['30', '90', '180', '365'];

interface RetentionFieldProps {
  kind: RetentionKind;
  draft: Draft;
  isWrong: boolean;
  isDisabled: boolean;
  onChange: (draft: Draft) => void;
}

/** How long one kind stays. */
export function RetentionField({ kind, draft, isWrong, isDisabled, onChange }: RetentionFieldProps) {
  const id = useId();
  return (
    <div class="limit">
      <label class="limit__words" for={id}>
        <span class="limit__name">{kindWords[kind]()}</span>
        <span class="limit__hint">{kindHints[kind]()}</span>
      </label>
      <div class="limit__choice">
        <select
          id={id}
          class="field__input"
          value={draft.choice}
          disabled={isDisabled}
          onChange={({ currentTarget }) => onChange({ ...draft, choice: currentTarget.value })}
        >
          <option value={forEver}>{i18n.t('retention.forEver')}</option>
          {presets.map((days) => (
            <option key={days} value={days}>
              {daysText(Number(days))}
            </option>
          ))}
          <option value={ownNumber}>{i18n.t('retention.own')}</option>
        </select>
        {draft.choice === ownNumber && (
          <OwnDays
            kind={kind}
            value={draft.own}
            isWrong={isWrong}
            isDisabled={isDisabled}
            onInput={(own) => onChange({ ...draft, own })}
          />
        )}
      </div>
    </div>
  );
}

interface OwnDaysProps extends Pick<RetentionFieldProps, 'kind' | 'isWrong' | 'isDisabled'> {
  value: string;
  onInput: (value: string) => void;
}

function OwnDays({ kind, value, isWrong, isDisabled, onInput }: OwnDaysProps) {
  const id = useId();
  return (
    <>
      <input
        class="field__input limit__days"
        type="number"
        inputMode="numeric"
        min={1}
        max={mostDays}
        step={1}
        value={value}
        disabled={isDisabled}
        aria-label={i18n.t('retention.ownLabel', [kindWords[kind]()])}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? id : undefined}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      {isWrong && (
        <p id={id} class="limit__wrong">
          {i18n.t('retention.wrong', [formatCount(mostDays)])}
        </p>
      )}
    </>
  );
}
